import type { LiveBoard } from '@agon/api';

type Board = NonNullable<LiveBoard['board']>;
type BoardModel = Board['models'][number];

/** A rated model of a board; its interval is ± 20. */
export function aRated(model: string, rating: number, rank: readonly [number, number]): BoardModel {
  return { model, rating, stdErr: 10, lower: rating - 20, upper: rating + 20, rank, votes: 100 };
}

/** A model that the votes cannot place. */
export function anUnrated(model: string): BoardModel {
  const reason = 'never beaten by the rated models';
  return { model, rating: null, stdErr: null, lower: null, upper: null, rank: null, votes: 2, reason };
}

/** A board with the defaults of the arena; fields of `changes` take the place of its own. */
export function aBoard(changes: Partial<Board> = {}): Board {
  return {
    format: 'agon-board/1',
    algorithm: 'agon-rating/1',
    spec: {
      filter: [],
      ties: 'half',
      bothBad: 'tie',
      controls: [],
      weights: 'record',
      interval: { method: 'clustered', cluster: ['voter'], level: 0.95, rounds: 200, refit: true },
      ranks: 'pairwise',
      multiplicity: 'none',
      connectivity: 'largest',
      anchor: null,
      seed: 0,
      asOf: null,
    },
    votes: { read: 300, used: 300, rejected: {}, voters: 97, effectiveVoters: 49.3, largestVoterShare: 0.087 },
    fit: { iterations: 3, gradientNorm: 1e-13, logLikelihood: -176, components: 1 },
    interval: { method: 'clustered', clusters: 97, by: ['voter'] },
    models: [aRated('heron', 1090, [1, 2]), aRated('wren', 1050, [1, 2]), aRated('swift', 860, [3, 3])],
    controls: [],
    ties: {
      model: 'half',
      counts: { a: 107, b: 95, tie: 48, both_bad: 50 },
      parameter: null,
      stdErr: null,
      badLevel: null,
    },
    position: { shareA: 0.53, coefficient: null, stdErr: null, lower: null, upper: null, points: null },
    verdict: { kind: 'tied-top', models: ['heron', 'wren'], votesNeeded: 1_234, text: 'Tied top.' },
    warnings: [],
    ...changes,
  };
}

/** Facts of a model that plays. */
export function someFacts(changes: Partial<LiveBoard['models'][string]> = {}): LiveBoard['models'][string] {
  return { organisation: 'Aviary', license: 'Apache-2.0', link: null, demo: false, state: 'active', ...changes };
}
