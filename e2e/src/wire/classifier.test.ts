import { createRandom } from '@agon/rating';
import { expect, test } from 'vitest';
import { accuracyOf, type Example } from './classifier.ts';
import { type Arrival, featuresOf } from './features.ts';

const { uniform } = createRandom(3);

/** Battles in which the model in question is so much earlier at every word, in milliseconds. */
function examples(count: number, aheadMs: number): Example[] {
  return Array.from({ length: count }, () => {
    const isA = uniform() < 0.5;
    const course = (shiftMs: number) => Array.from({ length: 20 }, (_, k) => 100 * k + 40 * uniform() - shiftMs);
    const [a, b] = [course(isA ? aheadMs : 0), course(isA ? 0 : aheadMs)];
    const arrivals: Arrival[] = [...a.map((at) => ({ at, a: 5, b: 0 })), ...b.map((at) => ({ at, a: 0, b: 5 }))];
    return { features: featuresOf(arrivals.sort((x, y) => x.at - y.at)), isA };
  });
}

test('a model that is earlier by a part of a tick is found out', () => {
  expect(accuracyOf(examples(300, 30))).toBeGreaterThan(0.9);
});

test('where nothing differs the classifier guesses', () => {
  // Three standard errors of 300 guesses.
  expect(Math.abs(accuracyOf(examples(300, 0)) - 0.5)).toBeLessThan(0.087);
});

test('features change their sign with the sides', () => {
  const arrivals = Array.from({ length: 9 }, (_, k) => ({
    at: 80 * k,
    a: k < 5 ? 7 * uniform() : 0,
    b: 9 * uniform(),
  }));
  const swapped = arrivals.map(({ at, a, b }) => ({ at, a: b, b: a }));
  const features = featuresOf(arrivals);
  expect(features.some((feature) => feature !== 0)).toBe(true);
  for (const [k, feature] of featuresOf(swapped).entries()) expect(feature).toBeCloseTo(-(features[k] ?? 0), 9);
});
