import { expect, test } from 'vitest';
import { calibration } from './calibration.ts';
import { aBoard, somePairs } from './testing.ts';

const at = { level: 2, prefix: '' } as const;

test('the fit is told in words, and a pair that chance does not explain by name', () => {
  const pair = { a: 'opal', b: 'larch', votes: 400, winsA: 100, winsB: 300, ties: 0, bothBad: 0, observed: 0.25 };
  const markup = calibration([{ ...pair, predicted: 0.6 }], at)?.markup.replaceAll('\u00a0', ' ') ?? '';
  expect(markup).toContain('a prediction is off by 35.0 percentage points on average; chance alone');
  expect(markup).toContain('25 % observed, 60 % predicted, 400 votes, residual −14.3');
  expect(markup).toContain('class="pair surprising"');
});

test('of very many pairs those with most votes are drawn, and the page says so', () => {
  const markup = calibration(somePairs(aBoard({ models: 80, votes: 200_000 })), at)?.markup ?? '';
  expect(markup).toContain('Drawn are the 1,500 pairs with most votes.');
  expect(markup.split('class="pair').length - 1).toBeLessThanOrEqual(1508);
});

test('there is no comparison without predictions', () => {
  expect(calibration([], at)).toBeNull();
});
