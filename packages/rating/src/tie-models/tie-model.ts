/** Observations are handled this many at a time; even, so that the two lanes of a sum alternate across blocks. */
export const BLOCK = 1024;

/** A run of observations of one pair, with room for what a tie model says of each of them. */
export interface Block {
  size: number;
  /** Predictor δ of each observation: the first model's log-strength less the second's, covariates included. */
  readonly delta: Float64Array;
  /** Outcome of observation k is `outcome[offset + k]`. */
  outcome: Uint8Array;
  offset: number;
  /** Tie predictor τ (log ν or c), one for all. */
  tie: number;
  /** Mean log-strength of the pair, (θᵢ + θⱼ)/2. */
  level: number;
  /** Probability of the outcome seen; of a tie counted as half a win √(P(win)·P(loss)), whose logarithm is half of either. */
  readonly likelihood: Float64Array;
  /** First derivatives of the log-probability of the outcome by δ, τ, level. */
  readonly score: readonly [Float64Array, Float64Array, Float64Array];
  /** Second derivatives with the sign changed: δδ, τδ, ττ, λδ, λτ, λλ. */
  readonly information: readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
}

/** Probabilities of the outcomes for the pair's first model: better, worse, tie, both bad. */
export type OutcomeProbabilities = readonly [better: number, worse: number, tie: number, bothBad: number];

/** How likely each outcome is, given the strengths of the two models. */
export interface TieModel {
  readonly name: TieModelName;
  /** 1: δ alone; 2: δ and τ; 3: δ, τ and the pair's level. */
  readonly predictors: 1 | 2 | 3;
  /** A value of τ from which the fit starts, given the share of ties. */
  readonly startTie: (tieShare: number) => number;
  /** Whether τ is inside the parameter space. */
  readonly isAllowed: (tie: number) => boolean;
  /** Fills `score` and `information` of the block. */
  readonly derivatives: (block: Block) => void;
  /** Fills `likelihood` of the block. */
  readonly likelihoods: (block: Block) => void;
  readonly probabilities: (delta: number, tie: number, level: number) => OutcomeProbabilities;
}

export type TieModelName = 'bradley-terry' | 'davidson' | 'rao-kupper' | 'grounded-rao-kupper';

/** Room for a block of the observations of a design whose largest pair has `largest` of them. */
export function createBlock(largest: number): Block {
  const column = (): Float64Array => new Float64Array(Math.min(BLOCK, largest));
  return {
    size: 0,
    delta: column(),
    outcome: new Uint8Array(0),
    offset: 0,
    tie: 0,
    level: 0,
    likelihood: column(),
    score: [column(), column(), column()],
    information: [column(), column(), column(), column(), column(), column()],
  };
}

/** `likelihoods` of a model in which each outcome has a probability of its own; `as` says which one an outcome code means. */
export function likelihoodsBy(
  probabilities: TieModel['probabilities'],
  as: readonly [number, number, number, number],
): TieModel['likelihoods'] {
  return ({ size, delta, tie, level, outcome, offset, likelihood }) => {
    for (let k = 0; k < size; k++) likelihood[k] = probabilities(delta[k], tie, level)[as[outcome[offset + k]]];
  };
}
