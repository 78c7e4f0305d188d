import type { Block } from '../tie-models/tie-model.ts';
import type { Problem } from './problem.ts';

/** Sets the block's level and the predictor δ of each of its observations, all of one pair. */
export function predict({ design }: Problem, parameters: Float64Array, pair: number, block: Block): void {
  const { delta, offset, size } = block;
  const i = parameters[design.first[pair]];
  const j = parameters[design.second[pair]];
  block.level = (i + j) / 2;
  delta.fill(i - j, 0, size);
  const { covariates, models } = design;
  let c = 0;
  // Two at a time, in the same order: each pass over δ costs as much as what it adds.
  for (; c + 1 < covariates.length; c += 2) {
    const one = covariates[c];
    const other = covariates[c + 1];
    const ofOne = parameters[models + c];
    const ofOther = parameters[models + c + 1];
    for (let k = 0; k < size; k++) delta[k] = delta[k] + ofOne * one[offset + k] + ofOther * other[offset + k];
  }
  if (c < covariates.length) {
    const values = covariates[c];
    const coefficient = parameters[models + c];
    for (let k = 0; k < size; k++) delta[k] += coefficient * values[offset + k];
  }
}
