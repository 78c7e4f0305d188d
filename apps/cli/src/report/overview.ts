import type { Board, BoardModel } from '@agon/boards';
import { formatFixed, formatRank } from '../reading/format.ts';
import { ratedModels, ratingDigits } from '../reading/groups.ts';
import { type Html, html } from './html.ts';
import { sortHeader } from './model-table.ts';
import { modelName } from './section.ts';

/** A board of one slice of the votes, with the value that the slice has. */
export interface SlicedBoard {
  readonly value: string;
  readonly board: Board;
}

/** One table over all boards: a row a model, a column a slice, in each cell the rating and the rank range. */
export function overviewTable(by: string, boards: readonly SlicedBoard[]): Html {
  const columns = boards.map(({ board }) => ({
    digits: ratingDigits(ratedModels(board.models)),
    models: new Map(board.models.map((model) => [model.model, model])),
  }));
  const rows = modelOrder(boards).map((name, index) => {
    const cells = columns.map(({ digits, models }) => cell(models.get(name), digits));
    return html`<tr><th scope="row" data-value="${index}" data-text="${name}">${modelName(name)}</th>${cells}</tr>\n`;
  });
  const heads = [
    sortHeader({ name: 'model', sorted: 'ascending', isFirstUp: true }),
    ...boards.map(({ value }) => sortHeader({ name: value, sorted: 'none', isFirstUp: false })),
  ];
  return html`<p class="caption" id="overview-caption">Ratings and rank ranges by ${by}, models in the order of the slice with most votes. Models in colour may be first of their slice. Every slice has a scale of its own: compare ranks across columns, not points.</p><div class="scroll" tabindex="0" role="region" aria-label="Overview"><table class="overview sortable" aria-describedby="overview-caption"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function cell(model: BoardModel | undefined, digits: number): Html {
  if (model === undefined) return html`<td class="none"></td>`;
  if (model.rating === null || model.rank === null) return html`<td class="none" title="${model.reason ?? ''}">–</td>`;
  const look = model.rank[0] === 1 ? html` class="first"` : null;
  return html`<td${look} data-value="${model.rating}">${formatFixed(model.rating, digits)}<small>${formatRank(model.rank)}</small></td>`;
}

/** Models as the board with most votes has them, then those of the next board that it lacks, and so on. */
function modelOrder(boards: readonly SlicedBoard[]): string[] {
  const bySize = boards.toSorted((a, b) => b.board.votes.used - a.board.votes.used);
  return [...new Set(bySize.flatMap(({ board }) => board.models.map(({ model }) => model)))];
}
