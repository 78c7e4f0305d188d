import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useArena } from '../app/use-arena.ts';
import { Page, PageTitle } from '../design/page.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { EmptyState, ErrorState } from '../design/states.tsx';
import { useProblemMessage } from '../messages/use-problem-message.ts';
import { BattleView } from './battle-view.tsx';
import { OutsideGuard } from './markdown/outside.tsx';
import { useBattle } from './use-battle.ts';

/** One battle: the question, the answers, the vote, the names. */
export function BattlePage() {
  const { battle } = useParams({ from: '/battles/$battle' });
  return (
    <OutsideGuard key={battle}>
      <LoadedBattle id={battle} />
    </OutsideGuard>
  );
}

function LoadedBattle({ id }: { id: string }) {
  const { t } = useTranslation(['battle', 'common']);
  const { data: arena } = useArena();
  const say = useProblemMessage();
  const live = useBattle(id);
  const { view } = live.state;
  const name = t('common:title', { page: t('pageName'), arena: arena?.name ?? t('common:agon') });
  if (live.problem?.problem.code === 'battle-not-found') {
    return (
      <Page>
        <EmptyState
          pageName={name}
          title={t('notFoundTitle')}
          action={
            <Link to="/" className="underline underline-offset-4">
              {t('newBattle')}
            </Link>
          }
        >
          {t('notFound')}
        </EmptyState>
      </Page>
    );
  }
  if (live.problem && !view) {
    return (
      <Page>
        <ErrorState pageName={name} title={t('arenaFailed')} onRetry={() => location.reload()}>
          {say(live.problem)}
        </ErrorState>
      </Page>
    );
  }
  return (
    <Page width="full" className="flex flex-1 flex-col pt-5 sm:pt-7">
      <PageTitle name={name} look="hidden">
        {t('pageName')}
      </PageTitle>
      {view ? (
        <BattleView live={live} view={view} />
      ) : (
        <Skeleton label={t('loadingBattle')} lines={7} className="max-w-2xl pt-6" />
      )}
    </Page>
  );
}
