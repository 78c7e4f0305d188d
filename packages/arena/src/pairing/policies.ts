/** What a fit knows: the covariance V of the strengths, row-major, in the order of `ids`. */
export interface Knowledge {
  readonly ids: readonly string[];
  /** `ids.length` squared, symmetric, in log-odds squared. */
  readonly covariance: Float64Array;
  /** Log-strengths in the order of `ids`. */
  readonly strengths: Float64Array;
}

/**
 * How pairs are drawn.
 *
 * `uniform`: each pair alike. `weighted`: in proportion to the product of the two weights, mixed
 * with a share `floor` of uniform draws among the models of any weight (0 if not given). `active`: in proportion to what a vote on the
 * pair is expected to teach, mixed with a share `floor` of uniform draws (0.2 if not given); uniform until there is a fit.
 */
export type Policy =
  | { readonly name: 'uniform' }
  | { readonly name: 'weighted'; readonly floor?: number }
  | { readonly name: 'active'; readonly floor?: number; readonly knowledge: Knowledge | null };

/** The version of these rules: it changes whenever equal inputs would give other probabilities. */
export const POLICY_VERSION = 1;

/** Weights that were told apart would all vanish beside a number this large: they are scaled down first. */
export function scaled(weights: readonly number[]): readonly number[] {
  const largest = Math.max(...weights);
  return largest > 0 ? weights.map((weight) => weight / largest) : weights;
}
