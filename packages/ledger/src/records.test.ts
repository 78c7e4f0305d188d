import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { InvalidRecord } from './errors.ts';
import { type LedgerRecord, ledgerRecordSchema, minuteOf, parseRecord } from './records.ts';
import { aBattle, aVote } from './testing.ts';

const common = { version: 1, time: '2026-01-02T03:04Z' } as const;
const examples: readonly LedgerRecord[] = [
  aBattle(),
  aVote({ weight: 0, reasons: ['faster-than-reading'] }),
  { ...common, type: 'undo', vote: 7, reason: 'voter' },
  { ...common, type: 'weight', vote: 7, weight: 0.25, reason: 'young-account' },
  { ...common, type: 'exclusion', vote: 7, reason: 'rigged' },
  { ...common, type: 'withdrawal', leaf: 7, reason: 'erased' },
  { ...common, type: 'link', voters: ['12', '7340982236120014339'] },
  {
    ...common,
    type: 'model',
    revision: '0199f0a0-5c1e-7a44-9a52-1f0c6e5b7d01',
    model: '0199f0a0-5c1e-7a44-9a52-1f0c6e5b7d00',
    number: 1,
    name: 'Quick Fox',
    organisation: null,
    license: 'Apache-2.0',
    settings: 'ef'.repeat(32),
  },
  { ...common, type: 'policy', policyVersion: 1, policy: { kind: 'uniform', floor: 0.2, limits: [null, true] } },
  { ...common, type: 'import', hash: '01'.repeat(32), count: 1200 },
  { ...common, type: 'restart', origin: 'old-log', size: 91, root: '02'.repeat(32), reason: 'restored' },
];

function refusedField(value: unknown): string | null {
  try {
    parseRecord(value);
    return null;
  } catch (error) {
    if (error instanceof InvalidRecord) return error.field;
    throw error;
  }
}

test.each(examples)('a record of type $type is read as it stands', (record) => {
  expect(parseRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
});

test('each type of the schema has an example here', () => {
  const types = ledgerRecordSchema.options.map((option) => option.shape.type.value);
  expect(examples.map(({ type }) => type).toSorted()).toEqual(types.toSorted());
});

test.each(examples)('a record of type $type without one of its fields is refused, and the field named', (record) => {
  for (const field of Object.keys(record)) {
    const rest = Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
    expect(refusedField(rest)).toBe(field);
  }
});

test.each(examples)('a record of type $type with one field more is refused', (record) => {
  expect(() => parseRecord({ ...record, voterName: 'Ada' })).toThrow('"voterName"');
});

test.each([
  { field: 'version', value: 2 },
  { field: 'type', value: 'votes' },
  { field: 'time', value: '2026-01-02T03:04:05Z' },
  { field: 'time', value: '2026-01-02T03:04+01:00' },
  { field: 'time', value: '2026-02-30T03:04Z' },
  { field: 'battle', value: 'short' },
  { field: 'battle', value: 'q3bGz0T7yXkLh1VwN5sJ2/' },
  { field: 'turn', value: 0 },
  { field: 'attempt', value: 1.5 },
  { field: 'outcome', value: 'both-bad' },
  { field: 'voter', value: '007' },
  { field: 'voter', value: 7 },
  { field: 'weight', value: -1 },
  { field: 'weight', value: Number.POSITIVE_INFINITY },
  { field: 'texts', value: 'AB'.repeat(32) },
  { field: 'texts', value: 'ab'.repeat(31) },
])('a vote whose $field is $value is refused, and the field named', ({ field, value }) => {
  expect(refusedField({ ...aVote(), [field]: value })).toBe(field);
});

test('the reason that is no code is named by its place', () => {
  expect(refusedField({ ...aVote(), reasons: ['leak-masked', 'Leak masked'] })).toBe('reasons.1');
});

test.each([
  { field: 'modelA', value: 'quick-fox' },
  { field: 'modelA', value: '0199F0A0-5C1E-7A44-9A52-1F0C6E5B7D01' },
  { field: 'probability', value: 0 },
  { field: 'probability', value: 1.0001 },
  { field: 'kind', value: 'Side by side' },
])('a battle whose $field is $value is refused, and the field named', ({ field, value }) => {
  expect(refusedField({ ...aBattle(), [field]: value })).toBe(field);
});

test('a link of a voter to itself is refused', () => {
  expect(refusedField({ ...common, type: 'link', voters: ['12', '12'] })).toBe('voters');
});

test.each([null, undefined, 'vote', 7, []])('%j is no record', (value) => {
  expect(() => parseRecord(value)).toThrow(InvalidRecord);
});

test('a time is rounded down to its minute', () => {
  expect(minuteOf(Date.UTC(2026, 0, 2, 3, 4, 59, 999))).toBe('2026-01-02T03:04Z');
});

test.prop([fc.date({ min: new Date('0000-01-01T00:00Z'), max: new Date('9999-12-31T23:59Z'), noInvalidDate: true })])(
  'the minute of a time is one that records take, less than a minute before it',
  (date) => {
    const time = minuteOf(date.getTime());
    expect(refusedField(aVote({ time }))).toBeNull();
    expect(date.getTime() - Date.parse(time)).toBeGreaterThanOrEqual(0);
    expect(date.getTime() - Date.parse(time)).toBeLessThan(60_000);
  },
);

test.each([Number.NaN, 1e300, Date.UTC(10_000, 0, 1), Date.UTC(-1, 0, 1)])('%d ms is no time of a record', (timeMs) => {
  expect(() => minuteOf(timeMs)).toThrow('is no time between the years 0 and 9999');
});
