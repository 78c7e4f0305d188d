import type { BattleView } from '@agon/api';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import type { Commands } from './use-commands.ts';
import { VoteButtons } from './vote-buttons.tsx';

/** While answers are being written: stop, and what one will be able to do. */
export function AnsweringDock({
  commands,
  isRanked,
  pacing,
  onShow,
}: {
  commands: Commands;
  isRanked: boolean;
  pacing: BattleView['pacing'];
  /** Shows what this page holds back; null where it holds back nothing. */
  onShow: (() => void) | null;
}) {
  const { t } = useTranslation('battle');
  const offersHold = pacing === 'slow' && !onShow;
  const reason = { slow: offersHold && t('slow'), 'when-finished': t('whenFinished'), paced: false }[pacing ?? 'paced'];
  return (
    <>
      <div className="flex items-center gap-x-3">
        <p id="vote-reason" className="me-auto min-w-0 text-sm text-muted">
          {reason || (isRanked && t('voteWait'))}
        </p>
        {offersHold && (
          <Button
            size="small"
            look="quiet"
            busy={commands.busy === 'showWhenFinished'}
            onClick={() => void commands.run('showWhenFinished')}
          >
            {t('showWhenFinished')}
          </Button>
        )}
        {onShow && pacing !== 'when-finished' && (
          <Button size="small" look="quiet" onClick={onShow}>
            {t('showAsWritten')}
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
    </>
  );
}
