import type { Board } from '@agon/boards';
import { formatCount, formatFixed } from '../reading/format.ts';
import {
  anchorWords,
  asSentence,
  intervalWords,
  levelWords,
  positionWords,
  rankWords,
  reasonWords,
  rejectedReasons,
  tieModelWords,
  tieWords,
  voterWords,
} from '../reading/words.ts';
import { type Html, type HtmlValue, html } from './html.ts';
import { type Place, section } from './section.ts';

/** The section that says how the board was made, in words and as the exact specification. */
export function methodBox(board: Board, at: Place): Html {
  const { spec, votes, fit } = board;
  const entry = (term: string, words: HtmlValue) => (words === null ? null : html`<dt>${term}</dt><dd>${words}</dd>`);
  const sentence = (words: string | null) => (words === null ? null : asSentence(words));
  return section(
    at,
    { id: 'method', title: 'How this board was made' },
    warningList(board),
    html`<dl class="method">
${entry('Model', sentence(tieModelWords(spec)))}
${entry('Intervals', sentence(`${levelWords(spec)}, ${intervalWords(board)}`))}
${entry('Ranks', sentence(rankWords(spec)))}
${entry('Scale', sentence(anchorWords(spec)))}
${entry('Controls', sentence(controlWords(board)))}
${entry('Both bad', spec.ties === 'grounded' ? 'Modelled.' : spec.bothBad === 'tie' ? 'Counted as a tie.' : 'Left out.')}
${entry('Tie parameter', sentence(tieWords(board)))}
${entry('Position', sentence(positionWords(board)))}
${entry('Voters', sentence(voterWords(votes)))}
${entry('Votes', `${formatCount(votes.used)} used of ${formatCount(votes.read)} read.`)}
${entry('Fit', `${formatCount(fit.iterations)} iterations, gradient ${fit.gradientNorm.toExponential(1)}, log-likelihood ${formatFixed(fit.logLikelihood, 1)}.`)}
</dl>`,
    rejectedTable(board),
    html`<details><summary>The exact specification</summary><pre class="scroll" tabindex="0">${JSON.stringify(spec, null, 2)}</pre></details>`,
  );
}

function controlWords({ spec: { controls } }: Board): string {
  // Those of the specification: position is one of them, though its figures stand apart.
  return controls.length === 0 ? 'none' : `${controls.map(({ name }) => name).join(', ')} taken out`;
}

function warningList({ warnings }: Board): Html | null {
  if (warnings.length === 0) return null;
  return html`<ul class="warnings" aria-label="Warnings">${warnings.map((warning) => html`<li>${warning}</li>`)}</ul>`;
}

function rejectedTable({ votes }: Board): Html | null {
  const rejected = rejectedReasons(votes);
  if (rejected.length === 0) return null;
  const rows = rejected.map(
    ([code, count]) => html`<tr><th scope="row">${reasonWords(code)}</th><td>${formatCount(count)}</td></tr>`,
  );
  return html`<table class="rejected"><caption>Votes left out</caption><thead><tr><th scope="col">reason</th><th scope="col">votes</th></tr></thead><tbody>${rows}</tbody></table>`;
}
