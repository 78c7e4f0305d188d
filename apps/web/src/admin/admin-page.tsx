import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageName } from '../board/use-page-name.ts';
import { Button } from '../design/button.tsx';
import { Page, PageTitle } from '../design/page.tsx';
import { useFormat } from '../messages/use-format.ts';
import { ModelsPart } from './models/models-part.tsx';
import { SessionGate } from './session/session-gate.tsx';
import { SettingsPart } from './settings/settings-part.tsx';
import { LeaveDialog, UnsavedGuard } from './unsaved-guard.tsx';
import { useSessionChange } from './use-admin.ts';

/** The page of whoever runs the arena. */
export function AdminPage() {
  return <SessionGate>{(expiresAt) => <AdminParts expiresAt={expiresAt} />}</SessionGate>;
}

const parts = ['models', 'settings'] as const;

function AdminParts({ expiresAt }: { expiresAt: number }) {
  const { t } = useTranslation('admin');
  const name = usePageName(t('title'));
  const [part, setPart] = useState<(typeof parts)[number]>('models');
  const [isDirty, setDirty] = useState(false);
  const [wanted, setWanted] = useState<(typeof parts)[number] | null>(null);
  const goTo = (next: (typeof parts)[number]) => {
    setDirty(false);
    setWanted(null);
    setPart(next);
  };
  return (
    <Page>
      <UnsavedGuard isDirty={isDirty} />
      <LeaveDialog open={wanted !== null} onLeave={() => wanted && goTo(wanted)} onStay={() => setWanted(null)} />
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <PageTitle name={name}>{t('title')}</PageTitle>
        <SessionEnd expiresAt={expiresAt} />
      </header>
      <nav aria-label={t('tabs.label')} className="mt-6 mb-8 flex gap-6 border-b border-line">
        {parts.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={part === each ? 'page' : undefined}
            onClick={() => (isDirty && each !== part ? setWanted(each) : goTo(each))}
            className="-mb-px min-h-11 border-b-2 border-transparent px-1 text-muted transition-colors hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            {t(`tabs.${each}`)}
          </button>
        ))}
      </nav>
      {part === 'models' ? <ModelsPart onDirty={setDirty} /> : <SettingsPart onDirty={setDirty} />}
    </Page>
  );
}

function SessionEnd({ expiresAt }: { expiresAt: number }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { close } = useSessionChange();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
      {t('sessionUntil', { when: format.date(expiresAt) })}
      <Button size="small" busy={close.isPending} onClick={() => close.mutate()}>
        {t('signOut')}
      </Button>
    </div>
  );
}
