import type { Block } from '../tie-models/tie-model.ts';
import type { Problem } from './problem.ts';

/** Sets the block's level and the predictor δ of each of its observations, all of one pair. */
export function predict({ design }: Problem, parameters: Float64Array, pair: number, block: Block): void {
  const { delta, offset, size } = block;
  const i = parameters[design.first[pair]];
  const j = parameters[design.second[pair]];
  block.level = (i + j) / 2;
  delta.fill(i - j, 0, size);
  for (let c = 0; c < design.covariates.length; c++) {
    const values = design.covariates[c];
    const coefficient = parameters[design.models + c];
    for (let k = 0; k < size; k++) delta[k] += coefficient * values[offset + k];
  }
}
