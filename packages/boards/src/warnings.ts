import type { Bootstrap, Covariance, Fit } from '@agon/rating';
import type { BoardVotes } from './board.ts';
import type { BoardSpec } from './spec.ts';

/** With fewer clusters than this, a clustered interval is itself uncertain. */
const FEW_CLUSTERS = 20;
/** A voter with more of the votes than this can move the board alone. */
const LARGE_SHARE = 0.05;

export interface WarningFacts {
  readonly spec: BoardSpec;
  readonly spread: Covariance;
  readonly fitted: Fit;
  readonly votes: BoardVotes;
  readonly resampled: Bootstrap | null;
  /** Votes that passed the filter. */
  readonly selected: number;
}

/** What a reader should know before trusting the numbers. */
export function warningsOf({ spec, spread, fitted, votes, resampled, selected }: WarningFacts): string[] {
  const warnings: string[] = [];
  const { method, cluster } = spec.interval;
  const by = cluster.join(' and ');
  if ((method === 'clustered' || method === 'sandwich') && spread.method === 'model') {
    warnings.push(
      'Some model has votes that never deviate from the fit, so their spread says nothing; the intervals are those of the model.',
    );
  } else if (method === 'clustered' && spread.method !== 'clustered') {
    warnings.push(
      `The votes name fewer than two ${by}s, so the intervals treat votes as independent; they are too narrow if some people voted often.`,
    );
  }
  if (method === 'bootstrap' && spread.clusters === null) {
    warnings.push(`The votes name no ${by}, so single votes are resampled, as if they were independent.`);
  }
  if (spread.clusters !== null && spread.clusters < FEW_CLUSTERS) {
    warnings.push(`There are only ${spread.clusters} clusters (by ${by}); the intervals are themselves uncertain.`);
  }
  const share = votes.largestVoterShare;
  if (share !== null && share > LARGE_SHARE && votes.voters > 1) {
    warnings.push(`One voter cast ${(100 * share).toFixed(1)} % of the votes.`);
  }
  if (resampled !== null && resampled.unusable > 0) {
    warnings.push(
      `${resampled.unusable} of ${resampled.unusable + resampled.rounds} resamples did not connect all models and were left out; the intervals are too narrow.`,
    );
  }
  if (fitted.excluded.length > 0) {
    const left = selected - votes.used;
    warnings.push(
      `${fitted.excluded.length} models cannot be rated on the same scale as the others and are listed without a rating${left > 0 ? ` (${left} votes)` : ''}.`,
    );
  }
  return warnings;
}
