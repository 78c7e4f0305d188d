import { outcomes, type VoteColumns } from '@agon/votes';
import type { RevealedVote } from './revealed-votes.ts';

/** Votes of the arena as columns for a board. `nameOf` gives the name under which a revision is rated. */
export function voteColumns(votes: readonly RevealedVote[], nameOf: (revision: string) => string): VoteColumns {
  const models = numbering();
  const voters = numbering();
  const battles = numbering();
  return {
    length: votes.length,
    modelA: Uint32Array.from(votes, ({ revisionA }) => models.code(nameOf(revisionA))),
    modelB: Uint32Array.from(votes, ({ revisionB }) => models.code(nameOf(revisionB))),
    models: models.names,
    outcome: Uint8Array.from(votes, ({ outcome }) => outcomes.indexOf(outcome)),
    voter: { codes: Uint32Array.from(votes, ({ voter }) => voters.code(voter)), names: voters.names },
    battle: { codes: Uint32Array.from(votes, ({ battle }) => battles.code(battle)), names: battles.names },
    time: Float64Array.from(votes, ({ time }) => time),
    turn: Uint16Array.from(votes, ({ turn }) => turn),
    weight: Float64Array.from(votes, ({ weight }) => weight),
    covariates: {},
    labels: {},
  };
}

/** Numbers names by first appearance. */
function numbering() {
  const codes = new Map<string, number>();
  const names: string[] = [];
  const code = (name: string) => {
    const known = codes.get(name);
    if (known !== undefined) return known;
    names.push(name);
    codes.set(name, names.length - 1);
    return names.length - 1;
  };
  return { names, code };
}
