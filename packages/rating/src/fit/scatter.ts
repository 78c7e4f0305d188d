import type { Equations } from './accumulate.ts';

/**
 * Running sums of one pair, two lanes a slot. Slots in order: the score of each predictor; the triangle of information between
 * predictors; for each covariate z its Σ score·z and Σ information(δ, predictor)·z; then Σ information(δ, δ)·z·z′ by triangle.
 */
export interface PairSums {
  readonly predictors: number;
  readonly covariates: number;
  readonly lanes: Float64Array;
  /** Room for one block of products. */
  readonly products: Float64Array;
}

/** Room for the sums of a pair, whose observations come in blocks of at most `largest`. */
export function createSums(predictors: number, covariates: number, largest: number): PairSums {
  const slots =
    predictors +
    (predictors * (predictors + 1)) / 2 +
    covariates * (1 + predictors) +
    (covariates * (covariates + 1)) / 2;
  return { predictors, covariates, lanes: new Float64Array(2 * slots), products: new Float64Array(largest) };
}

/**
 * Adds the sums of the pair (i, j) to the equations: δ = θᵢ − θⱼ + …, level = (θᵢ + θⱼ)/2. The only place that knows which
 * parameters a pair touches; a model with more parts a side needs another of these and nothing else.
 */
export function scatter(sums: PairSums, i: number, j: number, models: number, equations: Equations): void {
  const { predictors, covariates } = sums;
  const { gradient, matrix } = equations;
  const size = gradient.length;
  const sum = (slot: number): number => sums.lanes[2 * slot] + sums.lanes[2 * slot + 1];
  const hasTie = predictors > 1;
  const hasLevel = predictors > 2;
  const information = predictors;
  const tie = models + covariates;

  const slope = sum(0);
  const rise = hasLevel ? sum(2) / 2 : 0;
  gradient[i] += slope + rise;
  gradient[j] += rise - slope;

  const curve = sum(information);
  const bend = hasLevel ? sum(information + 5) / 4 : 0;
  const skew = hasLevel ? sum(information + 3) : 0;
  matrix[i * size + i] += curve + bend + skew;
  matrix[j * size + j] += curve + bend - skew;
  matrix[j * size + i] += bend - curve;

  if (hasTie) {
    const row = tie * size;
    const shared = hasLevel ? sum(information + 4) / 2 : 0;
    const crossed = sum(information + 1);
    gradient[tie] += sum(1);
    matrix[row + i] += crossed + shared;
    matrix[row + j] += shared - crossed;
    matrix[row + tie] += sum(information + 2);
  }

  let slot = information + (predictors * (predictors + 1)) / 2;
  for (let c = 0; c < covariates; c++) {
    const row = (models + c) * size;
    gradient[models + c] += sum(slot);
    const direct = sum(slot + 1);
    const shared = hasLevel ? sum(slot + 3) / 2 : 0;
    matrix[row + i] += direct + shared;
    matrix[row + j] += shared - direct;
    if (hasTie) matrix[tie * size + models + c] += sum(slot + 2);
    slot += 1 + predictors;
  }
  for (let c = 0; c < covariates; c++) {
    for (let d = 0; d <= c; d++) matrix[(models + c) * size + models + d] += sum(slot++);
  }
}
