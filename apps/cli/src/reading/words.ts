import type { Board, BoardControl, BoardSpec, BoardVotes } from '@agon/boards';
import { formatCount, formatFixed, formatShare, formatSigned } from './format.ts';

const tieModels: Readonly<Record<BoardSpec['ties'], string>> = {
  half: 'Bradley–Terry, a tie counts as half a win',
  davidson: 'Davidson tie model',
  'rao-kupper': 'Rao–Kupper tie model',
  grounded: 'grounded Rao–Kupper tie model',
};

const rankRules: Readonly<Record<BoardSpec['ranks'], string>> = {
  pairwise: 'ranks from pairwise differences',
  overlap: 'ranks from overlapping intervals',
  simultaneous: 'ranks from simultaneous differences',
};

/** The level of the intervals, as `95 %`. */
export function levelWords(spec: BoardSpec): string {
  return `${Number((spec.interval.level * 100).toPrecision(6))}\u00a0%`;
}

/** How ties enter the model, in words. */
export function tieModelWords(spec: BoardSpec): string {
  return tieModels[spec.ties];
}

/** How the intervals were made, in words: what the votes allowed, not what was asked for. */
export function intervalWords({ spec, interval, models }: Pick<Board, 'spec' | 'interval' | 'models'>): string {
  const by = interval.by.join(' and ');
  if (models.every(({ rating }) => rating === null)) return 'not computed';
  switch (interval.method) {
    case 'clustered':
      return `clustered by ${by}`;
    case 'sandwich':
      return 'robust (sandwich), vote by vote';
    case 'model':
      return 'model-based, vote by vote';
    case 'bootstrap': {
      const units = interval.clusters === null ? 'votes' : `${by}s`;
      return `bootstrap over ${units}, ${formatCount(spec.interval.rounds)} rounds${spec.interval.refit ? '' : ', one step each'}`;
    }
  }
}

/** How rank ranges are made, in words. */
export function rankWords(spec: BoardSpec): string {
  return rankRules[spec.ranks];
}

/** What fixes the scale, in words; `name` is how the anchor's name is to be shown. */
export function anchorWords(spec: BoardSpec, name: (text: string) => string = (text) => text): string {
  if (spec.anchor === null) return 'mean of rated models 1000';
  return `${name(spec.anchor.model)} anchored at ${formatFixed(spec.anchor.rating, 0)}`;
}

/** The reason code of a vote that was not used, as words: codes are stable, words are for people. */
export function reasonWords(code: string): string {
  return code.replaceAll('-', ' ').replaceAll('_', ' ');
}

/** Votes not used, most frequent reason first; reasons with no vote are left out. */
export function rejectedReasons(votes: BoardVotes): readonly (readonly [reason: string, count: number])[] {
  return Object.entries(votes.rejected)
    .filter(([, count]) => count > 0)
    .sort(([reasonA, a], [reasonB, b]) => b - a || (reasonA < reasonB ? -1 : 1));
}

/** Who voted: voters, their effective number, and the largest share. */
export function voterWords(votes: BoardVotes): string {
  if (votes.voters === 0) return votes.used === 0 ? 'none, as no vote was used' : 'the votes name no voters';
  const words = [`${formatCount(votes.voters)} ${votes.voters === 1 ? 'voter' : 'voters'}`];
  if (votes.effectiveVoters !== null) {
    const digits = votes.effectiveVoters < 100 ? 1 : 0;
    const number = digits === 0 ? formatCount(votes.effectiveVoters) : formatFixed(votes.effectiveVoters, digits);
    words.push(`effective number ${number}`);
  }
  if (votes.largestVoterShare !== null) words.push(`largest share ${formatShare(votes.largestVoterShare)}`);
  return words.join(', ');
}

/** The tie parameter in words; null where ties are halves. */
export function tieWords({ ties }: Board): string | null {
  if (ties.parameter === null) return null;
  const symbol = ties.model === 'davidson' ? 'ν' : 't';
  const error = ties.stdErr === null ? '' : ` (standard error of ln ${symbol} ${formatFixed(ties.stdErr, 3)})`;
  const bad = ties.badLevel === null ? '' : `; an answer is as likely bad as good at ${formatFixed(ties.badLevel, 0)}`;
  return `${symbol} = ${formatFixed(ties.parameter, 3)}${error}${bad}`;
}

/** Which side won how often, and the side's effect where it is a control; null where nothing is known. */
export function positionWords({ position }: Board): string | null {
  if (position.shareA === null) return null;
  const share = `side a won ${formatShare(position.shareA)} of decisive votes`;
  if (position.points === null || position.coefficient === null) return share;
  const { lower, upper } = position;
  const interval = lower === null || upper === null ? '' : `, interval ${coefficientRange({ lower, upper })}`;
  const worth = `${formatSigned(position.points, 1)} points`;
  return `${share}; being side a is worth ${worth} (${formatSigned(position.coefficient, 3)}${interval})`;
}

/** The interval of a coefficient, as `−0.012 … +0.034`. */
export function coefficientRange({ lower, upper }: Pick<BoardControl, 'lower' | 'upper'>): string {
  return `${formatSigned(lower, 3)} … ${formatSigned(upper, 3)}`;
}

/** A full stop at the end and the first letter large, but for symbols and names of sides that must stay as they are. */
export function asSentence(words: string): string {
  const stopped = /[.!?…]$/u.test(words) ? words : `${words}.`;
  return /^[a-z]{2}/u.test(stopped) ? stopped.charAt(0).toUpperCase() + stopped.slice(1) : stopped;
}
