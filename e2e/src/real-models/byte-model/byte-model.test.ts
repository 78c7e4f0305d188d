import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { bitsPerByte, logProbability } from '../language-model.ts';
import { aTrainedModel, ROOT, steps } from '../testing.ts';
import { train } from './byte-model.ts';
import { damage } from './damage.ts';
import { DegreeRefused, TrainingRefused } from './errors.ts';
import { projectTexts } from './project-texts.ts';

const sum = (numbers: Float64Array): number => numbers.reduce((total, number) => total + number, 0);
const code = (letter: string): number => letter.charCodeAt(0);

test('a model of "abab" expects b after a', () => {
  const probabilities = train(['abababab']).read('aba').probabilities();
  expect(probabilities[code('b')]).toBeGreaterThan(0.8);
});

test('the smoothing is that of a computation by hand', () => {
  // The ring is a b a NUL, order 1. Every byte has one neighbour before it but a, which has two: values a 2, b 1, NUL 1.
  // Discounts: single bytes 2 / (2 + 2 · 1) = 0.5; pairs ab, ba, aN, Na all occur once: 1, held at 0.95.
  const probabilities = train(['aba'], { order: 1 }).read('a').probabilities();
  const anyByte = 1 / 256;
  const left = (0.5 * 3) / 4;
  const [ofA, ofB, ofC] = [1.5 / 4 + left * anyByte, 0.5 / 4 + left * anyByte, left * anyByte];
  expect(probabilities[code('b')]).toBeCloseTo(0.05 / 2 + 0.95 * ofB, 12);
  expect(probabilities[code('a')]).toBeCloseTo(0.95 * ofA, 12);
  expect(probabilities[code('c')]).toBeCloseTo(0.95 * ofC, 12);
});

property.prop([fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.string(), fc.integer({ min: 0, max: 5 })], {
  numRuns: 40,
})('probabilities are positive and sum to 1, whatever was learnt and read', (texts, context, order) => {
  const probabilities = train(texts, { order }).read(context).probabilities();
  expect(Math.min(...probabilities)).toBeGreaterThan(0);
  expect(sum(probabilities)).toBeCloseTo(1, 9);
});

property.prop([fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 })], { numRuns: 40 })(
  'the probability of a text is that of its parts, one after the other',
  (first, second) => {
    const model = train(['a rose is a rose', first, second]);
    const parts = logProbability(model, first, '') + logProbability(model, second, first);
    expect(logProbability(model, first + second, '')).toBeCloseTo(parts, 9);
  },
);

test('readers of one model do not disturb each other', () => {
  const model = train(['abcabcabc']);
  const alone = [...model.read('ab').probabilities()];
  const reading = model.read('ab');
  model.read('ca').take(code('b'));
  expect([...reading.probabilities()]).toEqual(alone);
});

test.each([[[]], [['']], [['', '']]])('no text to learn from, as in %j, is refused', (texts) => {
  expect(() => train(texts)).toThrow(TrainingRefused);
});

test.each([-1, 1.5, 17, Number.NaN])('an order of %s is refused', (order) => {
  expect(() => train(['text'], { order })).toThrow(`The order is ${order}`);
});

test.each([-0.1, 1.1, Number.NaN])('a degree of damage of %s is refused', (degree) => {
  expect(() => damage(train(['text']), degree)).toThrow(DegreeRefused);
});

describe('on the documents of the project', async () => {
  const { model, heldOut } = await aTrainedModel();
  const degrees = [0, 0.2, 0.4, 0.6, 0.8];
  const bits = degrees.map((degree) => bitsPerByte(damage(model, degree), heldOut));

  test('a passage never seen takes far fewer bits than letters alone would', () => {
    expect(bits[0]).toBeLessThan(2.6);
    expect(bitsPerByte(train([heldOut], { order: 0 }), heldOut)).toBeGreaterThan(4.5);
  });

  test(`each more damage costs bits: ${bits.map((number) => number.toFixed(2)).join(' < ')} a byte`, () => {
    expect(Math.min(...steps(bits))).toBeGreaterThan(0.05);
  });

  test('more context saves bits', async () => {
    const passages = await projectTexts(ROOT);
    const seen = passages.filter((_, k) => k % 5 !== 0);
    const byOrder = [0, 2, 4].map((order) => bitsPerByte(train(seen, { order }), heldOut.slice(0, 6000)));
    expect(Math.max(...steps(byOrder))).toBeLessThan(-0.2);
  });

  test('damage leaves the undamaged model as it was, and none is none', () => {
    expect(bitsPerByte(damage(model, 0), heldOut.slice(0, 500))).toBe(bitsPerByte(model, heldOut.slice(0, 500)));
  });

  test('a damaged model still gives probabilities', () => {
    expect(sum(damage(model, 0.4).read('The vote').probabilities())).toBeCloseTo(1, 9);
  });
});
