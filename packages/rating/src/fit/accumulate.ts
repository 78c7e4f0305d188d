import { largestPair } from '../design/design.ts';
import { logistic } from '../numbers/exp.ts';
import { BLOCK, type Block, createBlock } from '../tie-models/tie-model.ts';
import { derivativesAt } from './derive.ts';
import { addColumnPair, addProductPair, addProducts, addSum } from './lanes.ts';
import { predict } from './predict.ts';
import { type Problem, parameterCount } from './problem.ts';
import { createSums, type PairSums, scatter } from './scatter.ts';

/** Gradient of the log-likelihood and a matrix of second order, its lower triangle filled. */
export interface Equations {
  readonly gradient: Float64Array;
  readonly matrix: Float64Array;
}

/** What a pass collects beside the gradient. */
export interface Pass {
  /**
   * `information`: negative second derivatives. `outer`: sum over votes of score·scoreᵀ, the meat of the sandwich. `none`: zeros,
   * where only the gradient is wanted.
   */
  readonly matrix: 'information' | 'outer' | 'none';
  /** Where given, receives the score of each vote by δ, τ and level: one array a predictor, one element an observation. */
  readonly scores?: readonly Float64Array[];
  /** Votes of each observation in place of the design's own counts: a bootstrap resample. */
  readonly counts?: Float64Array;
}

/**
 * One pass over all observations. Sums run in two lanes inside a pair, then over pairs in ascending order; the bits do not
 * depend on how pairs are dealt out to workers. O(observations · covariates²).
 */
export function accumulate(problem: Problem, parameters: Float64Array, pass: Pass): Equations {
  const { design, tieModel, hasPrior } = problem;
  const size = parameterCount(problem);
  const equations = { gradient: new Float64Array(size), matrix: new Float64Array(size * size) };
  const block = createBlock(largestPair(design));
  const sums = createSums(tieModel.predictors, design.covariates.length, block.delta.length);
  const derive = derivativesAt(problem, parameters);
  const pairs = design.first.length;
  block.outcome = design.outcome;
  block.tie = tieModel.predictors > 1 ? parameters[size - 1] : 0;
  for (let pair = 0; pair < pairs; pair++) {
    sums.lanes.fill(0);
    const end = design.start[pair + 1];
    for (let from = design.start[pair]; from < end; from += BLOCK) {
      block.offset = from;
      block.size = Math.min(BLOCK, end - from);
      predict(problem, parameters, pair, block);
      derive(block);
      weigh(problem, pass, block);
      if (pass.matrix === 'none') addScores(problem, block, sums);
      else addBlock(problem, block, sums);
    }
    scatter(sums, design.first[pair], design.second[pair], design.models, equations);
  }
  if (hasPrior) addPrior(design.models, parameters, pass, equations);
  return equations;
}

/** Keeps the scores of single votes, turns them into an outer product where asked, and multiplies by weight and count. */
function weigh({ design, tieModel }: Problem, pass: Pass, { offset, size, score, information }: Block): void {
  const { predictors } = tieModel;
  const count = pass.counts ?? design.count;
  for (let p = 0; p < predictors; p++) {
    if (design.weight !== null) scale(score[p], design.weight, offset, size);
    pass.scores?.[p].set(score[p].subarray(0, size), offset);
  }
  for (let p = 0, slot = 0; p < predictors; p++) {
    for (let q = 0; q <= p; q++, slot++) {
      const info = information[slot];
      if (pass.matrix === 'outer') for (let k = 0; k < size; k++) info[k] = score[p][k] * score[q][k];
      else if (design.weight !== null) scale(info, design.weight, offset, size);
      if (count !== null) scale(info, count, offset, size);
    }
  }
  if (count !== null) for (let p = 0; p < predictors; p++) scale(score[p], count, offset, size);
}

function scale(values: Float64Array, by: Float64Array, offset: number, size: number): void {
  for (let k = 0; k < size; k++) values[k] *= by[offset + k];
}

/** As {@link addBlock}, of the scores alone. */
function addScores({ design, tieModel }: Problem, { offset, size, score }: Block, { lanes }: PairSums): void {
  const { predictors } = tieModel;
  for (let p = 0; p < predictors; p++) addSum(lanes, p, score[p], size);
  let slot = predictors + (predictors * (predictors + 1)) / 2;
  for (const z of design.covariates) {
    addProducts(lanes, slot, score[0], { z, offset, size });
    slot += 1 + predictors;
  }
}

/** Adds a block to the sums of its pair, in the order of slots that `PairSums` describes. */
function addBlock({ design, tieModel }: Problem, { offset, size, score, information }: Block, sums: PairSums): void {
  const { predictors } = tieModel;
  const { covariates } = design;
  const { lanes, products } = sums;
  let slot = 0;
  for (let p = 0; p < predictors; p++) addSum(lanes, slot++, score[p], size);
  for (let s = 0; s < (predictors * (predictors + 1)) / 2; s++) addSum(lanes, slot++, information[s], size);
  const columns = covariates.map((z) => ({ z, offset, size }));
  let corner = slot + columns.length * (1 + predictors);
  for (let c = 0; c < columns.length; c++) {
    // Information between δ and each predictor: slots 0, 1 and 3 of the triangle.
    addProductPair(lanes, slot, [score[0], information[0], products], columns[c]);
    slot += 2;
    for (let p = 1; p < predictors; p++) addProducts(lanes, slot++, information[(p * (p + 1)) / 2], columns[c]);
    let d = 0;
    for (; d < c; d += 2, corner += 2) addColumnPair(lanes, corner, products, [columns[d], columns[d + 1]]);
    if (d === c) addProducts(lanes, corner++, products, columns[d]);
  }
}

/** Half a win and half a loss a model against strength 0. */
function addPrior(models: number, parameters: Float64Array, pass: Pass, { gradient, matrix }: Equations): void {
  const size = gradient.length;
  for (let i = 0; i < models; i++) {
    const p = logistic(parameters[i]);
    gradient[i] += 0.5 - p;
    // The phantom's votes are no data: they add curvature, but no scores to the sandwich.
    if (pass.matrix === 'information') matrix[i * size + i] += p * logistic(-parameters[i]);
  }
}
