import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Page } from '../design/page.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { EmptyState, ErrorState } from '../design/states.tsx';

/** Shown where a page itself broke. */
export function BrokenPage() {
  const { t } = useTranslation('common');
  return (
    <Page>
      <ErrorState
        pageName={t('unexpectedTitle')}
        title={t('unexpectedTitle')}
        action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
      >
        {t('unexpected')}
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
