import { describe, expect, test } from 'vitest';
import { columnsOf } from '../apps/cli/src/commands/simulate.ts';
import { configSchema } from '../apps/server/src/config/config-schema.ts';
import { defaultSettings } from '../apps/server/src/settings/settings.ts';
import { contract, endpoints, problemStatus } from '../packages/api/src/index.ts';
import { voteWeight } from '../packages/arena/src/index.ts';
import { board, boardSpecSchema, parseSpec, snapshot } from '../packages/boards/src/index.ts';
import { simulate } from '../packages/rating/src/index.ts';
import { fieldPaths } from './testing/field-paths.ts';
import { fences, firstCells, rows } from './testing/markdown.ts';
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

describe('configuration.md', () => {
  const { text } = page('docs/configuration.md');
  const fields = schemaFields(configSchema.toJSONSchema({ io: 'input' }));
  const optional = new Set(
    rows(text, 'field').flatMap(([path = '', standard]) => (standard === 'required' ? [] : path)),
  );

  test('lists exactly the fields that a configuration may have, and which must be there', () => {
    const paths = [...new Set(fields.map(({ path }) => path))];
    expect(firstCells(text, 'field').toSorted()).toEqual(paths.toSorted());
    const required = fields.flatMap(({ path, isOptional }) => (isOptional || path.startsWith('settings.') ? [] : path));
    expect(firstCells(text, 'field').filter((path) => !optional.has(path))).toEqual([...new Set(required)]);
  });

  test('gives the defaults of a new arena', () => {
    const given = new Map(rows(text, 'field').map(([path = '', standard]) => [path, standard]));
    const wrong = Object.entries(defaultSettings).filter(
      ([field, value]) => typeof value !== 'object' && given.get(`settings.${field}`) !== String(value),
    );
    expect(wrong).toEqual([]);
  });
});

describe('api.md', () => {
  const { text } = page('docs/api.md');

  test('lists exactly the calls of the contract', () => {
    const calls = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
    expect(firstCells(text, 'call').toSorted()).toEqual(calls.toSorted());
  });

  test('lists exactly the codes of refusals, each with its status', () => {
    const listed = rows(text, 'code').map(([code, status]) => `${code} ${status}`);
    const real = Object.entries(problemStatus).map(([code, status]) => `${code} ${status}`);
    expect(listed.toSorted()).toEqual(real.toSorted());
  });

  test('lists exactly the events of a battle', () => {
    const types = contract.battleEvents.response.options.map(({ shape }) => shape.type.value);
    expect(firstCells(text, 'event').toSorted()).toEqual(types.toSorted());
  });
});

describe('battles.md', () => {
  const { text } = page('docs/battles.md');
  const { phase, voidReason } = contract.battle.response.shape;

  test('lists exactly the states of a battle', () => {
    expect(firstCells(text, 'state').toSorted()).toEqual(phase.options.toSorted());
  });

  test('explains exactly the reasons for which a battle is void', () => {
    expect(firstCells(text, 'void because').toSorted()).toEqual(voidReason.unwrap().options.toSorted());
  });

  test('explains every reason of a weight, and which weight it gives', () => {
    const asked = { elapsedMs: 60_000, charactersShown: 100, prompts: ['Why is the sky blue?'], leaks: [] };
    const leak = { kind: 'claim', alias: 'Heron', start: 5, end: 10, text: 'Heron' } as const;
    const real = [
      voteWeight(asked),
      voteWeight({ ...asked, elapsedMs: 0 }),
      voteWeight({ ...asked, prompts: ['Who are you?'] }),
      voteWeight({ ...asked, leaks: [leak] }),
    ];
    const listed = rows(text, 'reason').map(([reason, weight]) => [reason, weight === '0' ? 0 : 1]);
    expect(listed).toEqual(real.map(({ weight, reasons }) => [reasons[0] ?? 'none', weight]));
  });
});
