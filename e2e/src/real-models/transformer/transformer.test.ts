import { describe, expect, test } from 'vitest';
import { readCheckpoint } from './checkpoint.ts';
import { damage } from './damage.ts';
import { forward } from './forward.ts';
import { checkpointFile, SMALL, vocabularyFile } from './testing.ts';
import { readTokenizer } from './tokenizer.ts';
import { openTransformer } from './transformer.ts';

const vocabulary = vocabularyFile(['a', 'b', 'ab']);
const model = openTransformer({ checkpoint: checkpointFile(), tokenizer: vocabulary });

test('the checkpoint is cut into its parts to the last weight', () => {
  const { config, layers, classifier, embedding } = readCheckpoint(checkpointFile());
  expect(config).toEqual(SMALL);
  expect(classifier).toBe(embedding);
  expect(layers.map(({ key, down }) => [key.length, down.length])).toEqual([
    [32, 48],
    [32, 48],
    [32, 48],
  ]);
  const own = readCheckpoint(checkpointFile(SMALL, true));
  expect(own.classifier).not.toBe(own.embedding);
  expect(own.classifier.length).toBe(262 * 8);
});

test('a step remembers the steps before it: order matters, and a text read again gives the same', () => {
  const step = forward(readCheckpoint(checkpointFile()));
  const logitsAfter = (...tokens: readonly number[]): number[] => [
    ...(tokens.map((token, position) => new Float32Array(step(token, position))).at(-1) ?? []),
  ];
  const first = logitsAfter(5, 6, 7);
  expect(logitsAfter(6, 5, 7)).not.toEqual(first);
  expect(logitsAfter(5, 6, 7)).toEqual(first);
});

test('probabilities sum to 1, also past the end of the context', () => {
  const reading = model.read('ab');
  for (let k = 0; k < 40; k++) {
    const sum = reading.probabilities().reduce((total, p) => total + p, 0);
    expect(sum).toBeCloseTo(1, 5);
    reading.take(260);
  }
});

test('past its context a model remembers the later half', () => {
  const after = (text: string): number[] => [...model.read(text).probabilities()];
  expect(after('bbbbb!bbbabab')).toEqual(after('aaaaa!bbbabab'));
  expect(after('bbbbb!bbaabab')).not.toEqual(after('aaaaa!bbbabab'));
});

test('the best pair is joined first, and what has no token goes as bytes', () => {
  const { encode, pieces } = readTokenizer(vocabulary);
  expect(encode('abb')).toEqual([261, 260]);
  expect(encode('é')).toEqual([3 + 0xc3, 3 + 0xa9]);
  expect(Buffer.concat(encode('ab é!').map((token) => pieces[token] ?? Buffer.of())).toString()).toBe('ab é!');
});

test('damage makes a copy and leaves the model as it was', () => {
  const before = [...model.read('ab').probabilities()];
  for (const how of [
    { kind: 'layers', dropped: 1 },
    { kind: 'rounding', bits: 3 },
    { kind: 'noise', share: 0.5, seed: 1 },
  ] as const) {
    expect([...damage(model, how).read('ab').probabilities()]).not.toEqual(before);
    expect([...model.read('ab').probabilities()]).toEqual(before);
  }
});

test('one seed gives one noise, and no noise is no damage', () => {
  const probabilities = (share: number, seed: number): number[] => [
    ...damage(model, { kind: 'noise', share, seed }).read('ab').probabilities(),
  ];
  expect(probabilities(0.3, 1)).toEqual(probabilities(0.3, 1));
  expect(probabilities(0.3, 2)).not.toEqual(probabilities(0.3, 1));
  expect(probabilities(0, 1)).toEqual([...model.read('ab').probabilities()]);
});

describe('broken files and wrong damages are refused', () => {
  const file = checkpointFile();
  test.each([
    ['a checkpoint cut short', file.subarray(0, -8), `has ${file.length - 8} bytes where its header asks for`],
    ['a checkpoint with a torn end', file.subarray(0, -2), 'bytes where its header asks for'],
    ['a checkpoint with more', Buffer.concat([file, Buffer.alloc(4)]), 'bytes where its header asks for'],
    ['an empty file', new Uint8Array(), 'its header alone takes 28'],
    ['another file', Buffer.alloc(100), "checkpoint's width is 0"],
    ['heads that do not divide', checkpointFile({ ...SMALL, heads: 3 }), 'cannot be shared by 3 heads'],
    ['a context of nearly nothing', checkpointFile({ ...SMALL, context: 2 }), 'context of 2 tokens is too short'],
  ])('%s', (_, checkpoint, message) => {
    expect(() => openTransformer({ checkpoint, tokenizer: vocabulary })).toThrow(message);
  });

  test.each([
    ['a torn vocabulary', vocabulary.subarray(0, -1), 'breaks off in token 261'],
    ['a short one', vocabulary.subarray(0, 200), 'breaks off in token'],
    ['that of another model', vocabularyFile(['a']), '260 tokens where the checkpoint has 262'],
  ])('%s', (_, tokenizer, message) => {
    expect(() => openTransformer({ checkpoint: file, tokenizer })).toThrow(message);
  });

  test.each([
    [{ kind: 'layers', dropped: 4 }, '4 layers cannot be dropped from 3'],
    [{ kind: 'layers', dropped: 0.5 }, '0.5 layers'],
    [{ kind: 'rounding', bits: 1 }, '1 bits'],
    [{ kind: 'noise', share: Number.NaN, seed: 1 }, 'NaN'],
  ] as const)('%j', (how, message) => {
    expect(() => damage(model, how)).toThrow(message);
  });
});
