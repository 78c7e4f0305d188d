import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc } from '@fast-check/vitest';
import type { Message, VoteRecord } from '../record.ts';

/** A vote with the fields that every vote has, and those given. */
export function aVote(fields: Partial<VoteRecord> = {}): VoteRecord {
  return { modelA: 'alpha', modelB: 'beta', outcome: 'a', ...fields };
}

/** A vote with every field. */
export function aFullVote(fields: Partial<VoteRecord> = {}): VoteRecord {
  return aVote({
    voter: 'v1',
    time: Date.UTC(2025, 4, 29, 14, 48, 41, 7),
    battle: 'b1',
    turn: 2,
    prompt: 'p1',
    language: 'English',
    tags: ['code', 'math'],
    weight: 0.5,
    covariates: { length: { a: 120, b: 80 }, bold: { a: 0.5, b: 3 } },
    labels: { source: 'import', country: 'Norway, "north"' },
    conversationA: [
      { role: 'user', content: 'Say\n"hi", please' },
      { role: 'assistant', content: '=1+1' },
    ],
    conversationB: [{ role: 'assistant', content: 'hi' }],
    ...fields,
  });
}

/** Votes in batches of a size, as a source gives them. */
export async function* inBatches(votes: readonly VoteRecord[], size = 1000): AsyncGenerator<VoteRecord[]> {
  for (let start = 0; start < votes.length; start += size) yield votes.slice(start, start + size);
}

/** Runs a test in a folder of its own, and says what is in it. */
export async function inFolder<Result>(
  run: (path: (name: string) => string, list: () => Promise<string[]>) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'agon-write-'));
  try {
    return await run(
      (name) => join(folder, name),
      async () => (await readdir(folder)).sort(),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

// As the reader takes strings: with text in them and none but inner white space.
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((value) => value.trim());
const name = text.filter((value) => value !== '' && value.isWellFormed());
const tag = name.filter((value) => !value.includes('|') && !/^[[{]/.test(value));
// As the reader keeps covariates: in 32 bits.
const number = fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const tricky = fc.constantFrom('=1+1', 'a,b', 'say "hi"', '"', 'x\ny', "'", 'ünïcödé', '的', '👍🏽', '-', '1e5');
const word = fc.oneof(name, tricky);
const messages: fc.Arbitrary<Message[]> = fc.array(
  fc.record({ role: fc.constantFrom('user', 'assistant'), content: fc.string({ unit: 'binary', maxLength: 20 }) }),
  { minLength: 1, maxLength: 3 },
);

/** Any vote that every format can hold and the reader gives back as it is. */
export const anyVote: fc.Arbitrary<VoteRecord> = fc
  .record(
    {
      modelA: word.map((value) => `a ${value}`),
      modelB: word.map((value) => `b ${value}`),
      outcome: fc.constantFrom('a', 'b', 'tie', 'both_bad'),
      voter: word,
      time: fc.integer({ min: 1e11, max: 4e12 }),
      battle: word,
      turn: fc.integer({ min: 1, max: 60_000 }),
      prompt: word,
      language: word,
      tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 3 }).map((tags) => tags.sort()),
      weight: fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0),
      covariates: fc.record({ length: fc.record({ a: number, b: number }) }),
      labels: fc.record({ source: word }),
      conversationA: messages,
      conversationB: messages,
    },
    { requiredKeys: ['modelA', 'modelB', 'outcome'], noNullPrototype: true },
  )
  .filter((vote) => (vote.tags?.length ?? 1) > 0);
