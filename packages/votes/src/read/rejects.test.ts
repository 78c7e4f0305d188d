import { expect, test } from 'vitest';
import { allRecords, aRow, aSource, csv, isReconciled, jsonl, parquet, withRejects } from './testing.ts';

test('a vote whose outcome is not known is rejected, with its word', async () => {
  const { columns, rejects, report } = await withRejects(aSource(csv([aRow(), aRow({ outcome: 'meh' })])));
  expect(columns.length).toBe(1);
  expect(rejects).toEqual([
    { source: 'votes', line: 3, reason: 'unknown-outcome', detail: '"meh"', raw: aRow({ outcome: 'meh' }) },
  ]);
  expect(report).toMatchObject({ read: 2, used: 1, rejected: { 'unknown-outcome': 1 } });
});

test('words of the caller are taken, and win over the known ones', async () => {
  const rows = csv([aRow({ outcome: 'MEH ' }), aRow({ outcome: 'left' })]);
  const { columns } = await withRejects(aSource(rows), { outcomes: { meh: 'tie', left: 'b' } });
  expect([...columns.outcome]).toEqual([2, 1]);
});

const faulty = [
  aRow(),
  aRow({ outcome: '' }),
  aRow({ outcome: 'perhaps' }),
  aRow({ model_b: 'heron' }),
  aRow({ model_a: ' ' }),
  aRow({ weight: -1 }),
  aRow({ weight: 'heavy' }),
  aRow({ time: 'yesterday' }),
  aRow({ turn: 1.5 }),
];

const withAll = faulty.map((row) => ({ ...aRow(), weight: '', time: '', turn: '', ...row }));

test.each([
  ['CSV', csv(withAll)],
  ['JSONL', jsonl(...withAll)],
  ['a JSON array', JSON.stringify(withAll)],
  ['Parquet', parquet(withAll.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, String(v)]))))],
])('every row of %s that is not used has its reason', async (_, content) => {
  const { report, rejects } = await withRejects(aSource(content));
  expect(report.rejected).toEqual({
    'missing-outcome': 1,
    'unknown-outcome': 1,
    'same-model': 1,
    'missing-model': 1,
    'bad-value': 4,
  });
  expect(rejects).toHaveLength(8);
  expect(isReconciled(report)).toBe(true);
});

test('records and columns reject the same rows', async () => {
  const { records, report } = await allRecords([aSource(jsonl(...faulty))]);
  expect(records).toEqual([{ modelA: 'heron', modelB: 'osprey', outcome: 'a' }]);
  expect(report).toMatchObject({ read: 9, used: 1 });
});

test('a row that is not wanted in full is not checked in full', async () => {
  const { report } = await withRejects(aSource(jsonl(...faulty)), { want: {} });
  expect(report.used).toBe(5);
});

test('a bad line of JSONL does not stop the reading', async () => {
  const { report, rejects } = await withRejects(aSource(`${jsonl(aRow())}{"model_a": \n7\n${jsonl(aRow())}{"mod`));
  expect(report).toMatchObject({ read: 5, used: 2, rejected: { malformed: 3 } });
  expect(rejects.map(({ line }) => line)).toEqual([2, 3, 5]);
  expect(rejects[1]?.detail).toBe('not a JSON object');
  expect(rejects[2]?.raw).toBe('{"mod');
});

test('a CSV row with too few or too many fields is malformed, and lines are counted through texts of several lines', async () => {
  const text = 'model_a,model_b,outcome\n"a\nname",osprey,a\nheron,osprey\n\nheron,osprey,a,7\nheron,osprey,b\n';
  const { report, rejects } = await withRejects(aSource(text));
  expect(report).toMatchObject({ read: 4, used: 2, rejected: { malformed: 2 } });
  expect(rejects.map(({ line, detail }) => [line, detail])).toEqual([
    [4, '2 fields where the header has 3'],
    [6, '4 fields where the header has 3'],
  ]);
});

test('a quote that is not closed spoils the last row only', async () => {
  const { report } = await withRejects(aSource('model_a,model_b,outcome\nheron,osprey,a\nheron,"osprey,b\n'));
  expect(report).toMatchObject({ read: 2, used: 1, rejected: { malformed: 1 } });
});

test('a reject of Parquet names the row and holds what was read of it', async () => {
  const content = parquet([
    { model_a: 'heron', model_b: 'wren', outcome: 'a' },
    { model_a: 'x', model_b: 'y', outcome: 'z' },
  ]);
  const { rejects } = await withRejects(aSource(content));
  expect(rejects).toEqual([
    {
      source: 'votes',
      line: 2,
      reason: 'unknown-outcome',
      detail: '"z"',
      raw: { model_a: 'x', model_b: 'y', outcome: 'z' },
    },
  ]);
});

test('a reject holds at most 10 kB of a row', async () => {
  const { rejects } = await withRejects(aSource(jsonl(aRow(), aRow({ outcome: '?', text: 'x'.repeat(50_000) }))));
  expect(rejects[0]?.raw).toHaveLength(10_000);
});

test('names of rejected rows are not among the models', async () => {
  const rows = [aRow({ model_a: 'ghost', outcome: '?' }), aRow({ model_a: 'wren', model_b: 'robin' }), aRow()];
  const { columns } = await withRejects(aSource(csv(rows)));
  expect(columns.models).toEqual(['wren', 'robin', 'heron', 'osprey']);
});
