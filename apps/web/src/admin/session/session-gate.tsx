import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageName } from '../../board/use-page-name.ts';
import { Button } from '../../design/button.tsx';
import { CopyButton } from '../../design/copy-button.tsx';
import { Page, PageTitle } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useProblemMessage } from '../../messages/use-problem-message.ts';
import { useLinkSession } from './use-link-session.ts';

/** Named in the words of the page and copied from it. */
const command = 'npx agon admin-link';

/** Shows what is behind it to whoever has a session; others learn how to get one. */
export function SessionGate({ children }: { children: (expiresAt: number) => ReactNode }) {
  const { t } = useTranslation('admin');
  const say = useProblemMessage();
  const session = useLinkSession();
  switch (session.state) {
    case 'open':
      return children(session.expiresAt);
    case 'asking':
      return (
        <Door title={t('title')}>
          <Skeleton label={t('session.opening')} lines={3} />
        </Door>
      );
    case 'needed':
      return (
        <Door title={t('session.neededTitle')}>
          <p>{t('session.neededText')}</p>
          <Command />
        </Door>
      );
    case 'link-refused':
      return (
        <Door title={t('session.expiredTitle')}>
          <p role="alert">{t('session.expiredText')}</p>
          <Command />
        </Door>
      );
    case 'failed':
      return (
        <Door title={t('session.failedTitle')}>
          <p role="alert">{say(session.error)}</p>
          <Button onClick={session.retry}>{t('retry')}</Button>
        </Door>
      );
  }
}

function Door({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('admin');
  const name = usePageName(t('title'));
  return (
    <Page>
      <div className="mx-auto max-w-xl space-y-5 py-8 sm:py-16">
        <PageTitle name={name}>{title}</PageTitle>
        {children}
      </div>
    </Page>
  );
}

function Command() {
  const { t } = useTranslation('admin');
  return (
    <>
      <div dir="ltr" className="flex items-center gap-2 rounded-md bg-sunken py-1.5 ps-4 pe-1.5">
        <code className="flex-1 font-mono">{command}</code>
        <CopyButton text={command} label={t('session.copyCommand')} shown={t('session.copy')} />
      </div>
      <p className="text-sm text-muted">{t('session.stays')}</p>
    </>
  );
}
