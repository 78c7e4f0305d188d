import { InvalidInput } from '../errors.ts';

/** A model that might be drawn. */
export interface Candidate {
  readonly id: string;
  /** For the weighted policy; 0 is never drawn by weight. */
  readonly weight: number;
  /** Whether it can serve this request: state, context, capabilities. */
  readonly canServe: boolean;
}

/** @throws {InvalidInput} an id that is empty or there twice, or a weight that is negative or no number */
export function checkCandidates(candidates: readonly Candidate[]): void {
  const seen = new Set<string>();
  for (const [i, { id, weight }] of candidates.entries()) {
    if (id === '') throw new InvalidInput(`candidates[${i}].id`, 'empty', 'a name');
    if (seen.has(id))
      throw new InvalidInput(`candidates[${i}].id`, `"${id}", which is there twice`, 'a name of its own');
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new InvalidInput(`candidates[${i}].weight`, weight, 'a number of 0 or more');
    }
    seen.add(id);
  }
}
