import { capital, type Skill } from './skill.ts';

const LANGUAGES = ['Spanish', 'French', 'German', 'Italian', 'Portuguese', 'Japanese', 'Chinese', 'Arabic'];

/** In the order of `LANGUAGES`. */
const PHRASES: Readonly<Record<string, readonly string[]>> = {
  hello: ['hola', 'bonjour', 'hallo', 'ciao', 'olá', 'こんにちは', '你好', 'مرحبا'],
  'good morning': [
    'buenos días',
    'bonjour',
    'guten Morgen',
    'buongiorno',
    'bom dia',
    'おはようございます',
    '早上好',
    'صباح الخير',
  ],
  'good night': [
    'buenas noches',
    'bonne nuit',
    'gute Nacht',
    'buonanotte',
    'boa noite',
    'おやすみなさい',
    '晚安',
    'تصبح على خير',
  ],
  'thank you': ['gracias', 'merci', 'danke', 'grazie', 'obrigado', 'ありがとう', '谢谢', 'شكرا'],
  please: ['por favor', "s'il vous plaît", 'bitte', 'per favore', 'por favor', 'お願いします', '请', 'من فضلك'],
  goodbye: ['adiós', 'au revoir', 'auf Wiedersehen', 'arrivederci', 'adeus', 'さようなら', '再见', 'مع السلامة'],
  'i love you': ['te quiero', "je t'aime", 'ich liebe dich', 'ti amo', 'eu te amo', '愛してる', '我爱你', 'أحبك'],
  'how are you': [
    '¿cómo estás?',
    'comment ça va ?',
    'wie geht es dir?',
    'come stai?',
    'como vai?',
    'お元気ですか',
    '你好吗',
    'كيف حالك',
  ],
  'excuse me': ['perdón', 'excusez-moi', 'Entschuldigung', 'mi scusi', 'com licença', 'すみません', '打扰一下', 'عفوا'],
  yes: ['sí', 'oui', 'ja', 'sì', 'sim', 'はい', '是', 'نعم'],
  water: ['agua', 'eau', 'Wasser', 'acqua', 'água', '水', '水', 'ماء'],
  friend: ['amigo', 'ami', 'Freund', 'amico', 'amigo', '友達', '朋友', 'صديق'],
};

/** Greetings and a few words, into eight languages; the rest is declined honestly. */
export const translate: Skill = ({ text }, draw) => {
  const column = LANGUAGES.findIndex((language) => new RegExp(`\\b(in|into|to) ${language}\\b`, 'i').test(text));
  if (column === -1 || !/\b(translate|say|word for|how do you)\b/i.test(text)) return undefined;
  const language = LANGUAGES[column] ?? '';
  const lower = text.toLowerCase().replaceAll('thanks', 'thank you').replaceAll('good-bye', 'goodbye');
  const known = Object.keys(PHRASES).find((entry) => new RegExp(`\\b${entry}\\b`).test(lower));
  const forms = known === undefined ? undefined : PHRASES[known];
  if (known === undefined || forms === undefined) return unknown(language);
  const wrongColumn = (column + 1 + draw.below(2)) % LANGUAGES.length;
  return {
    title: `“${capital(known)}” in ${language}`,
    gist: `In ${language}: “${forms[column]}”.`,
    table: { head: ['language', known], rows: LANGUAGES.map((name, k) => [name, forms[k] ?? '']) },
    wrong: { gist: `In ${language}: “${forms[wrongColumn]}”.` },
  };
};

function unknown(language: string) {
  const words = Object.keys(PHRASES);
  return {
    title: `Into ${language}`,
    gist: `My dictionary of ${language} ends after ${words.length} phrases, and this is none of them.`,
    points: words.slice(0, 4).map((head) => ({ head })),
    wrong: { gist: `In ${language} it is the same word, only with an accent.` },
  };
}
