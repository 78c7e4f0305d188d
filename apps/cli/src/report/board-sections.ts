import type { Board, BoardPair } from '@agon/boards';
import { formatCount, formatFixed, formatShare } from '../reading/format.ts';
import { ratedModels } from '../reading/groups.ts';
import { calibration } from './calibration.ts';
import { controlPlot } from './control-plot.ts';
import { heatMap } from './heat-map.ts';
import { type Html, html } from './html.ts';
import { intervalPlot } from './interval-plot.ts';
import { methodBox } from './method-box.ts';
import { modelTable } from './model-table.ts';
import type { Place } from './section.ts';
import { voteCounts } from './vote-counts.ts';

/** All sections of a board, in reading order: what was found, how sure it is, what it rests on, how it was made. */
export function boardSections(board: Board, pairs: readonly BoardPair[], at: Place): Html {
  return html`${[
    intervalPlot(board, at),
    modelTable(board, at),
    heatMap(board, pairs, at),
    calibration(pairs, at),
    controlPlot(board, at),
    voteCounts(board, at),
    methodBox(board, at),
  ]}`;
}

/** The few figures that say how much a board rests on. */
export function boardFacts({ models, votes, verdict }: Board): Html {
  const fact = (term: string, figure: string, aside: string) =>
    html`<div><dt>${term}</dt><dd>${figure} <small>${aside}</small></dd></div>`;
  const rated = ratedModels(models).length;
  const { voters, effectiveVoters, largestVoterShare, used, read } = votes;
  // Two figures, as in the verdict: a forecast has no more.
  const needed = verdict.votesNeeded === null ? 0 : Number(verdict.votesNeeded.toPrecision(2));
  return html`<dl class="facts">${fact('Models rated', formatCount(rated), `of ${formatCount(models.length)}`)}${fact('Votes used', formatCount(used), `of ${formatCount(read)} read`)}${voters === 0 ? null : fact('Voters', formatCount(voters), effectiveVoters === null ? '' : `effective ${effectiveVoters < 100 ? formatFixed(effectiveVoters, 1) : formatCount(effectiveVoters)}`)}${largestVoterShare === null ? null : fact('Largest voter', formatShare(largestVoterShare), 'of all votes')}${needed > 0 ? fact('Votes to a winner', `≈ ${formatCount(needed)}`, 'more, at the present mix') : null}</dl>`;
}
