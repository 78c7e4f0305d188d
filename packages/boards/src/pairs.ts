import { expectedScores } from '@agon/rating';
import type { VoteColumns } from '@agon/votes';
import type { BoardPair } from './board.ts';
import type { FittedBoard } from './make-board.ts';

/** Every pair of models that met in the votes of a board: counts, observed and predicted score. Ordered by the two names. */
export function pairTable({ models, modelA, modelB, outcome }: VoteColumns, { fit, rows }: FittedBoard): BoardPair[] {
  const order = [...models].sort((x, y) => (x < y ? -1 : 1));
  const placeOf = new Map(order.map((model, place) => [model, place]));
  const place = models.map((model) => placeOf.get(model) ?? 0);
  const counts = new Map<number, [winsA: number, winsB: number, ties: number, bothBad: number]>();
  for (const row of rows) {
    const a = place[modelA[row]];
    const b = place[modelB[row]];
    const key = a < b ? a * models.length + b : b * models.length + a;
    let count = counts.get(key);
    if (count === undefined) {
      count = [0, 0, 0, 0];
      counts.set(key, count);
    }
    const code = outcome[row];
    count[code < 2 && a > b ? 1 - code : code]++;
  }
  const predicted = predictions(fit, placeOf, models.length);
  return [...counts]
    .sort(([x], [y]) => x - y)
    .map(([key, [winsA, winsB, ties, bothBad]]) => {
      const votes = winsA + winsB + ties + bothBad;
      return {
        a: order[Math.floor(key / models.length)],
        b: order[key % models.length],
        votes,
        winsA,
        winsB,
        ties,
        bothBad,
        observed: (winsA + (ties + bothBad) / 2) / votes,
        predicted: predicted.get(key) ?? null,
      };
    });
}

function predictions(
  fit: FittedBoard['fit'],
  placeOf: ReadonlyMap<string, number>,
  models: number,
): Map<number, number> {
  if (fit === null) return new Map();
  const place = fit.models.map((model) => placeOf.get(model) ?? 0);
  return new Map(
    expectedScores(fit).map(({ first, second, expected }) => [place[first] * models + place[second], expected]),
  );
}
