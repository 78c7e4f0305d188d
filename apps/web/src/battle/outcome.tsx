import type { BattleView } from '@agon/api';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../design/field.tsx';
import { Reasons } from './reasons.tsx';
import { RevealPanel } from './reveal-panel.tsx';
import { useRevealAtOnce } from './use-reveal-at-once.ts';

/** What comes after the ranked turns: the names once they are known, the reasons of the vote, and the open chat (`children`). */
export function Outcome({
  view,
  apply,
  isAskedFor,
  children,
}: {
  view: BattleView;
  apply: (view: BattleView) => void;
  /** The names came in answer to a press. */
  isAskedFor: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('battle');
  const wasRevealedFromTheStart = useRef(view.reveal !== null);
  const [revealAtOnce, setRevealAtOnce] = useRevealAtOnce();
  const voted = view.turns.findLast(({ ranked, vote }) => ranked && vote !== null);
  const isOpen = view.phase === 'voted' || view.phase === 'revealed';
  const hasReasons = useRef(false);
  useEffect(() => {
    if (view.phase === 'voted') hasReasons.current = true;
  }, [view.phase]);
  const reasons = isOpen && voted && (
    <div key="reasons" className="mt-8 max-w-5xl">
      <Reasons key={voted.turn} id={view.id} turn={voted} apply={apply} />
    </div>
  );
  const names = view.reveal && (
    <div key="names" className="mt-10">
      <RevealPanel
        reveal={view.reveal}
        turns={view.turns}
        vote={voted?.vote ?? null}
        isNew={!wasRevealedFromTheStart.current}
        isAskedFor={isAskedFor}
      />
    </div>
  );
  return (
    <>
      {/* Reasons that are being given stay where they are when the names come. */}
      {hasReasons.current ? [reasons, names] : [names, reasons]}
      {view.reveal && revealAtOnce && (
        <Checkbox className="mt-4 text-sm text-muted" checked onChange={() => setRevealAtOnce(false)}>
          {t('alwaysReveal')}
        </Checkbox>
      )}
      {view.turns.some(({ ranked }) => !ranked) && (
        <div className="mt-12 flex flex-col gap-12">
          <h2 className="display border-b border-line-strong pb-2 text-2xl">{t('openChat')}</h2>
          {children}
        </div>
      )}
    </>
  );
}
