import type { BoardPair } from '@agon/boards';
import { formatCount, formatFixed, formatShare, formatSigned } from '../reading/format.ts';
import { place, ticks } from '../reading/ticks.ts';
import { type Html, html } from './html.ts';
import { comparePairs, type FittedPair, type PairFit } from './pair-fit.ts';
import { figure, modelName, type Place, section, subheading } from './section.ts';

const size = 400;
const mostPoints = 1500;
const mostNamed = 8;
const across = { from: 0.5, to: 1, start: 46, end: size - 12 };

/** The section that holds the fit against the votes, pair by pair; null where no pair has a prediction. */
export function calibration(pairs: readonly BoardPair[], at: Place): Html | null {
  const fit = comparePairs(pairs);
  if (fit.pairs.length === 0) return null;
  return section(
    at,
    { id: 'fit', title: 'Predicted against observed' },
    html`<p>${fitWords(fit)}</p>`,
    html`<div class="beside">${figure({ label: 'Predicted against observed scores', content: scatter(fit), caption: caption(fit) })}${surprises(fit, at)}</div>`,
  );
}

function scatter({ pairs, surprising }: PairFit): Html {
  const named = surprising.slice(0, mostNamed);
  // A named pair is drawn however few its votes are.
  const drawn = [...new Set([...pairs.toSorted((a, b) => b.votes - a.votes).slice(0, mostPoints), ...named])];
  // Many discs cover one another unless they are small.
  const largest = { votes: drawn[0]?.votes ?? 1, radius: drawn.length > 200 ? 5 : 8 };
  const low = Math.min(0.5, ...drawn.map(({ observed }) => Math.floor(observed * 10) / 10));
  const upward = { from: low, to: 1, start: size - 46, end: 10 };
  const number = new Map(named.map((pair, index) => [pair, index + 1]));
  const description = `Observed against predicted score of ${formatCount(drawn.length)} pairs; most lie near the diagonal.`;
  const x = ticks(across.from, across.to, 5).map(
    (value) =>
      html`<line class="grid" x1="${fixed(place(across, value))}" x2="${fixed(place(across, value))}" y1="10" y2="${size - 42}"/><text class="tick" x="${fixed(place(across, value))}" y="${size - 26}" text-anchor="middle">${percent(value)}</text>`,
  );
  const y = ticks(low, 1, 6).map(
    (value) =>
      html`<line class="grid" x1="42" x2="${size - 12}" y1="${fixed(place(upward, value))}" y2="${fixed(place(upward, value))}"/><text class="tick" x="37" y="${fixed(place(upward, value) + 4)}" text-anchor="end">${percent(value)}</text>`,
  );
  const points = drawn.map((pair) => point(pair, { upward, largest, number: number.get(pair) }));
  return html`<svg class="scatter" role="img" aria-label="${description}" viewBox="0 0 ${size} ${size}" xmlns="http://www.w3.org/2000/svg"><title>${description}</title>${x}${y}<line class="diagonal" x1="${place(across, 0.5)}" y1="${fixed(place(upward, 0.5))}" x2="${place(across, 1)}" y2="${place(upward, 1)}"/>${points}<text class="axis-title" x="${(across.start + across.end) / 2}" y="${size - 6}" text-anchor="middle">predicted, %</text><text class="axis-title" transform="translate(12 ${size / 2 - 16}) rotate(-90)" text-anchor="middle">observed, %</text></svg>`;
}

interface PointOptions {
  readonly upward: { readonly from: number; readonly to: number; readonly start: number; readonly end: number };
  readonly largest: { readonly votes: number; readonly radius: number };
  readonly number: number | undefined;
}

function point(pair: FittedPair, { upward, largest, number }: PointOptions): Html {
  const [x, y] = [fixed(place(across, pair.predicted)), fixed(place(upward, pair.observed))];
  // Area, not radius, stands for votes.
  const radius = fixed(Math.max(1.2, largest.radius * Math.sqrt(pair.votes / largest.votes)));
  const title = `${pair.favourite} against ${pair.other}: ${pairWords(pair)}`;
  if (number === undefined)
    return html`<circle class="pair" cx="${x}" cy="${y}" r="${radius}"><title>${title}</title></circle>\n`;
  const isLeft = x > size - 40;
  return html`<circle class="pair surprising" cx="${x}" cy="${y}" r="${radius}"><title>${title}</title></circle><text class="number" x="${x + (isLeft ? -1 : 1) * (radius + 4)}" y="${y + 4}" text-anchor="${isLeft ? 'end' : 'start'}">${number}</text>\n`;
}

function surprises({ surprising }: PairFit, at: Place): Html {
  if (surprising.length === 0)
    return html`<div class="surprises">${subheading(at, 'Surprising pairs')}<p>None: no pair lies further from the fit than chance would put it.</p></div>`;
  const items = surprising
    .slice(0, mostNamed)
    .map((pair) => html`<li>${modelName(pair.favourite)} against ${modelName(pair.other)}: ${pairWords(pair)}</li>`);
  const more = surprising.length - items.length;
  return html`<div class="surprises">${subheading(at, 'Surprising pairs')}<p>Further from the fit than chance would put any pair in 19 boards of 20.</p><ol>${items}</ol>${more > 0 ? html`<p>And ${formatCount(more)} more.</p>` : null}</div>`;
}

function pairWords({ observed, predicted, votes, residual }: FittedPair): string {
  return `${formatShare(observed)} observed, ${formatShare(predicted)} predicted, ${formatCount(votes)} votes, residual ${formatSigned(residual, 1)}`;
}

function fitWords({ pairs, meanAbsoluteError, errorByChance, correlation }: PairFit): string {
  const error = formatFixed(meanAbsoluteError * 100, 1);
  const chance = formatFixed(errorByChance * 100, 1);
  const linked = correlation === null ? '' : ` The correlation is ${formatFixed(correlation, 2)}.`;
  return `Over ${formatCount(pairs.length)} pairs, weighted by their votes, a prediction is off by ${error} percentage points on average; chance alone, with a perfect fit, would account for up to ${chance}.${linked}`;
}

function caption({ pairs }: PairFit): Html {
  const shown = pairs.length > mostPoints ? ` Drawn are the ${formatCount(mostPoints)} pairs with most votes.` : '';
  return html`One disc a pair, its area the votes, seen from the model that the fit favours. On the diagonal the fit is right.${shown}`;
}

function percent(share: number): string {
  return (share * 100).toFixed(0);
}

function fixed(value: number): number {
  return Math.round(value * 10) / 10;
}
