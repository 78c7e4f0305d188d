import { type Block, createBlock, type TieModel } from '../tie-models/tie-model.ts';
import type { Problem } from './problem.ts';

/** Fills the derivatives of a block whose δ are set. */
export type Derive = (block: Block) => void;

/**
 * The derivatives of a problem at some parameters. Where no covariate has an effect, as at the start of a fit, all votes of a
 * pair have one δ: those of each outcome are then computed once, with the same bits.
 */
export function derivativesAt({ design, tieModel }: Problem, parameters: Float64Array): Derive {
  const { models, covariates, count } = design;
  const effects = parameters.subarray(models, models + covariates.length);
  // Votes that are counted together differ in outcome already.
  if (count !== null || effects.some((effect) => effect !== 0)) return tieModel.derivatives;
  const outcomes = createBlock(4);
  outcomes.outcome = Uint8Array.of(0, 1, 2, 3);
  outcomes.size = 4;
  return (block) => deriveByOutcome(tieModel, block, outcomes);
}

function deriveByOutcome({ derivatives, predictors }: TieModel, block: Block, outcomes: Block): void {
  outcomes.delta.fill(block.delta[0]);
  outcomes.tie = block.tie;
  outcomes.level = block.level;
  derivatives(outcomes);
  for (let p = 0; p < predictors; p++) spread(outcomes.score[p], block, block.score[p]);
  for (let slot = 0; slot < (predictors * (predictors + 1)) / 2; slot++) {
    spread(outcomes.information[slot], block, block.information[slot]);
  }
}

function spread(byOutcome: Float64Array, { outcome, offset, size }: Block, into: Float64Array): void {
  for (let k = 0; k < size; k++) into[k] = byOutcome[outcome[offset + k]];
}
