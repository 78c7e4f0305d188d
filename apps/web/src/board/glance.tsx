import type { LiveBoard } from '@agon/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../messages/use-format.ts';

type Board = NonNullable<LiveBoard['board']>;

/** The board in a few figures. */
export function Glance({ board, votes }: { board: Board; votes: LiveBoard['votes'] }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { effectiveVoters, largestVoterShare, voters } = board.votes;
  const { votesNeeded } = board.verdict;
  const rated = board.models.filter(({ rating }) => rating !== null).length;
  return (
    <dl
      aria-label={t('facts.label')}
      className="grid grid-cols-2 gap-x-6 gap-y-5 border-y border-line py-5 sm:grid-cols-3 lg:grid-cols-5"
    >
      <Fact name={t('facts.models')} below={t('facts.ofModels', { count: board.models.length })}>
        {format.number(rated)}
      </Fact>
      <Fact name={t('facts.votes')} below={t('facts.ofVotes', { count: votes.standing })}>
        {format.number(board.votes.used)}
      </Fact>
      {voters > 0 && (
        <Fact
          name={t('facts.voters')}
          below={effectiveVoters !== null && t('facts.effective', { count: Math.round(effectiveVoters) })}
        >
          {format.number(voters)}
        </Fact>
      )}
      {largestVoterShare !== null && (
        <Fact name={t('facts.largest')} below={t('facts.ofAll')}>
          {format.percent(largestVoterShare, largestVoterShare < 0.1 ? 1 : 0)}
        </Fact>
      )}
      {votesNeeded !== null && votesNeeded > 0 && (
        <Fact name={t('facts.needed')} below={t('facts.atMix')}>
          ≈ {format.number(Number(votesNeeded.toPrecision(2)))}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children, below }: { name: string; children: ReactNode; below: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="label text-muted">{name}</dt>
      <dd className="text-2xl leading-tight font-medium tabular-nums">{children}</dd>
      {below && <dd className="text-xs text-muted">{below}</dd>}
    </div>
  );
}
