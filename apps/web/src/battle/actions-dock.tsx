import type { BattleView } from '@agon/api';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import { AnsweringDock } from './answering-dock.tsx';
import { isAnswering } from './battle-state.ts';
import type { Connection } from './channel.ts';
import { Dock, type DockKind } from './dock.tsx';
import { DockNote } from './dock-note.tsx';
import type { Side } from './side.ts';
import type { Commands, Outcome } from './use-commands.ts';
import { VotedDock } from './voted-dock.tsx';
import { BrokenTurn, RegenerateButton, VotingDock } from './voting-dock.tsx';

/** What the bar of a battle needs. */
export interface ActionsProps {
  readonly view: BattleView;
  readonly commands: Commands;
  readonly connection: Connection;
  readonly onVote: (outcome: Outcome) => void;
  readonly onUndo: () => void;
  readonly afterUndo: boolean;
  readonly showKeys: boolean;
  readonly unseen: Side | null;
  readonly onSee: (side: Side) => void;
  readonly revealAt: number | null;
  /** Shows what this page holds back; null where it holds back nothing. */
  readonly onShow: (() => void) | null;
}

/** The bar that fits the phase, and what went wrong last. */
export function ActionsDock(props: ActionsProps) {
  const { commands, connection, view } = props;
  const kind = kindOf(view);
  if (!kind && !commands.problem) return null;
  return (
    <Dock kind={kind} note={<DockNote problem={commands.problem} connection={connection} />}>
      {kind && <Actions kind={kind} {...props} />}
    </Dock>
  );
}

function kindOf(view: BattleView): DockKind | null {
  if (isAnswering(view)) return 'answering';
  if (view.phase === 'failed' || view.chat === 'failed') return 'failed';
  return view.phase === 'voting' || view.phase === 'voted' || view.phase === 'stopped' ? view.phase : null;
}

function Actions({ kind, ...props }: ActionsProps & { kind: DockKind }) {
  const { view, commands } = props;
  const { t } = useTranslation('battle');
  const turn = view.turns.at(-1);
  switch (kind) {
    case 'answering':
      return (
        <AnsweringDock
          commands={commands}
          isRanked={turn?.ranked ?? false}
          pacing={view.pacing}
          onShow={props.onShow}
        />
      );
    case 'voting':
      return <VotingDock {...props} />;
    case 'voted':
      return (
        turn?.vote && (
          <VotedDock outcome={turn.vote.outcome} revealAt={props.revealAt} commands={commands} onUndo={props.onUndo} />
        )
      );
    case 'stopped':
      return (
        <BrokenTurn message={t('voteStopped')}>
          <RegenerateButton commands={commands} />
        </BrokenTurn>
      );
    case 'failed':
      return (
        <BrokenTurn message={t('voteFailed')}>
          <RegenerateButton commands={commands} />
          <Button
            look="primary"
            icon={icons.again}
            busy={commands.busy === 'retry'}
            onClick={() => void commands.run('retry')}
          >
            {t(view.failedSides.length > 1 ? 'retryBoth' : 'retry')}
          </Button>
        </BrokenTurn>
      );
  }
}
