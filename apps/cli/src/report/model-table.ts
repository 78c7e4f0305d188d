import type { Board, BoardModel } from '@agon/boards';
import { formatCount, formatFixed, formatRank } from '../reading/format.ts';
import { modelGroups, ratedModels, ratingDigits } from '../reading/groups.ts';
import { levelWords } from '../reading/words.ts';
import { type Html, html } from './html.ts';
import { modelName, type Place, section } from './section.ts';

/** The section with all figures of all models, sortable where scripts run, with its CSV. */
export function modelTable(board: Board, at: Place): Html {
  const rated = ratedModels(board.models);
  const digits = ratingDigits(rated);
  const tops = new Set(
    modelGroups(rated)
      .slice(1)
      .map(({ start }) => rated[start]?.model),
  );
  const unrated = board.models.length - rated.length;
  const counts = `${formatCount(rated.length)} rated, ${formatCount(unrated)} without a rating.`;
  const reading = `Bounds are those of the ${levelWords(board.spec)} intervals; a dark rule separates the groups of the plot.`;
  const id = `${at.prefix}models`;
  return section(
    at,
    { id: 'table', title: 'All figures' },
    html`<div class="tools" data-tools="${id}" hidden><button type="button" data-csv="copy">Copy as CSV</button><button type="button" data-csv="download">Download CSV</button><span role="status"></span></div>
<p class="caption" id="${id}-caption">${counts} ${rated.length === 0 ? null : reading}</p>
<div class="scroll" tabindex="0" role="region" aria-label="All figures"><table id="${id}" class="sortable" data-order="board" data-name="board" aria-describedby="${id}-caption">
<thead><tr>${columns.map((name, index) => sortHeader({ name, sorted: index === 0 ? 'ascending' : 'none', isFirstUp: index < 2 }))}</tr></thead>
<tbody>${board.models.map((model, index) => tableRow(model, { index, digits, isHead: tops.has(model.model) }))}</tbody></table></div>`,
  );
}

const columns = ['rank', 'model', 'rating', 'lower', 'upper', 'standard error', 'votes'] as const;

export interface SortHeader {
  readonly name: string;
  readonly sorted: 'ascending' | 'none';
  /** Whether the first click sorts upwards: best rank, first name; figures are wanted from the highest. */
  readonly isFirstUp: boolean;
}

/** A column header that sorts; the button wakes only where the script runs. */
export function sortHeader({ name, sorted, isFirstUp }: SortHeader): Html {
  return html`<th scope="col" aria-sort="${sorted}" data-first="${isFirstUp ? 'up' : 'down'}"><button type="button" class="sort" disabled>${name}</button></th>`;
}

function tableRow(
  model: BoardModel,
  { index, digits, isHead }: { index: number; digits: number; isHead: boolean },
): Html {
  const number = (value: number | null, decimals: number) =>
    value === null
      ? html`<td class="none">–</td>`
      : html`<td data-value="${value}">${formatFixed(value, decimals)}</td>`;
  const reason = model.rating === null ? html`<small>${model.reason ?? 'without a rating'}</small>` : null;
  return html`<tr${isHead ? html` class="head"` : null}><td data-value="${index}" data-text="${formatRank(model.rank)}">${formatRank(model.rank)}</td><th scope="row" data-text="${model.model}">${modelName(model.model)}${reason}</th>${number(model.rating, digits)}${number(model.lower, digits)}${number(model.upper, digits)}${number(model.stdErr, digits + 1)}<td data-value="${model.votes}">${formatCount(model.votes)}</td></tr>\n`;
}
