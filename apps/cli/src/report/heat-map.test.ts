import { expect, test } from 'vitest';
import { heatMap } from './heat-map.ts';
import { aBoard } from './testing.ts';

const at = { level: 2, prefix: '' } as const;
const board = aBoard({ models: ['opal', 'larch', 'heron'] });
const pair = { a: 'opal', b: 'larch', votes: 1200, winsA: 900, winsB: 300, ties: 0, bothBad: 0, observed: 0.75 };

test('a pair is shown from both sides, observed and predicted, with its votes', () => {
  const markup = (heatMap(board, [{ ...pair, predicted: 0.7 }], at)?.markup ?? '').replaceAll('\u00a0', ' ');
  expect(markup).toContain(
    '<td title="opal against larch: 75 % of 1,200 votes, predicted 70 %"><b class="observed s8">75</b><b class="predicted s7">70</b></td>',
  );
  expect(markup).toContain(
    '<td title="larch against opal: 25 % of 1,200 votes, predicted 30 %"><b class="observed s2">25</b><b class="predicted s3">30</b></td>',
  );
});

test('an even score has the middle colour, a pair without a prediction shows none', () => {
  const markup = heatMap(board, [{ ...pair, observed: 0.5, predicted: null }], at)?.markup ?? '';
  expect(markup).toContain('no prediction"><b class="observed s5">50</b></td>');
});

test('there is no map without pairs or without two rated models', () => {
  expect(heatMap(board, [], at)).toBeNull();
  expect(heatMap(aBoard({ models: 1 }), [{ ...pair, predicted: 0.7 }], at)).toBeNull();
});
