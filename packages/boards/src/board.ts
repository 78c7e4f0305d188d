import type { BoardSpec } from './spec.ts';

/**
 * A board: rated models under one specification. This is the JSON contract `agon-board/1` (docs/board-json.md): fields are added,
 * never renamed or removed, without a new version. All numbers carry full double precision.
 */
export interface Board {
  readonly format: 'agon-board/1';
  /** Version of the rating algorithm: boards of one version and one set of votes are equal to the last bit. */
  readonly algorithm: string;
  /** The whole specification, defaults filled in. */
  readonly spec: BoardSpec;
  readonly votes: BoardVotes;
  readonly fit: BoardFit;
  readonly interval: BoardInterval;
  /** Rated models, best first; then the models that cannot be rated, by name. */
  readonly models: readonly BoardModel[];
  readonly controls: readonly BoardControl[];
  readonly ties: BoardTies;
  readonly position: BoardPosition;
  readonly verdict: Verdict;
  /** What a reader should know before trusting the numbers, one sentence each. */
  readonly warnings: readonly string[];
}

/** Where the votes went: `read` = `used` + all of `rejected`. */
export interface BoardVotes {
  readonly read: number;
  readonly used: number;
  /** Votes not used, by reason: those of the reader, then `filtered`, `unconnected` … of the board. */
  readonly rejected: Readonly<Record<string, number>>;
  /** Distinct voters; 0 where the votes name none. */
  readonly voters: number;
  /** (Σn)²/Σn² over voters, n = weight of a voter's votes; null without voters. */
  readonly effectiveVoters: number | null;
  readonly largestVoterShare: number | null;
}

export interface BoardFit {
  readonly iterations: number;
  /** Largest absolute component of the gradient of the log-likelihood at the solution. */
  readonly gradientNorm: number;
  readonly logLikelihood: number;
  /** Strongly connected components of the graph "beat or tied with" over all models. */
  readonly components: number;
}

/** How the intervals of this board were made; it can differ from what the specification asks where the votes lack voters. */
export interface BoardInterval {
  readonly method: BoardSpec['interval']['method'];
  /** Clusters (or resampled units) behind the intervals; null where votes count as independent. */
  readonly clusters: number | null;
  /** What made the clusters. */
  readonly by: readonly ('voter' | 'prompt')[];
}

export interface BoardModel {
  readonly model: string;
  /** Points on the Elo-like scale; null where the data cannot place the model (see `reason`). */
  readonly rating: number | null;
  readonly stdErr: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Best and worst rank that the data allow, from 1; null without a rating. */
  readonly rank: readonly [number, number] | null;
  /** Votes of this model that passed the filter. */
  readonly votes: number;
  /** Why there is no rating. */
  readonly reason?: string;
}

export interface BoardControl {
  readonly name: string;
  /** Log-odds for each `scale` of the control. */
  readonly coefficient: number;
  readonly stdErr: number;
  readonly lower: number;
  readonly upper: number;
  /** The coefficient in rating points. */
  readonly points: number;
  /** One unit of the control: its root mean square over all votes of the record, weights left aside. */
  readonly scale: number;
}

export interface BoardTies {
  readonly model: BoardSpec['ties'];
  /** Votes by outcome, among those used. */
  readonly counts: { readonly a: number; readonly b: number; readonly tie: number; readonly both_bad: number };
  /** Davidson's ν, Rao–Kupper's and grounded's t; null where ties are halves. */
  readonly parameter: number | null;
  /** Standard error of ln ν or of c = ln t. */
  readonly stdErr: number | null;
  /** Rating at which an answer is as likely bad as good (grounded only). */
  readonly badLevel: number | null;
}

export interface BoardPosition {
  /** Share of side a among decisive votes. */
  readonly shareA: number | null;
  /** Log-odds for the side shown as a; null unless position is a control. */
  readonly coefficient: number | null;
  readonly stdErr: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly points: number | null;
}

export interface Verdict {
  readonly kind: 'clear-winner' | 'tied-top' | 'not-comparable' | 'no-signal';
  /** The winner; the models tied at the top; or those that cannot be compared. */
  readonly models: readonly string[];
  /** Further votes, at the present mix, until the leader would stand apart from the runner-up; 0 for a clear winner, null where no number can be given. */
  readonly votesNeeded: number | null;
  /** The verdict as a sentence. */
  readonly text: string;
}

/** One pair of models that met: how often, how it went, and what the fit says of it. */
export interface BoardPair {
  readonly a: string;
  readonly b: string;
  readonly votes: number;
  readonly winsA: number;
  readonly winsB: number;
  readonly ties: number;
  readonly bothBad: number;
  /** Observed score of a: (wins + half of ties and both-bad) / votes. */
  readonly observed: number;
  /** The score that the fit expects at these votes (their controls included); null where one of the two has no rating. */
  readonly predicted: number | null;
}
