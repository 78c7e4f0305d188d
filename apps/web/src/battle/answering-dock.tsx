import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import { Dock } from './dock.tsx';
import type { Commands } from './use-commands.ts';
import { VoteButtons } from './vote-buttons.tsx';

/** While answers are being written: stop, and what one will be able to do. */
export function AnsweringDock({
  commands,
  isRanked,
  offersHold,
  isHeld,
  onHold,
}: {
  commands: Commands;
  isRanked: boolean;
  /** One answer is far ahead: offer to show both when finished. */
  offersHold: boolean;
  isHeld: boolean;
  onHold: (held: boolean) => void;
}) {
  const { t } = useTranslation('battle');
  return (
    <Dock>
      <div className="flex items-center gap-x-3">
        <p id="vote-reason" className="me-auto min-w-0 text-sm text-muted">
          {offersHold && !isHeld ? t('slow') : isRanked && t('voteWait')}
        </p>
        {(offersHold || isHeld) && (
          <Button size="small" look="quiet" onClick={() => onHold(!isHeld)}>
            {t(isHeld ? 'showAsWritten' : 'showWhenFinished')}
          </Button>
        )}
        <Button
          size="small"
          icon={icons.stop}
          busy={commands.busy === 'stop'}
          aria-keyshortcuts="Escape"
          onClick={() => void commands.run('stop')}
        >
          {t('stop')}
        </Button>
      </div>
      {isRanked && (
        <div className="mt-3">
          <VoteButtons disabled describedBy="vote-reason" showKeys={false} onVote={() => {}} />
        </div>
      )}
    </Dock>
  );
}
