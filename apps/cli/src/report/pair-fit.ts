import type { BoardPair } from '@agon/boards';

/** A pair seen from the model that the fit favours. */
export interface FittedPair {
  readonly favourite: string;
  readonly other: string;
  readonly votes: number;
  readonly observed: number;
  readonly predicted: number;
  /** (observed − predicted) / √(p(1 − p)/n): at most the standardised residual, as ties only narrow the spread of a score. */
  readonly residual: number;
}

/** How well a fit describes its pairs, each weighted by its votes. */
export interface PairFit {
  readonly pairs: readonly FittedPair[];
  /** Pairs whose residual chance alone would hardly make, largest first. */
  readonly surprising: readonly FittedPair[];
  readonly meanAbsoluteError: number;
  /** What the mean absolute error would be, at most, if the fit were true and only chance were at work. */
  readonly errorByChance: number;
  /** Null where all predictions or all observations are equal. */
  readonly correlation: number | null;
}

/** Chance of naming any pair surprising when the fit is true. */
const falseAlarms = 0.05;

/**
 * Compares observed with predicted scores over all pairs with a prediction. A pair is surprising when its residual exceeds
 * √(2 ln(pairs/0.05)): by P(|Z| > z) ≤ exp(−z²/2) and Bonferroni, a true fit shows one such pair in at most 5 % of boards.
 */
export function comparePairs(pairs: readonly BoardPair[]): PairFit {
  const fitted = pairs.flatMap(fromFavourite);
  const limit = Math.sqrt(2 * Math.log(Math.max(1, fitted.length) / falseAlarms));
  const total = fitted.reduce((sum, { votes }) => sum + votes, 0);
  const mean = (value: (pair: FittedPair) => number) =>
    total === 0 ? 0 : fitted.reduce((sum, pair) => sum + pair.votes * value(pair), 0) / total;
  return {
    pairs: fitted,
    surprising: fitted
      .filter(({ residual }) => Math.abs(residual) > limit)
      .sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual)),
    meanAbsoluteError: mean(({ observed, predicted }) => Math.abs(observed - predicted)),
    errorByChance: mean((pair) => Math.sqrt(2 / Math.PI) * spread(pair)),
    correlation: correlate(mean),
  };
}

function correlate(mean: (value: (pair: FittedPair) => number) => number): number | null {
  const [x, y] = [mean(({ predicted }) => predicted), mean(({ observed }) => observed)];
  const xx = mean(({ predicted }) => (predicted - x) ** 2);
  const yy = mean(({ observed }) => (observed - y) ** 2);
  const xy = mean(({ predicted, observed }) => (predicted - x) * (observed - y));
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

function fromFavourite({ a, b, votes, observed, predicted }: BoardPair): FittedPair[] {
  if (predicted === null || votes <= 0) return [];
  const pair =
    predicted >= 0.5
      ? { favourite: a, other: b, votes, observed, predicted }
      : { favourite: b, other: a, votes, observed: 1 - observed, predicted: 1 - predicted };
  return [{ ...pair, residual: (pair.observed - pair.predicted) / spread(pair) }];
}

function spread({ predicted, votes }: { predicted: number; votes: number }): number {
  // A prediction of exactly 1 leaves no spread; the bound keeps the residual finite.
  return Math.sqrt(Math.max(predicted * (1 - predicted), 1e-9) / votes);
}
