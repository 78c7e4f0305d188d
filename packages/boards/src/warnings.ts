import type { Bootstrap, Covariance, Fit } from '@agon/rating';
import type { BoardVotes } from './board.ts';
import type { BoardSpec } from './spec.ts';

/** With fewer clusters than this, a clustered interval is itself uncertain. */
const FEW_CLUSTERS = 20;
/** An end of a percentile interval should have at least so many resamples beyond it. */
const FEWEST_TAIL_DRAWS = 2;
/** A voter with more of the votes than this can move the board alone. */
const LARGE_SHARE = 0.05;

export interface WarningFacts {
  readonly spec: BoardSpec;
  readonly spread: Covariance;
  readonly fitted: Fit;
  readonly votes: BoardVotes;
  readonly resampled: Bootstrap | null;
}

/** What a reader should know before trusting the numbers. */
export function warningsOf(facts: WarningFacts): string[] {
  return [...intervalWarnings(facts), ...voterWarnings(facts), ...excludedWarnings(facts)];
}

function intervalWarnings({ spec, spread, resampled }: WarningFacts): string[] {
  const { method, cluster } = spec.interval;
  const missing = cluster.filter((by) => !spread.by.includes(by)).join(' and no ');
  const warnings: string[] = [];
  if ((method === 'clustered' || method === 'sandwich') && spread.method === 'model') {
    warnings.push(
      'Some model has votes that never deviate from the fit, so their spread says nothing; the intervals are those of the model.',
    );
  } else if (method === 'clustered' && spread.method === 'sandwich') {
    warnings.push(
      `The votes name fewer than two ${cluster.join('s or ')}s, so the intervals treat votes as independent; they are too narrow if some people voted often.`,
    );
  } else if (method === 'clustered' && missing !== '') {
    warnings.push(`The votes name no ${missing}, so the intervals are clustered by ${spread.by.join(' and ')} alone.`);
  }
  if (method === 'bootstrap' && spread.clusters === null) {
    warnings.push(`The votes name no ${missing}, so single votes are resampled, as if they were independent.`);
  }
  if (resampled !== null && (resampled.rounds * (1 - spec.interval.level)) / 2 < FEWEST_TAIL_DRAWS) {
    warnings.push(
      `${resampled.rounds} rounds are too few for intervals at ${spec.interval.level}: their ends rest on the few most extreme resamples.`,
    );
  }
  if (spread.clusters !== null && spread.clusters < FEW_CLUSTERS) {
    const by = spread.by.join(' and ');
    warnings.push(`There are only ${spread.clusters} clusters (by ${by}); the intervals are themselves uncertain.`);
  }
  if (resampled !== null && resampled.unusable > 0) {
    warnings.push(
      `${resampled.unusable} of ${resampled.unusable + resampled.rounds} resamples did not connect all models and were left out; the intervals are too narrow.`,
    );
  }
  return warnings;
}

function voterWarnings({ votes }: WarningFacts): string[] {
  const share = votes.largestVoterShare;
  if (share === null || share <= LARGE_SHARE || votes.voters < 2) return [];
  return [`One voter cast ${(100 * share).toFixed(1)} % of the votes.`];
}

function excludedWarnings({ fitted, votes }: WarningFacts): string[] {
  const models = fitted.excluded.length;
  if (models === 0) return [];
  const left = votes.rejected.unconnected ?? 0;
  const words =
    models === 1
      ? '1 model cannot be rated on the same scale as the others and is listed without a rating'
      : `${models} models cannot be rated on the same scale as the others and are listed without a rating`;
  return [left === 0 ? `${words}.` : `${words} (${left} ${left === 1 ? 'vote' : 'votes'}).`];
}
