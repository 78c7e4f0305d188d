import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Page } from '../design/page.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { EmptyState, ErrorState } from '../design/states.tsx';
import { PageNotFetched } from './page-not-fetched.ts';

/** Shown where a page itself broke, or its code did not arrive; that can be tried again in place. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('common');
  const router = useRouter();
  const isUnfetched = error instanceof PageNotFetched;
  const title = t(isUnfetched ? 'unfetchedTitle' : 'unexpectedTitle');
  const retry = async () => {
    await router.invalidate();
    reset();
  };
  return (
    <Page>
      <ErrorState
        pageName={title}
        title={title}
        {...(isUnfetched && { onRetry: () => void retry() })}
        action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
      >
        {t(isUnfetched ? 'unfetched' : 'unexpected')}
      </ErrorState>
    </Page>
  );
}

/** Shown at an address without a page. */
export function NoSuchPage() {
  const { t } = useTranslation('common');
  return (
    <Page>
      <EmptyState
        pageName={t('notFoundTitle')}
        title={t('notFoundTitle')}
        action={
          <Link to="/" className="underline underline-offset-4">
            {t('toBattle')}
          </Link>
        }
      >
        {t('notFound')}
      </EmptyState>
    </Page>
  );
}

/** Shown while the code of a page is fetched. */
export function PendingPage() {
  const { t } = useTranslation('common');
  return (
    <Page>
      <Skeleton label={t('loading')} lines={6} className="max-w-2xl" />
    </Page>
  );
}
