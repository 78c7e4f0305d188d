import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { eventsOf, summary } from '../testing.ts';
import { recordings } from './recordings.ts';
import { modelAt, modelOfPieces, plays, withServer } from './testing.ts';

const names = Object.keys(recordings);

describe.each(Object.entries(recordings))('%s', (_, { body, text, reasoning = '', end, usage }) => {
  test('gives its answer', async () => {
    const events = await withServer([plays(body)], (baseUrl) => eventsOf(modelAt(baseUrl)));
    expect(summary(events)).toEqual({ text, reasoning, end, ...(usage && { usage: { type: 'usage', ...usage } }) });
  });
});

test.prop([fc.constantFrom(...names), fc.array(fc.nat(), { maxLength: 60 })], { numRuns: 400 })(
  'any way of cutting the bytes gives the same events',
  async (name, cuts) => {
    const bytes = new TextEncoder().encode(recordings[name]?.body);
    expect(await eventsOf(modelOfPieces(cut(bytes, cuts)))).toEqual(await eventsOf(modelOfPieces([bytes])));
  },
);

test.each(names)('%s byte by byte gives the same events', async (name) => {
  const bytes = new TextEncoder().encode(recordings[name]?.body);
  const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
  expect(await eventsOf(modelOfPieces(single))).toEqual(await eventsOf(modelOfPieces([bytes])));
});

test.prop([fc.uint8Array({ maxLength: 300 })])(
  'bytes that mean nothing give an error and nothing else',
  async (bytes) => {
    const events = await eventsOf(modelOfPieces([bytes]));
    expect(summary(events)).toMatchObject({ text: '', end: 'bad-response' });
  },
);

function cut(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = cuts.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  return [0, ...places].map((from, k) => bytes.subarray(from, places[k] ?? bytes.length));
}
