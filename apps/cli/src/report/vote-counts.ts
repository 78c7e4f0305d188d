import type { Board, BoardModel } from '@agon/boards';
import { formatCount, formatShare } from '../reading/format.ts';
import { type Html, html } from './html.ts';
import { modelName, type Place, section } from './section.ts';

const shownFirst = 40;

/** The section on how many votes there are, for whom, and how they went. */
export function voteCounts(board: Board, at: Place): Html {
  const models = board.models.toSorted((a, b) => b.votes - a.votes);
  const most = Math.max(1, models[0]?.votes ?? 0);
  const rest = models.length - shownFirst;
  return section(
    at,
    { id: 'votes', title: 'Votes' },
    outcomeMix(board),
    bars(models.slice(0, shownFirst), most),
    rest <= 0
      ? null
      : html`<details class="more"><summary>The other ${formatCount(rest)} models</summary>${bars(models.slice(shownFirst), most)}</details>`,
  );
}

function outcomeMix({ ties: { counts } }: Board): Html | null {
  const parts = [
    { name: 'side a better', count: counts.a, look: 'mix-a' },
    { name: 'side b better', count: counts.b, look: 'mix-b' },
    { name: 'tie, both good', count: counts.tie, look: 'mix-tie' },
    { name: 'both bad', count: counts.both_bad, look: 'mix-bad' },
  ];
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return html`<p>No vote was used.</p>`;
  let start = 0;
  const rects = parts.map(({ count, look }) => {
    const x = (start / total) * 100;
    start += count;
    return html`<rect class="${look}" x="${x.toFixed(3)}%" width="${((count / total) * 100).toFixed(3)}%" y="0" height="100%"/>`;
  });
  const keys = parts.map(
    ({ name, count, look }) =>
      html`<li><b class="key ${look}" aria-hidden="true"></b>${name} <span class="quiet">${formatCount(count)} (${formatShare(count / total)})</span></li>`,
  );
  const words = parts.map(({ name, count }) => `${name} ${formatShare(count / total)}`).join(', ');
  return html`<figure class="mix"><svg role="img" aria-label="Outcomes: ${words}" xmlns="http://www.w3.org/2000/svg">${rects}</svg><ul class="keys">${keys}</ul></figure>`;
}

function bars(models: readonly BoardModel[], most: number): Html {
  const rows = models.map(
    ({ model, votes }) =>
      html`<tr><th scope="row">${modelName(model)}</th><td class="bar"><svg aria-hidden="true" xmlns="http://www.w3.org/2000/svg"><rect width="${((votes / most) * 100).toFixed(2)}%" height="100%" rx="2"/></svg></td><td>${formatCount(votes)}</td></tr>\n`,
  );
  return html`<table class="bars"><thead class="unseen"><tr><th scope="col">model</th><th scope="col">share of the most</th><th scope="col">votes</th></tr></thead><tbody>${rows}</tbody></table>`;
}
