import { createRandom, type Random } from '@agon/rating';
import { describe, expect, test } from 'vitest';
import { bestGuess, clues, lengths, type Sighting } from './observer.ts';
import type { ReleaseMode } from './release-clock.ts';
import { arrivalsOf, play, type Speed, seenRaw } from './testing.ts';

const quick: Speed = { firstTokenMs: 300, unitsPerSecond: 70, unitsPerChunk: 1, stallMs: 300 };
const pairs: Readonly<Record<string, readonly [fast: Speed, slow: Speed]>> = {
  'four times as fast': [quick, { firstTokenMs: 1200, unitsPerSecond: 18, unitsPerChunk: 3, stallMs: 1200 }],
  'twenty times as fast': [
    { firstTokenMs: 150, unitsPerSecond: 150, unitsPerChunk: 4, stallMs: 200 },
    { firstTokenMs: 3000, unitsPerSecond: 6, unitsPerChunk: 1, stallMs: 2000 },
  ],
  'late but fast': [
    { firstTokenMs: 4000, unitsPerSecond: 90, unitsPerChunk: 10, stallMs: 200 },
    { firstTokenMs: 200, unitsPerSecond: 20, unitsPerChunk: 2, stallMs: 500 },
  ],
  'smooth and in lumps': [
    { firstTokenMs: 800, unitsPerSecond: 40, unitsPerChunk: 1, stallMs: 300 },
    { firstTokenMs: 800, unitsPerSecond: 20, unitsPerChunk: 12, stallMs: 300 },
  ],
};

const BATTLES = 1600;

/** Lengths around these means, in units, for the fast and the slow model. */
type Means = readonly [fast: number, slow: number];

function sightings(
  pair: readonly [Speed, Speed],
  means: Means,
  how: { readonly mode: ReleaseMode | 'raw'; readonly by: typeof clues },
): readonly Sighting[] {
  const random = createRandom(5);
  return Array.from({ length: BATTLES }, () => {
    const [fast, slow] = [
      { speed: pair[0], length: lengthAround(means[0], random) },
      { speed: pair[1], length: lengthAround(means[1], random) },
    ];
    const answers = random.uniform() < 0.5 ? { a: fast, b: slow } : { a: slow, b: fast };
    const seen = how.mode === 'raw' ? seenRaw(answers, random) : play(answers, { random, mode: how.mode });
    return { longerIsFast: fast.length > slow.length, clues: how.by(seen) };
  });
}

function lengthAround(mean: number, random: Random): number {
  return Math.max(5, Math.round(mean * (0.3 + 1.4 * random.uniform())));
}

describe.each(Object.entries(pairs))('%s', (_, pair) => {
  test.each<ReleaseMode>(['paced', 'when-finished'])('timing tells no more than a coin (%s)', (mode) => {
    expect(Math.abs(bestGuess(sightings(pair, [200, 200], { mode, by: clues })) - 0.5)).toBeLessThan(0.05);
  });

  test('where one model writes longer answers, timing tells hardly more than their lengths', () => {
    const byTiming = bestGuess(sightings(pair, [200, 120], { mode: 'paced', by: clues }));
    const byLength = bestGuess(sightings(pair, [200, 120], { mode: 'paced', by: lengths }));
    expect(byTiming).toBeLessThan(byLength + 0.05);
  });
});

test('the observer is no fool: shown as they come, the answers are told apart nearly always', () => {
  for (const pair of Object.values(pairs)) {
    expect(bestGuess(sightings(pair, [200, 200], { mode: 'raw', by: clues }))).toBeGreaterThan(0.9);
  }
});

test('a simulated answer has its length', () => {
  const arrivals = arrivalsOf('a', 50, { speed: quick, random: createRandom(1) });
  expect(arrivals.reduce((sum, { units }) => sum + units, 0)).toBe(50);
});
