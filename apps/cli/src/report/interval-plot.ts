import type { Board } from '@agon/boards';
import { formatCount, formatFixed, formatRank } from '../reading/format.ts';
import { type ModelGroup, modelGroups, type RatedModel, ratedModels, ratingDigits } from '../reading/groups.ts';
import { paddedRange } from '../reading/ticks.ts';
import { levelWords } from '../reading/words.ts';
import { type ForestRow, forestPlot } from './forest-plot.ts';
import { type Html, html } from './html.ts';
import { figure, type Place, section } from './section.ts';

/** Models drawn at once; the rest of a long board is one click away, on the same axis. */
const drawnFirst = 50;

/** The section with every rating and its interval; null for a board that rates nothing. */
export function intervalPlot(board: Board, at: Place): Html | null {
  const rated = ratedModels(board.models);
  if (rated.length === 0) return null;
  const range = paddedRange(
    rated.flatMap(({ lower, upper }) => [lower, upper]),
    0.02,
  );
  const groups = modelGroups(rated);
  const digits = ratingDigits(rated);
  const draw = (from: number, to: number) =>
    forestPlot({
      rows: rated.slice(from, to).map((model) => plotRow(model, digits)),
      groups: visibleGroups(groups, from, to),
      range,
      axisTitle: 'Rating (400 points are a factor of 10 in the odds)',
      description: describe(rated.slice(from, to), { level: levelWords(board.spec), digits }),
    });
  const rest = rated.length - drawnFirst;
  return section(
    at,
    { id: 'ratings', title: 'Ratings' },
    figure({ label: 'Ratings with intervals', content: draw(0, drawnFirst), caption: caption(board) }),
    rest <= 0
      ? null
      : html`<details class="more"><summary>The other ${formatCount(rest)} models</summary>${figure({ label: 'Ratings of the other models', content: draw(drawnFirst, rated.length), caption: caption(board) })}</details>`,
  );
}

function plotRow(model: RatedModel, digits: number): ForestRow {
  return {
    label: model.model,
    value: model.rating,
    lower: model.lower,
    upper: model.upper,
    figure: formatFixed(model.rating, digits),
    before: formatRank(model.rank),
    isAccented: model.rank[0] === 1,
  };
}

function visibleGroups(groups: readonly ModelGroup[], from: number, to: number) {
  return groups.flatMap(({ start, models }) => {
    const [first, end] = [Math.max(start, from), Math.min(start + models.length, to)];
    return end > first ? [{ start: first - from, length: end - first }] : [];
  });
}

function caption(board: Board): Html {
  return html`Points are ratings, lines their ${levelWords(board.spec)} intervals; left of each name, the ranks that the data allow. Shaded and bracketed are neighbours whose rank ranges do not tell them from the first of their bracket; a model may be tied with models of other brackets as well, as its rank range shows. Models that may be first are drawn in colour.`;
}

function describe(rated: readonly RatedModel[], { level, digits }: { level: string; digits: number }): string {
  const most = rated.slice(0, 10).map((model) => {
    const [rating, lower, upper] = [model.rating, model.lower, model.upper].map((value) => formatFixed(value, digits));
    return `${model.model} ${rating} (${lower} to ${upper})`;
  });
  const more = rated.length > most.length ? `, and ${rated.length - most.length} more; all are in the table below` : '';
  return `Ratings of ${formatCount(rated.length)} models with ${level} intervals: ${most.join(', ')}${more}.`;
}
