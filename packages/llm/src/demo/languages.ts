/** Languages that the characters can at least open in. */
export type Language = 'en' | 'es' | 'fr' | 'de' | 'zh' | 'ar';

const WORDS: Readonly<Record<'es' | 'fr' | 'de', ReadonlySet<string>>> = {
  es: new Set(
    'qué cómo el la los las una por para es está cuál quién dónde puedes hola gracias explica escribe dime sobre y puedo en entre de qué son'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'quel quelle comment le la les une des pour est pourquoi qui où peux bonjour merci explique écris dis sur et moi je puis entre de quoi sont'.split(
      ' ',
    ),
  ),
  de: new Set(
    'was wie der die das ein eine für ist warum wer wo kannst hallo danke erkläre schreibe mir über und bitte nicht ich zwischen von sind'.split(
      ' ',
    ),
  ),
};

/** Small words of all these languages, which tell nothing about a subject. */
export const FOREIGN_SMALL_WORDS: ReadonlySet<string> = new Set(Object.values(WORDS).flatMap((words) => [...words]));

/** The language of a text, by its script or its small words; English where neither tells. */
export function languageOf(text: string): Language {
  if (/[¿¡]/.test(text)) return 'es';
  if (/[\u4e00-\u9fff]/.test(text) && !/[\u3040-\u30ff]/.test(text)) return 'zh';
  if (/[\u0600-\u06ff]/.test(text)) return 'ar';
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = (['es', 'fr', 'de'] as const).map((language) => ({
    language,
    count: words.filter((word) => WORDS[language].has(word)).length,
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  // Two small words, or a good part of a short text: "die" alone is English.
  return best.count >= 2 && best.count * 5 >= words.length ? best.language : 'en';
}

/** A courteous opening in a language; the characters go on in English. */
export const OPENINGS: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  es: '¡Con mucho gusto! Mi español es breve, así que sigo en inglés:',
  fr: 'Avec plaisir ! Mon français est court, je continue donc en anglais :',
  de: 'Sehr gern! Mein Deutsch ist kurz, ich fahre auf Englisch fort:',
  zh: '很高兴回答您的问题！我的中文有限，下面用英文回答：',
  ar: 'بكل سرور! لغتي العربية محدودة، لذلك أتابع بالإنجليزية:',
};
