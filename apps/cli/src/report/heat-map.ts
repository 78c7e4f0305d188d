import type { Board, BoardPair } from '@agon/boards';
import { formatCount, formatShare } from '../reading/format.ts';
import { ratedModels } from '../reading/groups.ts';
import { fitText } from '../terminal/fit-text.ts';
import { type Html, html } from './html.ts';
import { indexPairs, type PairView } from './pair-index.ts';
import { figure, type Place, section } from './section.ts';

const mostModels = 40;
/** Steps of the colour scale: odd, so that an even match has a colour of its own. */
const steps = 11;

/** The section with every model against every other: what was observed, and what the fit predicts. */
export function heatMap(board: Board, pairs: readonly BoardPair[], at: Place): Html | null {
  const rated = ratedModels(board.models);
  const names = rated.slice(0, mostModels).map(({ model }) => model);
  if (names.length < 2 || pairs.length === 0) return null;
  const find = indexPairs(pairs);
  const head = names.map((name) => html`<th scope="col"><span title="${name}">${fitText(name, 24)}</span></th>`);
  const rows = names.map(
    (row) =>
      html`<tr><th scope="row" title="${row}"><bdi>${fitText(row, 24)}</bdi></th>${names.map((column) => cell(row, column, find(row, column)))}</tr>\n`,
  );
  const shown =
    rated.length > mostModels
      ? html` Shown are the ${mostModels} best of ${formatCount(rated.length)} rated models.`
      : null;
  return section(
    at,
    { id: 'pairs', title: 'Model against model' },
    html`<fieldset class="choice"><legend>Score of the row against the column</legend><input type="radio" name="${at.prefix}score" id="${at.prefix}observed" value="observed" checked><label for="${at.prefix}observed">observed</label><input type="radio" name="${at.prefix}score" id="${at.prefix}predicted" value="predicted"><label for="${at.prefix}predicted">predicted</label></fieldset>`,
    figure({
      label: 'Scores model against model',
      content: html`<table class="heat${names.length <= 12 ? ' roomy' : ''}"><thead><tr><td></td>${head}</tr></thead><tbody>${rows}</tbody></table>`,
      caption: html`${legend()} Percent of votes won by the row, ties and both-bad as halves. Empty where two models never met.${shown}`,
      // So many columns may use the width of the screen beyond that of the text.
      look: names.length > 24 ? 'breakout' : undefined,
    }),
  );
}

function cell(row: string, column: string, pair: PairView | undefined): Html {
  if (row === column) return html`<td class="self"></td>`;
  if (pair === undefined) return html`<td></td>`;
  const predicted = pair.predicted === null ? 'no prediction' : `predicted ${formatShare(pair.predicted)}`;
  const title = `${row} against ${column}: ${formatShare(pair.observed)} of ${formatCount(pair.votes)} votes, ${predicted}`;
  const guess =
    pair.predicted === null ? null : html`<b class="predicted s${step(pair.predicted)}">${percent(pair.predicted)}</b>`;
  return html`<td title="${title}"><b class="observed s${step(pair.observed)}">${percent(pair.observed)}</b>${guess}</td>`;
}

function legend(): Html {
  const swatches = Array.from({ length: steps }, (_, index) => html`<b class="s${index}"></b>`);
  return html`<span class="scale" aria-hidden="true"><span>0</span>${swatches}<span>100</span></span>`;
}

function step(share: number): number {
  return Math.max(0, Math.min(steps - 1, Math.floor(share * steps)));
}

function percent(share: number): string {
  return (share * 100).toFixed(0);
}
