import type { BattleView } from '@agon/api';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import { AnsweringDock } from './answering-dock.tsx';
import { isAnswering } from './battle-state.ts';
import type { Side } from './side.ts';
import type { Commands, Outcome } from './use-commands.ts';
import { VotedDock } from './voted-dock.tsx';
import { BrokenTurnDock, RegenerateButton, VotingDock } from './voting-dock.tsx';

/** What the bar of a battle needs. */
export interface ActionsProps {
  readonly view: BattleView;
  readonly commands: Commands;
  readonly onVote: (outcome: Outcome) => void;
  readonly onUndo: () => void;
  readonly afterUndo: boolean;
  readonly showKeys: boolean;
  readonly unseen: Side | null;
  readonly onSee: (side: Side) => void;
  readonly revealAt: number | null;
  readonly isSlow: boolean;
  readonly isHeld: boolean;
  readonly onHold: (held: boolean) => void;
}

/** The bar that fits the phase. */
export function ActionsDock(props: ActionsProps) {
  const { view, commands } = props;
  const { t } = useTranslation('battle');
  const turn = view.turns.at(-1);
  if (!turn) return null;
  if (isAnswering(view)) {
    const { isSlow, isHeld, onHold } = props;
    return (
      <AnsweringDock commands={commands} isRanked={turn.ranked} offersHold={isSlow} isHeld={isHeld} onHold={onHold} />
    );
  }
  if (view.phase === 'voting') return <VotingDock {...props} />;
  if (view.phase === 'voted' && turn.vote) {
    const { revealAt, onUndo } = props;
    return <VotedDock outcome={turn.vote.outcome} revealAt={revealAt} commands={commands} onUndo={onUndo} />;
  }
  if (view.phase === 'stopped') {
    return (
      <BrokenTurnDock message={t('voteStopped')}>
        <RegenerateButton commands={commands} />
      </BrokenTurnDock>
    );
  }
  if (view.phase === 'failed' || view.chat === 'failed') {
    return (
      <BrokenTurnDock message={t('voteFailed')}>
        <RegenerateButton commands={commands} />
        <Button
          look="primary"
          icon={icons.again}
          busy={commands.busy === 'retry'}
          onClick={() => void commands.run('retry')}
        >
          {t(view.failedSides.length > 1 ? 'retryBoth' : 'retry')}
        </Button>
      </BrokenTurnDock>
    );
  }
  return null;
}
