import { MISSING, type VoteColumns } from '@agon/votes';
import { canonicalNumbers } from './canonical-numbers.ts';
import { type Control, controlsOf } from './controls.ts';
import type { BoardSpec } from './spec.ts';

/** What all boards of one record share, whatever votes they are made of: made once, used for each slice. */
export interface Basis {
  readonly controls: readonly Control[];
  /** Canonical numbers of voters and prompts, one a row of the record. */
  readonly voter?: Uint32Array;
  readonly prompt?: Uint32Array;
}

/**
 * The basis of a record under a specification.
 *
 * @throws {SpecMismatch} a control that the votes have no numbers for
 */
export function basisOf(columns: VoteColumns, spec: Pick<BoardSpec, 'controls'>): Basis {
  const { voter, prompt } = columns;
  return {
    controls: controlsOf(columns, spec),
    ...(voter === undefined || voter.codes.every(isMissing) ? {} : { voter: canonicalNumbers(voter) }),
    ...(prompt === undefined || prompt.codes.every(isMissing) ? {} : { prompt: canonicalNumbers(prompt) }),
  };
}

function isMissing(code: number): boolean {
  return code === MISSING;
}
