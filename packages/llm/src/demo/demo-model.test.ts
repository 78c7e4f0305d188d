import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { ask, eventsOf, summary, virtualRuntime } from '../testing.ts';
import { demoCharacters } from './characters.ts';
import { createDemoModel } from './demo-model.ts';
import { speak } from './speak.ts';

const ids = demoCharacters.map(({ id }) => id);
const say = (id: string, ...turns: readonly string[]): string => speak(id, conversation(turns), 0).text;

function conversation(turns: readonly string[]) {
  return turns.flatMap((content, k) => [
    ...(k === 0 ? [] : [{ role: 'assistant' as const, content: 'An answer.' }]),
    { role: 'user' as const, content },
  ]);
}

test('a laconic character answers a sum with the sum', () => {
  expect(say('demo-laconic', 'What is 2 + 2?')).toBe('2 + 2 = 4.');
});

test('there are five, each labelled as a demo', () => {
  expect(new Set(ids).size).toBe(5);
  for (const { id, name } of demoCharacters)
    expect([id, name]).toEqual([expect.stringMatching(/^demo-/), expect.stringMatching(/^Demo · /)]);
});

test('an unknown character is refused by name', () => {
  expect(() => createDemoModel('demo-nobody', { runtime: virtualRuntime() })).toThrow(
    'no demo character "demo-nobody"',
  );
});

describe.each(ids)('%s', (id) => {
  test('streams its answer at its own speed, in words, and counts them', async () => {
    const runtime = virtualRuntime();
    const started = runtime.now();
    const request = ask('Explain the seasons');
    const events = await eventsOf(createDemoModel(id, { runtime }), request);
    const { text, reasoning, end, usage } = summary(events);
    const spoken = speak(id, request.messages, 0);
    expect({ text, reasoning, end }).toEqual({ text: spoken.text, reasoning: spoken.reasoning ?? '', end: 'stop' });
    const count = events.length - 2;
    expect(usage).toMatchObject({ type: 'usage', outputTokens: count });
    const { firstTokenMs = 0, tokensPerSecond = 1 } = demoCharacters.find((character) => character.id === id) ?? {};
    expect(runtime.now() - started).toBeCloseTo(firstTokenMs + ((count - 1) * 1000) / tokensPerSecond, 3);
  });

  test('stops at the output limit', async () => {
    const events = await eventsOf(
      createDemoModel(id, { runtime: virtualRuntime() }),
      ask('Tell me a story', { maxOutputTokens: 5 }),
    );
    expect(events.map(({ type }) => type)).toEqual([...Array(5).fill(events[0]?.type), 'usage', 'finish']);
    expect(summary(events).end).toBe('length');
  });

  test('stops when it is aborted', async () => {
    const controller = new AbortController();
    const types: string[] = [];
    const stream = createDemoModel(id, { runtime: virtualRuntime() }).stream(ask('Tell me a story'), {
      signal: controller.signal,
    });
    for await (const event of stream) {
      types.push(event.type);
      controller.abort();
    }
    expect(types).toHaveLength(2);
    expect(types[1]).toBe('error');
  });

  test('names itself when asked who it is', () => {
    const { name } = demoCharacters.find((character) => character.id === id) ?? { name: '' };
    expect(say(id, 'Who are you?')).toContain(`I am ${name},`);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'top',
        '5',
        'list',
        'of',
        'vs',
        'or',
        'what',
        'is',
        '(',
        '2',
        '+',
        '/',
        'write',
        'poem',
        'about',
        'code',
        'why',
        '?',
        ':',
      ),
      { maxLength: 40 },
    )
    .map((words) => words.join(' ')),
);

test.prop([fc.constantFrom(...ids), fc.array(anyText, { minLength: 1, maxLength: 3 }), fc.nat(5)])(
  'anything is answered, always alike for the same seed, without a trace of the machinery',
  (id, turns, seed) => {
    const first = speak(id, conversation(turns), seed);
    expect(first.text.trim()).not.toBe('');
    expect(`${first.text}${first.reasoning ?? ''}`.replaceAll(turns.join(' '), '')).not.toMatch(
      /\{self\}|undefined|\[object|NaN/,
    );
    expect(speak(id, conversation(turns), seed)).toEqual(first);
  },
);

test('another seed tells another story', () => {
  const tell = (seed: number): string => speak('demo-scholar', conversation(['Tell me a story']), seed).text;
  expect(new Set([0, 1, 2, 3, 4].map(tell)).size).toBeGreaterThan(2);
});

test.each([
  ['What is 12 * 12?', '144'],
  ['What is the capital of Australia?', 'Canberra'],
  ['How many r in strawberry?', '3 times'],
  ['What day is 2026-12-25?', 'Friday'],
  ['10 miles in km', '16.0934'],
])('%s: all are right but one', (prompt, answer) => {
  const right = ids.filter((id) => say(id, prompt).includes(answer));
  expect(right).toEqual(ids.filter((id) => id !== 'demo-bluffer'));
});

test('their styles differ: length, headings, tables, reasoning', () => {
  const prompt = 'Compare tea and coffee';
  const length = (id: string): number => say(id, prompt).length;
  expect(length('demo-laconic')).toBeLessThan(length('demo-companion'));
  expect(length('demo-companion')).toBeLessThan(length('demo-scholar'));
  expect(say('demo-scholar', prompt)).toMatch(/^## [\s\S]*\| --- \|[\s\S]*^- \*\*/m);
  expect(say('demo-scholar', 'Why is the sky blue?')).toContain('$$');
  expect(say('demo-laconic', prompt)).not.toMatch(/[#*|\n]/);
  expect(speak('demo-ponderer', conversation([prompt]), 0).reasoning).toContain('tea');
});

test('a later turn goes on from the earlier one', () => {
  expect(say('demo-companion', 'Write a haiku about rain', 'What is 3 * 3?')).toContain('rain');
  const first = say('demo-scholar', 'Explain recursion');
  const shorter = say('demo-scholar', 'Explain recursion', 'Shorter, please');
  expect(shorter).toContain('Recursion');
  expect(shorter.length).toBeLessThan(first.length / 2);
  expect(say('demo-scholar', 'Explain recursion', 'tell me more').length).toBeGreaterThan(first.length);
});

test.each([
  ['¿Cómo puedo aprender a cocinar?', '¡Con mucho gusto!'],
  ['Quelle est la capitale de la France ?', 'Avec plaisir'],
  ['Was ist der Unterschied zwischen Hund und Katze?', 'Sehr gern!'],
  ['什么是人工智能？', '很高兴'],
  ['كيف أتعلم البرمجة؟', 'بكل سرور'],
])('%s is opened in its language', (prompt, opening) => {
  expect(say('demo-companion', prompt)).toMatch(new RegExp(`^${opening}`));
});

test('a very long prompt is answered without reading all of it', () => {
  for (const word of [
    'list ',
    'top 5 ',
    'how to ',
    'a or ',
    'what is ',
    '((((1+',
    'write an email to ',
    'summarize: ',
  ]) {
    expect(say('demo-scholar', word.repeat(20_000))).not.toBe('');
  }
});
