import { describe, expect, test } from 'vitest';
import { columnsOf } from '../apps/cli/src/commands/simulate.ts';
import { board, boardSpecSchema, parseSpec, snapshot } from '../packages/boards/src/index.ts';
import { simulate } from '../packages/rating/src/index.ts';
import { fieldPaths } from './testing/field-paths.ts';
import { fences, firstCells } from './testing/markdown.ts';
import { page } from './testing/pages.ts';
import { schemaFields, valueAt } from './testing/schema-fields.ts';

const votes = columnsOf(simulate({ models: 4, votes: 600, seed: 3, style: { length: 0 } }));
/** One more model that never lost, so that a board has one without a rating. */
const withUnbeaten = {
  ...votes,
  models: [...votes.models, 'unbeaten'],
  modelA: votes.modelA.map((model, vote) => (vote < 3 ? votes.models.length : model)),
  outcome: votes.outcome.map((outcome, vote) => (vote < 3 ? 0 : outcome)),
};
/** Records whose keys are data and not fields. */
const records = ['votes.rejected', 'board.votes.rejected'];

describe('board-json.md', () => {
  const { text } = page('docs/board-json.md');
  const real = board(withUnbeaten, parseSpec({ ties: 'half', controls: [{ name: 'length' }, { name: 'position' }] }));
  const isSpec = (path: string): boolean => /^(board\.)?spec\./.test(path);

  test('lists exactly the fields that a board has', () => {
    const listed = firstCells(text, 'field of a board');
    expect(listed.toSorted()).toEqual(
      fieldPaths(real, records)
        .filter((path) => !isSpec(path))
        .toSorted(),
    );
  });

  test('shows a board with exactly the fields of a real one', () => {
    const [example] = fences(text).filter(
      ({ info, lines }) => info[0] === 'json' && lines.some((line) => line.includes('agon-board/1')),
    );
    const shown: unknown = JSON.parse(example?.lines.join('\n') ?? '');
    expect(fieldPaths(shown, records)).toEqual(fieldPaths(real, records));
  });
});

test('snapshots.md lists exactly the fields that a snapshot has', () => {
  const real = snapshot(votes, parseSpec({}), '0'.repeat(64));
  const paths = fieldPaths(real, records).filter((path) => !/^(spec|board)\./.test(path));
  expect(firstCells(page('docs/snapshots.md').text, 'field of a snapshot').toSorted()).toEqual(paths.toSorted());
});

describe('board-spec.md', () => {
  const { text } = page('docs/board-spec.md');
  const schema: unknown = boardSpecSchema.toJSONSchema({ io: 'input' });
  const fields = schemaFields(schema);

  test('lists exactly the fields of a specification', () => {
    const listed = firstCells(text, 'field');
    expect(listed.toSorted()).toEqual(fields.map(({ path }) => path).toSorted());
  });

  test.each(fields)('gives the default of $path and explains its values', ({ path, values, isOptional }) => {
    const row = text.split('\n').find((line) => line.startsWith(`| \`${path}\` |`)) ?? '';
    const [, , standard = ''] = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const known = path.includes('[]') || path.startsWith('anchor.') ? undefined : valueAt(parseSpec({}), path);
    if (isOptional && known !== undefined) expect(standard).toBe(`\`${JSON.stringify(known)}\``);
    const explained: readonly string[] = text.match(/(?<=^- `)[^`]+(?=`)/gm) ?? [];
    const missing = values.filter((value) => !explained.includes(`${path}: ${JSON.stringify(value)}`));
    expect(missing).toEqual([]);
  });
});
