import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Checkbox } from '../design/field.tsx';
import { Countdown } from './countdown.tsx';
import { isFocusInUse } from './focus.ts';
import type { Commands, Outcome } from './use-commands.ts';
import { useRevealAtOnce } from './use-reveal-at-once.ts';

/** How long a vote can be taken back. */
const undoMs = 10_000;

/** The vote is taken and the names are still hidden: undo, or see them now. */
export function VotedDock({
  outcome,
  revealAt,
  commands,
  onUndo,
}: {
  outcome: Outcome;
  revealAt: number | null;
  commands: Commands;
  onUndo: () => void;
}) {
  const { t } = useTranslation('battle');
  const revealButton = useRef<HTMLButtonElement>(null);
  const [revealAtOnce, setRevealAtOnce] = useRevealAtOnce();
  useEffect(() => {
    if (!isFocusInUse()) revealButton.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <div className="me-auto">
          <h2 className="display text-2xl">{t(`votedFor.${outcome}`)}</h2>
          <Countdown until={revealAt} wholeMs={undoMs} />
        </div>
        <div className="flex flex-wrap gap-3 max-xs:w-full max-xs:*:flex-1">
          <Button busy={commands.busy === 'undoVote'} onClick={onUndo}>
            {t('undo')}
          </Button>
          <Button
            ref={revealButton}
            look="primary"
            busy={commands.busy === 'reveal'}
            onClick={() => void commands.run('reveal')}
          >
            {t('revealNow')}
          </Button>
        </div>
      </div>
      <Checkbox
        className="mt-2 text-sm text-muted"
        checked={revealAtOnce}
        onChange={(event) => setRevealAtOnce(event.target.checked)}
      >
        {t('alwaysReveal')}
      </Checkbox>
    </>
  );
}
