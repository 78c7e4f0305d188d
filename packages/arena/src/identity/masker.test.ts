import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { modelAliases } from './aliases.ts';
import { createMasker, type Leak, MASK } from './masker.ts';

const drawn = [
  ...modelAliases({ name: 'claude-3-5-sonnet-20241022' }),
  ...modelAliases({ name: 'openai/gpt-4o-mini:free' }),
];

function mask(chunks: readonly string[], aliases: readonly string[] = drawn): { text: string; leaks: readonly Leak[] } {
  const masker = createMasker({ drawn: aliases });
  const text = chunks.map((chunk) => masker.push(chunk).text).join('') + masker.end().text;
  return { text, leaks: masker.leaks() };
}

test('a model that says its name is masked', () => {
  const { text, leaks } = mask(['I am Claude, an AI assistant made by Anthropic.']);
  expect(text).toBe('I am █████, an AI assistant made by █████.');
  expect(leaks.map(({ kind, alias, start, end }) => ({ kind, alias, start, end }))).toEqual([
    { kind: 'claim', alias: 'claude', start: 5, end: 11 },
    { kind: 'claim', alias: 'Anthropic', start: 37, end: 46 },
  ]);
});

describe('a claim is masked in any dress', () => {
  test.each([
    ["Hi! I'm **Chat**GPT, trained by **OpenAI**.", "Hi! I'm █████, trained by **█████**."],
    ['I’m Chat**GPT**.', 'I’m █████.'],
    ["I'm Chat\u200bGPT and I help.", "I'm █████ and I help."],
    ['As GPT-4o-mini, I cannot do that.', 'As █████, I cannot do that.'],
    ['I am GPT 4.', 'I am █████.'],
    ['I am GPT-4o', 'I am █████'],
    ['My name is Claude 3.5 Sonnet.', 'My name is █████.'],
    ['I AM CLÄUDE.', 'I AM █████.'],
    ['I was created by Google DeepMind.', 'I was created by █████.'],
    ['Google made me.', '█████ made me.'],
    ['Hello, Claude here.', 'Hello, █████ here.'],
    ["I'm not ChatGPT, I'm Claude.", "I'm not █████, I'm █████."],
    ['The company that created me is OpenAI.', 'The company that created me is █████.'],
    ['I am a very talented assistant from Mistral AI.', 'I am a very talented assistant from █████.'],
    ['Soy Claude, un modelo de lenguaje creado por Anthropic.', 'Soy █████, un modelo de lenguaje creado por █████.'],
    ['Fui entrenado por OpenAI.', 'Fui entrenado por █████.'],
    ["Je m'appelle Claude. J'ai été créé par Mistral AI.", "Je m'appelle █████. J'ai été créé par █████."],
    ['En tant que ChatGPT, je ne peux pas.', 'En tant que █████, je ne peux pas.'],
    ['Ich bin ChatGPT, entwickelt von OpenAI.', 'Ich bin █████, entwickelt von █████.'],
    ['Als Claude kann ich das nicht.', 'Als █████ kann ich das nicht.'],
    ['我是通义千问，由阿里云开发的大语言模型。', '我是█████，由█████开发的大语言模型。'],
    ['作为Claude，我不能。', '作为█████，我不能。'],
    ['أنا كلود، نموذج لغوي طورته Anthropic.', 'أنا █████، نموذج لغوي طورته █████.'],
    ['تم تطويري بواسطة OpenAI.', 'تم تطويري بواسطة █████.'],
    ['Я Claude. Меня создала компания OpenAI.', 'Я █████. Меня создала компания █████.'],
    ['私はOpenAIによって開発されたChatGPTです', '私は█████によって開発された█████です'],
  ])('%s', (answer, shown) => {
    expect(mask([answer]).text).toBe(shown);
  });
});

describe('a name in a sentence about something else stays', () => {
  test.each([
    'Google is a search engine. Bing competes with Google.',
    'This is a coherent argument; I cohere with it.',
    'I searched Google for you.',
    'As Google says, I think we should.',
    'I am happy to help you search on Google.',
    'Set OPENAI_API_KEY and read the OpenAI docs.',
    'Claude Monet painted; as Claude grew old, his eyes failed.',
    'The phone was made by Google.',
    '- Google\n- Bing\n- Meta',
    '我在谷歌上搜索了。',
    'Yo uso Google todos los días.',
    'ChatGPT was released by OpenAI in 2022.',
    'Use `claude_client` and my_claude = 3.',
    'Je cherche sur Google.',
    'Ich habe das bei Amazon gekauft.',
  ])('%s', (answer) => {
    expect(mask([answer])).toEqual({ text: answer, leaks: [] });
  });
});

test('a bare mention is masked for the drawn models only, and only where the speaker is a model', () => {
  const sentence = (name: string) => `My training data, like that of other ${name} models, ends in 2024.`;
  expect(mask([sentence('Claude')]).leaks).toMatchObject([{ kind: 'mention', alias: 'claude' }]);
  expect(mask([sentence('Gemini')]).text).toBe(sentence('Gemini'));
});

test('an answer that opens with a signature is masked', () => {
  expect(mask(['Claude: hello']).text).toBe(`${MASK}: hello`);
  expect(mask(['Claude.']).text).toBe(`${MASK}.`);
});

test('text that cannot become a name comes out at once, and a beginning of a name is held', () => {
  const masker = createMasker({ drawn });
  expect(masker.push('Well, I am ').text).toBe('Well, I am ');
  expect(masker.push('Cl').text).toBe('');
  expect(masker.push('ever').text).toBe('Clever');
  expect(masker.push(' and I am Claude').text).toBe(' and I am ');
  expect(masker.push(', yes').text).toBe(`${MASK}, yes`);
});

test('a name far into a long answer is found, at its place in the original', () => {
  const answer = `${'All is well here. '.repeat(500)}I am Claude.`;
  const chunks = answer.match(/.{1,7}/gs) ?? [];
  expect(mask(chunks).leaks).toMatchObject([{ alias: 'claude', start: answer.length - 7, end: answer.length - 1 }]);
});

const fragments = fc.array(
  fc.constantFrom(
    ...[
      'I am ',
      "I'm ",
      'As ',
      'Claude',
      'Chat',
      '**',
      'GPT',
      '-4',
      ' 4',
      'o',
      '.',
      ', ',
      '\n',
      'Google',
      ' made me',
      'my ',
      'model ',
      'trained by ',
    ],
    ...[
      'OpenAI',
      '\u200b',
      '\0',
      '\x1b',
      'Cla',
      'ude',
      'é',
      'co',
      'herent ',
      '我是',
      '由',
      '通义',
      '千问',
      '开发',
      'أنا ',
      'كلود',
      '\ud83d',
      '\ude00',
      '_',
      ' ',
      '3',
      '.5 Sonnet',
      '█████',
    ],
  ),
  { maxLength: 24 },
);

test('names broken by signs that nobody sees are masked however the stream is cut', () => {
  const claims = [
    ['I am **Cl\0aude** made by Anthropic.', 'I am **█████** made by █████.'],
    ['I am Cl\x1ba\x7fud\u0085e.', 'I am █████.'],
    ['I\0 a\x08m Claude.', 'I\0 a\x08m █████.'],
    ['I am Clau\ud83dde.', 'I am █████.'],
    ['I am \udc00Cla\udc00ude\ud83d.', 'I am \udc00█████\ud83d.'],
    ['I am Cl\u3164au\u{e01f0}de.', 'I am █████.'],
  ] as const;
  for (const [answer, shown] of claims) {
    for (let cut = 0; cut <= answer.length; cut++) {
      expect(mask([answer.slice(0, cut), answer.slice(cut)]).text).toBe(shown);
    }
  }
});

test('tabs and line breaks still part words', () => {
  expect(mask(['I am\tClaude.\nI am\nCla\nude.']).text).toBe('I am\t█████.\nI am\nCla\nude.');
});

test.prop([fragments, fc.array(fc.nat({ max: 12 }), { maxLength: 60 })])(
  'any way of cutting the stream gives the same text and leaks, and they give back the original',
  (parts, cuts) => {
    const original = parts.join('');
    const chunks: string[] = [];
    let at = 0;
    for (const length of cuts) {
      chunks.push(original.slice(at, at + length));
      at += length;
    }
    chunks.push(original.slice(at));
    const whole = mask([original]);
    expect(mask(chunks)).toEqual(whole);
    expect(restored(whole)).toBe(original);
  },
);

function restored({ text, leaks }: { text: string; leaks: readonly Leak[] }): string {
  let out = '';
  let at = 0;
  for (const leak of leaks) {
    const plain = leak.start - out.length;
    out += text.slice(at, at + plain) + leak.text;
    at += plain + MASK.length;
  }
  return out + text.slice(at);
}
