/**
 * Votes laid out for fitting: observations grouped by unordered pair of models.
 *
 * Models are numbered in the order of their names. A pair holds `first` < `second`; outcomes and covariates are turned so that
 * they speak of `first`. An *observation* is one row of the fit: one vote, or all equal votes of a pair counted together.
 * The layout depends on the set of votes alone, not on the order in which they came, so sums over it have the same bits.
 */
export interface Design {
  /** Number of models taking part. */
  readonly models: number;
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Observations of pair p are `start[p]` to `start[p + 1] - 1`. */
  readonly start: Uint32Array;
  /** 0: first better, 1: second better, 2: tie, 3: both bad. */
  readonly outcome: Uint8Array;
  /** Votes that an observation stands for; null: one each. */
  readonly count: Float64Array | null;
  /** Weight of each of its votes; null: one. */
  readonly weight: Float64Array | null;
  /** One array a covariate, one number an observation. */
  readonly covariates: readonly Float32Array[];
  /** For each vote of the input its observation, or {@link UNUSED}. */
  readonly observation: Uint32Array;
  /** Votes in the design. */
  readonly votes: number;
}

/** Observations of the pair that has most of them. */
export function largestPair({ start }: Design): number {
  let largest = 0;
  for (let pair = 0; pair + 1 < start.length; pair++) largest = Math.max(largest, start[pair + 1] - start[pair]);
  return largest;
}

/** Marks a vote of the input that is not part of a design; the same number as `UNKNOWN`. */
export const UNUSED = 0xffff_ffff;

/** What decides which votes enter a design, and as what. */
export interface Layout {
  /** Number of models taking part. */
  readonly models: number;
  /** For each model of the input its number in the design, or −1. */
  readonly numberOf: Int32Array;
  /** For each outcome code what it counts as, or −1 to leave such votes out. */
  readonly outcomeAs: readonly number[];
  /** Whether the side on which a model was shown is a covariate (+1 where `first` was side a, else −1). */
  readonly position: boolean;
}
