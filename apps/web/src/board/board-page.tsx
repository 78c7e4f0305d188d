import type { LiveBoard } from '@agon/api';
import { useTranslation } from 'react-i18next';
import { Page, PageTitle } from '../design/page.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { ErrorState, Notice } from '../design/states.tsx';
import { useProblemMessage } from '../messages/use-problem-message.ts';
import { type BoardRow, boardRows } from './board-rows.ts';
import { BoardTable } from './board-table.tsx';
import { Counted } from './counted.tsx';
import { Downloads } from './downloads.tsx';
import { EmptyBoard, UnconnectedBoard } from './empty-board.tsx';
import { Glance } from './glance.tsx';
import { Headline } from './headline.tsx';
import { LiveStatus } from './live-status.tsx';
import { Method } from './method.tsx';
import { useLiveBoard } from './use-live-board.ts';
import { usePageName } from './use-page-name.ts';

/** The live board. */
export function BoardPage() {
  const { t } = useTranslation('board');
  const say = useProblemMessage();
  const name = usePageName(t('title'));
  const { data, error, isError, refetch } = useLiveBoard();
  if (data) return <LoadedBoard live={data} isLost={isError} />;
  return (
    <Page>
      {isError ? (
        <ErrorState pageName={name} title={t('error.title')} onRetry={() => void refetch()}>
          {say(error)}
        </ErrorState>
      ) : (
        <>
          <PageTitle name={name}>{t('title')}</PageTitle>
          <Skeleton label={t('loading')} lines={9} className="max-w-4xl pt-10" />
        </>
      )}
    </Page>
  );
}

function LoadedBoard({ live, isLost }: { live: LiveBoard; isLost: boolean }) {
  const { t } = useTranslation('board');
  const { board } = live;
  const rows = boardRows(live);
  const level = useLevel(live);
  return (
    <Page>
      <div role="status">
        {isLost && (
          <Notice look="notice" className="mb-8">
            {t('live.offline')}
          </Notice>
        )}
      </div>
      <div className="space-y-10 sm:space-y-14">
        {board === null || !rows.some(({ standing }) => standing !== null) ? (
          <NothingRated live={live} rows={rows} />
        ) : (
          <>
            <header className="space-y-8">
              <Headline board={board} status={<LiveStatus computedAt={live.computedAt} isLost={isLost} />} />
              <Glance board={board} votes={live.votes} />
            </header>
            <section aria-label={t('table.region')}>
              <BoardTable rows={rows} level={level} />
              <div className="pt-5">
                <Downloads live={live} rows={rows} />
              </div>
            </section>
            <div className="grid gap-x-16 gap-y-10 border-t border-line pt-10 lg:grid-cols-2">
              <Counted live={live} />
              <Method board={board} level={level} />
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

function NothingRated({ live, rows }: { live: LiveBoard; rows: readonly BoardRow[] }) {
  return live.votes.standing === 0 ? <EmptyBoard rows={rows} /> : <UnconnectedBoard live={live} rows={rows} />;
}

function useLevel({ board }: LiveBoard): string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(board?.spec.interval.level ?? 0.95);
}
