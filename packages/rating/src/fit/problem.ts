import type { Design } from '../design/design.ts';
import type { TieModel } from '../tie-models/tie-model.ts';

/**
 * What is to be maximised: the log-likelihood of a design under a tie model. Its parameters, in this order: one log-strength a
 * model, one coefficient a covariate (in the covariate's own unit), and τ if the tie model has one.
 */
export interface Problem {
  readonly design: Design;
  readonly tieModel: TieModel;
  /** Each model also has half a win and half a loss against a phantom of strength 0, which keeps every rating finite. */
  readonly hasPrior: boolean;
}

export function parameterCount({ design, tieModel }: Problem): number {
  return design.models + design.covariates.length + (tieModel.predictors > 1 ? 1 : 0);
}

/** Whether adding one number to all ratings changes the likelihood. */
export function isLevelIdentified({ tieModel, hasPrior }: Problem): boolean {
  return tieModel.predictors === 3 || hasPrior;
}
