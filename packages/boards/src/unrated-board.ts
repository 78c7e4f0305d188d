import { ALGORITHM } from '@agon/rating';
import type { VoteColumns } from '@agon/votes';
import type { Board, BoardVotes } from './board.ts';
import { positionOf } from './outcomes.ts';
import type { BoardSpec } from './spec.ts';
import { verdictText } from './verdict-text.ts';
import { votesByModel } from './vote-counts.ts';

/** What a board says of a model that has no rating. */
export const UNRATED = { rating: null, stdErr: null, lower: null, upper: null, rank: null } as const;

/** The board of votes in which no two models can be rated: everybody is listed, nobody has a rating. */
export function unratedBoard(
  columns: VoteColumns,
  spec: BoardSpec,
  { rows, counts, components }: { rows: Uint32Array; counts: BoardVotes; components: number },
): Board {
  const none = { a: 0, b: 0, tie: 0, both_bad: 0 };
  const models = [...votesByModel(columns, rows)].sort(([x], [y]) => (x < y ? -1 : 1));
  const verdict = { kind: 'not-comparable', models: [], votesNeeded: null } as const;
  return {
    format: 'agon-board/1',
    algorithm: ALGORITHM,
    spec,
    votes: counts,
    fit: { iterations: 0, gradientNorm: 0, logLikelihood: 0, components },
    interval: { method: spec.interval.method, clusters: null, by: [] },
    models: models.map(([model, votes]) => ({
      model,
      ...UNRATED,
      votes,
      reason: 'no other model has both won and lost against it, directly or through others',
    })),
    controls: [],
    ties: {
      model: spec.ties,
      counts: none,
      parameter: null,
      stdErr: null,
      badLevel: null,
    },
    position: positionOf(none, undefined),
    verdict: { ...verdict, text: verdictText(verdict, 0) },
    warnings: [],
  };
}
