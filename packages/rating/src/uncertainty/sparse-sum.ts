import type { Problem } from '../fit/problem.ts';
import type { ScoreWindow } from './scores.ts';

/**
 * The sum of the scores of a few votes: a number a parameter, and the list of the models that it touches. The parameters after
 * the models (covariates, τ) count as touched always.
 */
export interface SparseSum {
  readonly predictors: number;
  readonly models: number;
  readonly values: Float64Array;
  readonly isTouched: Uint8Array;
  readonly touched: Uint32Array;
  size: number;
}

export function createSparseSum({ design, tieModel }: Problem): SparseSum {
  const { models, covariates } = design;
  return {
    predictors: tieModel.predictors,
    models,
    values: new Float64Array(models + covariates.length + (tieModel.predictors > 1 ? 1 : 0)),
    isTouched: new Uint8Array(models),
    // One more: a model that is not new is written behind the others.
    touched: new Uint32Array(models + 1),
    size: 0,
  };
}

/** Adds the scores of members `from` to `to - 1`, which the window must hold. */
export function addScores(sum: SparseSum, { records, place, start }: ScoreWindow, from: number, to: number): void {
  const { stride, doubles, floats, integers } = records;
  const { predictors, models, values, isTouched, touched } = sum;
  const tie = values.length - 1;
  const width = (predictors > 1 ? tie : values.length) - models;
  let size = sum.size;
  for (let k = from; k < to; k++) {
    const at = place[k - start] * stride;
    const pair = 2 * (at + predictors);
    const i = integers[pair];
    const j = integers[pair + 1];
    const slope = doubles[at];
    const rise = predictors > 2 ? doubles[at + 2] / 2 : 0;
    // Written in any case, kept if new: whether a model is new no processor could predict.
    touched[size] = i;
    size += 1 - isTouched[i];
    isTouched[i] = 1;
    touched[size] = j;
    size += 1 - isTouched[j];
    isTouched[j] = 1;
    values[i] += slope + rise;
    values[j] += rise - slope;
    for (let c = 0; c < width; c++) values[models + c] += slope * floats[pair + 2 + c];
    if (predictors > 1) values[tie] += doubles[at + 1];
  }
  sum.size = size;
}

export function clear(sum: SparseSum): void {
  const { models, values, isTouched, touched } = sum;
  for (let k = 0; k < sum.size; k++) {
    values[touched[k]] = 0;
    isTouched[touched[k]] = 0;
  }
  for (let p = models; p < values.length; p++) values[p] = 0;
  sum.size = 0;
}
