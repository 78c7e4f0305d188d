import { describe, expect, test } from 'vitest';
import { SpecMismatch } from './errors.ts';
import { board } from './make-board.ts';
import { slices } from './slices.ts';
import { parseSpec } from './spec.ts';
import { columnsFrom, columnsOfLines, type Line, rejectedIn, someVotes, votesFrom } from './testing.ts';

const columns = columnsFrom(someVotes({ votes: 900 }));
const even: Line[] = [
  ['x', 'y', 'a'],
  ['x', 'y', 'b'],
];

test('one board a value, most votes first, as if the votes had been filtered', () => {
  const made = slices(columns, parseSpec({}), 'language');
  expect(made.map(({ value }) => value).toSorted()).toEqual(['English', 'French', 'Norwegian']);
  for (const { value, board: slice } of made) {
    const filter = [{ field: 'language', op: 'in', values: [value] }];
    expect(slice).toEqual(board(columns, parseSpec({ filter })));
  }
  const used = made.map((slice) => slice.board.votes.used);
  expect(used).toEqual(used.toSorted((x, y) => y - x));
});

test.each(['language', 'turn', 'country', 'outcome', 'prompt', 'model_a'])('slices by %s share out all votes', (by) => {
  const made = slices(columns, parseSpec({}), by);
  const inSlices = made.reduce((sum, { board: slice }) => sum + slice.votes.read - filtered(slice), 0);
  expect(inSlices).toBe(columns.length);
  for (const { board: slice } of made) expect(slice.votes.used + rejectedIn(slice)).toBe(slice.votes.read);
});

test('by tags a vote is in the slice of each of its tags', () => {
  const votes = [
    ...votesFrom([...even, ['x', 'y', 'a']], { tags: ['code', 'math'] }),
    ...votesFrom(even, { tags: ['code'] }),
  ];
  const made = slices(columnsFrom(votes), parseSpec({}), 'tags');
  expect(made.map(({ value, board: slice }) => [value, slice.votes.used])).toEqual([
    ['code', 5],
    ['math', 3],
  ]);
});

test('values of which the filter leaves nothing have no slice', () => {
  const filter = [{ field: 'language', op: 'in', values: ['French', 'English'] }];
  const made = slices(columns, parseSpec({ filter }), 'language');
  expect(made.map(({ value }) => value).toSorted()).toEqual(['English', 'French']);
});

test('votes without a value are in no slice', () => {
  const votes = [...votesFrom(even, { language: 'English' }), ...votesFrom(even)];
  const made = slices(columnsFrom(votes), parseSpec({}), 'language');
  expect(made.map(({ value }) => value)).toEqual(['English']);
  expect(made[0].board.votes).toMatchObject({ read: 4, used: 2, rejected: { filtered: 2 } });
});

test('controls have the scale of the whole record in every slice, whatever the filter', () => {
  const spec = parseSpec({
    controls: [{ name: 'length' }, { name: 'bold', transform: 'difference' }],
    filter: [{ field: 'country', op: 'in', values: ['Peru'] }],
  });
  const scales = (controls: readonly { scale: number }[]): number[] => controls.map(({ scale }) => scale);
  const whole = scales(board(columns, parseSpec({ ...spec, filter: [] })).controls);
  expect(whole).toHaveLength(2);
  const made = slices(columns, spec, 'language');
  for (const { board: slice } of made) expect(scales(slice.controls)).toEqual(whole);
  expect(new Set(made.map(({ board: slice }) => slice.controls[0].coefficient)).size).toBe(3);
});

describe('a column that cannot be sliced by', () => {
  test.each(['nope', 'model', 'time', 'weight', 'constructor'])('%s: the message names only columns that can', (by) => {
    const votes = someVotes({ hasWeights: true });
    const act = (): unknown => slices(columnsFrom(votes), parseSpec({}), by);
    expect(act).toThrow(SpecMismatch);
    expect(act).toThrow(new RegExp(`"${by}"`));
    expect(act).not.toThrow(/There are:.*\b(model,|time|weight)/);
  });
});

describe('a slice too poor for the specification does not take the others with it', () => {
  const poor = [
    ...someVotes({ votes: 300 }).map((vote) => ({ ...vote, language: 'English' })),
    ...votesFrom(even, { language: 'Norsk', covariates: { length: { a: 1, b: 1 }, bold: { a: 1, b: 1 } } }),
  ];

  test.each<[string, object]>([
    ['no tie to fit', { ties: 'davidson' }],
    ['no both-bad to fit', { ties: 'grounded' }],
    ['the anchor has no vote there', { anchor: { model: 'ada', rating: 1000 } }],
    ['the control is 0 there', { controls: [{ name: 'length' }] }],
  ])('%s', (_, document) => {
    const made = slices(columnsFrom(poor), parseSpec(document), 'language');
    expect(made[0].value).toBe('English');
    expect(made[0].board.models[0].rating).not.toBeNull();
  });
});

test('a slice of one-sided votes has a board that says so', () => {
  const votes = [...votesFrom(even, { language: 'English' }), ...votesFrom([['x', 'y', 'a']], { language: 'Norsk' })];
  const [, norsk] = slices(columnsFrom(votes), parseSpec({}), 'language');
  expect(norsk).toMatchObject({ value: 'Norsk', fit: null });
  expect(norsk.board.verdict.kind).toBe('not-comparable');
});

test('a column without any value is refused', () => {
  const empty = {
    ...columnsOfLines(even),
    labels: { note: { codes: new Uint32Array(2).fill(0xffffffff), names: [] } },
  };
  expect(() => slices(empty, parseSpec({}), 'note')).toThrow(/No vote has a value in the column "note"/);
});

function filtered({ votes }: ReturnType<typeof board>): number {
  return votes.rejected.filtered ?? 0;
}
