import { fc } from '@fast-check/vitest';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { leafHash } from './merkle/hash.ts';
import type { LedgerRecord } from './records.ts';

type RecordOf<Type extends LedgerRecord['type']> = Extract<LedgerRecord, { type: Type }>;

/** 16 bytes that are no secret. */
export const salt = Uint8Array.from({ length: 16 }, (_, k) => k);

export function aVote(fields: Partial<RecordOf<'vote'>> = {}): RecordOf<'vote'> {
  return {
    version: 1,
    type: 'vote',
    time: '2026-01-02T03:04Z',
    battle: 'q3bGz0T7yXkLh1VwN5sJ2A',
    turn: 1,
    attempt: 1,
    outcome: 'a',
    voter: '7340982236120014339',
    weight: 1,
    reasons: [],
    texts: 'ab'.repeat(32),
    ...fields,
  };
}

export function aBattle(fields: Partial<RecordOf<'battle'>> = {}): RecordOf<'battle'> {
  return {
    version: 1,
    type: 'battle',
    time: '2026-01-02T03:03Z',
    battle: 'q3bGz0T7yXkLh1VwN5sJ2A',
    kind: 'blind',
    modelA: '0199f0a0-5c1e-7a44-9a52-1f0c6e5b7d01',
    modelB: '0199f0a0-5c1e-7a44-9a52-1f0c6e5b7d02',
    probability: 0.05,
    policyVersion: 1,
    prompt: 'cd'.repeat(32),
    ...fields,
  };
}

/** Hashes of `count` leaves, all different. */
export function leaves(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, k) => leafHash(utf8ToBytes(`leaf ${k}`)));
}

/** A size from 1 and a leaf of it. */
export function place(maxSize = 70) {
  return fc.integer({ min: 1, max: maxSize }).chain((size) => {
    return fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) });
  });
}

/** Two sizes in order, from 0. */
export function growth(maxSize = 70) {
  const size = fc.integer({ min: 0, max: maxSize });
  return fc.tuple(size, size).map(([one, other]) => ({ oldSize: Math.min(one, other), newSize: Math.max(one, other) }));
}
