import type { Arena } from '@agon/api';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../app/mark.tsx';
import { useArena } from '../app/use-arena.ts';
import { Button } from '../design/button.tsx';
import { Page, PageTitle } from '../design/page.tsx';
import { Notice } from '../design/states.tsx';
import { useToast } from '../design/toast.tsx';
import { useProblemMessage } from '../messages/use-problem-message.ts';
import { Composer } from './composer.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { Gallery } from './gallery.tsx';
import { NoBattlesLeft } from './no-battles-left.tsx';
import { useStartBattle } from './use-start-battle.ts';

/** Limit while the arena's own is not known yet; nothing is sent before it is. */
const anyLength = Number.POSITIVE_INFINITY;

/** The empty arena: ask a question. */
export function HomePage() {
  const { t } = useTranslation(['battle', 'common']);
  const toast = useToast();
  const { data: arena, error, refetch } = useArena();
  const say = useProblemMessage();
  const start = useStartBattle(arena, () => toast({ message: t('consentSaved') }));
  const [prompt, setPrompt] = useState('');
  const text = useRef<HTMLTextAreaElement>(null);
  const pick = (question: string) => {
    setPrompt(question);
    text.current?.focus();
  };
  return (
    <Page width="text" className="flex flex-col gap-10 sm:gap-14 sm:py-20">
      <div className="flex items-center justify-between gap-10">
        <div className="flex flex-col gap-4">
          <PageTitle
            name={t('common:title', { page: t('homeName'), arena: arena?.name ?? t('common:agon') })}
            look="hero"
          >
            {t('headline')}
          </PageTitle>
          <p className="max-w-2xl text-lg text-muted">{t('how')}</p>
        </div>
        <Mark className="size-36 max-md:hidden" />
      </div>
      <div className="flex flex-col gap-3">
        <Composer
          large
          label={t('promptLabel')}
          placeholder={t('promptPlaceholder')}
          value={prompt}
          onChange={setPrompt}
          onSend={start.send}
          limit={arena?.limits.promptCharacters ?? anyLength}
          busy={start.busy}
          blocked={!arena || !canStart(arena)}
          action={t('send')}
          note={<span className="max-sm:hidden">{t('sendHint')}</span>}
          textRef={text}
        />
        {arena && <Standing arena={arena} onChangeConsent={start.changeConsent} />}
        {start.problem && !(arena && arena.limits.battlesLeft < 1) && <Notice look="danger">{start.problem}</Notice>}
        {error && (
          <Notice
            look="danger"
            action={
              <Button size="small" onClick={() => void refetch()}>
                {t('common:tryAgain')}
              </Button>
            }
          >
            {say(error)}
          </Notice>
        )}
      </div>
      <Gallery onPick={pick} />
      <ConsentDialog
        open={start.asksConsent}
        current={arena?.visitor.consent ?? null}
        onChoose={start.choose}
        onClose={start.cancel}
      />
    </Page>
  );
}

function canStart(arena: Arena): boolean {
  return arena.models >= 2 && arena.limits.battlesLeft > 0;
}

/** What holds for the next battle: what happens to the texts, how many are left, who answers. Told before anything is sent. */
function Standing({ arena, onChangeConsent }: { arena: Arena; onChangeConsent: () => void }) {
  const { t } = useTranslation('battle');
  const { consent } = arena.visitor;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 px-1 text-[0.8125rem] text-muted">
        {arena.limits.battlesLeft > 0 && <span>{t('battlesLeft', { count: arena.limits.battlesLeft })}</span>}
        {consent && (
          <span>
            {t(`consentIs.${consent}`)}{' '}
            <button
              type="button"
              onClick={onChangeConsent}
              className="min-h-6 px-1 underline underline-offset-4 hover:text-ink"
            >
              {t('consentChange')}
            </button>
          </span>
        )}
        {arena.demo && (
          <span>
            {t('demoNote')}{' '}
            <Link
              to="/about"
              hash="real-models"
              className="inline-block min-h-6 underline underline-offset-4 hover:text-ink"
            >
              {t('demoLink')}
            </Link>
          </span>
        )}
      </div>
      {arena.limits.battlesLeft < 1 && <NoBattlesLeft limits={arena.limits} />}
      {arena.models < 2 && <Notice look="notice">{t('tooFewModels')}</Notice>}
    </>
  );
}
