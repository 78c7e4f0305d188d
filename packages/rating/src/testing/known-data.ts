import type { Votes } from '../votes.ts';
import { type Line, votesFrom } from './votes.ts';

/** Wins of the home team and of the guest: American League East 1987 (Agresti, Categorical Data Analysis, table 10.10). */
export interface Games {
  readonly home: string;
  readonly away: string;
  readonly won: number;
  readonly lost: number;
}

const TEAMS = ['Mil', 'Det', 'Tor', 'NY', 'Bos', 'Cle', 'Bal'];
const SEASON = `
  -   4-3 4-2 4-3 6-1 4-2 6-0
  3-3 -   4-2 4-3 6-0 6-1 4-3
  2-5 4-3 -   2-4 4-3 4-2 6-0
  3-3 5-1 2-5 -   4-3 4-2 6-1
  5-1 2-5 3-3 4-2 -   5-2 6-0
  2-5 3-3 3-4 4-3 4-2 -   2-4
  2-5 1-5 1-6 2-4 1-6 3-4 -`;

/** Row by row of the published table: the home team's games against each guest. */
export const baseballGames: readonly Games[] = SEASON.trim()
  .split('\n')
  .flatMap((line, home) =>
    line
      .trim()
      .split(/\s+/)
      .flatMap((cell, away) => {
        if (cell === '-') return [];
        const [won, lost] = cell.split('-').map(Number);
        return [{ home: TEAMS[home], away: TEAMS[away], won, lost }];
      }),
  );

/** One vote a game, the home team as side a. */
export const baseball: Votes = votesFrom(
  baseballGames.flatMap(({ home, away, won, lost }): Line[] => [
    [home, away, 'a', won],
    [home, away, 'b', lost],
  ]),
);

const PUDDINGS = `
  12 19/22/16  13 16/19/12  23 19/19/10  14 18/23/13  24 23/19/9   34 19/20/15  15 13/19/18  25 16/20/12
  35 16/15/17  45 17/14/16  16 18/21/12  26 22/20/12  36 13/18/10  46 14/19/18  56 11/21/12`;

/** Six brands of chocolate pudding, with ties (Davidson 1970): wins of the first, of the second, ties. */
export const puddings: Votes = votesFrom(
  [...PUDDINGS.matchAll(/(\d)(\d) (\d+)\/(\d+)\/(\d+)/g)].flatMap(([, i, j, first, second, ties]): Line[] => [
    [i, j, 'a', Number(first)],
    [i, j, 'b', Number(second)],
    [i, j, 'tie', Number(ties)],
  ]),
);
