import type { BattleView as View } from '@agon/api';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../app/use-online.ts';
import { Button } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import { Notice } from '../design/states.tsx';
import { ActionsDock } from './actions-dock.tsx';
import { isAnswering } from './battle-state.ts';
import { FollowUp } from './follow-up.tsx';
import { KeptPlace } from './kept-place.tsx';
import { Legend } from './legend.tsx';
import { NewBattleLink } from './new-battle-link.tsx';
import { Outcome } from './outcome.tsx';
import { bringHeadIntoReach } from './panes.tsx';
import type { Side } from './side.ts';
import { Turn, type TurnSurroundings } from './turn.tsx';
import { useAnnouncer } from './use-announcer.ts';
import type { LiveBattle } from './use-battle.ts';
import { useBattleKeys } from './use-battle-keys.ts';
import { useCommands, type Outcome as Verdict } from './use-commands.ts';
import { useSingleKeys } from './use-keys.ts';
import { useMedia } from './use-media.ts';
import { useNextQuestion } from './use-next-question.ts';
import { useScrollToTurn } from './use-scroll-to-turn.ts';
import { useUnseenSide } from './use-seen-sides.ts';

/** A battle as it stands, and everything that can be done with it. */
export function BattleView({ live, view }: { live: LiveBattle; view: View }) {
  const { t } = useTranslation('battle');
  const navigate = useNavigate();
  const commands = useCommands(view.id, live.apply);
  const isWide = useMedia('(min-width: 56rem)');
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const [pane, setPane] = useState<Side>('a');
  const [showsAll, setShowsAll] = useState(false);
  const isOnline = useOnline();
  const [isLegendOpen, setLegendOpen] = useState(false);
  const [afterUndo, setAfterUndo] = useState(false);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const question = useNextQuestion(view, commands);
  const announcement = useAnnouncer(view);
  useScrollToTurn(view.turns.length);
  const turn = view.turns.at(-1);
  const unseen = useUnseenSide({ attempt: `${turn?.turn}/${turn?.attempt}`, pane, isWide });
  const showSide = (side: Side) => {
    // Drawn at once: where to scroll is known only then.
    flushSync(() => setPane(side));
    if (isWide) document.getElementById(`answer-${turn?.turn}-${side}`)?.focus();
    else bringHeadIntoReach(document.querySelector(`[data-turn="${turn?.turn}"] [data-panes]`));
  };
  const vote = (outcome: Verdict) => {
    if (isOnline) question.vote(outcome);
  };
  useBattleKeys({
    view,
    commands,
    singleKeys,
    onVote: vote,
    onPane: showSide,
    onNewBattle: () => void navigate({ to: '/' }),
    onLegend: () => setLegendOpen(true),
  });
  // Whoever wants no motion sees each answer when it is finished, unless asked otherwise.
  const holdsAll = isStill && !showsAll;
  const holds = holdsAll ? 'all' : view.pacing === 'when-finished' ? 'rest' : 'nothing';
  const names = view.reveal && { a: view.reveal.a.name, b: view.reveal.b.name };
  const around: TurnSurroundings = { isWide, pane, onPane: setPane, names, holds };
  const showTurn = (each: View['turns'][number]) => (
    <Turn
      key={each.turn}
      turn={each}
      isOnly={view.turns.length === 1}
      holdsRoom={view.turns.length > 1 && each === turn && isAnswering(view)}
      around={around}
    />
  );
  return (
    <KeptPlace phase={view.phase}>
      <div className="flex flex-1 flex-col">
        <p role="status" className="sr-only">
          {announcement}
        </p>
        <div className="flex flex-col gap-14">{view.turns.filter(({ ranked }) => ranked).map(showTurn)}</div>
        <Outcome view={view} apply={live.apply} isAskedFor={commands.hasRevealed}>
          {view.turns.filter(({ ranked }) => !ranked).map(showTurn)}
        </Outcome>
        {view.phase === 'void' && view.voidReason && (
          <Notice look="notice" className="mt-8" action={<NewBattleLink look="primary" />}>
            <p className="font-semibold">{t('void.title')}</p>
            <p>{t(`void.${view.voidReason}`)}</p>
          </Notice>
        )}
        <div className="grow" />
        <ActionsDock
          view={view}
          commands={commands}
          connection={live.connection}
          onVote={vote}
          onUndo={() => void commands.run('undoVote').then(setAfterUndo)}
          afterUndo={afterUndo}
          showKeys={singleKeys && isWide && question.draft.trim() === ''}
          unseen={unseen}
          onSee={showSide}
          revealAt={live.state.revealAt}
          onShow={holdsAll ? () => setShowsAll(true) : null}
        />
        <div className="mt-8">
          <FollowUp view={view} commands={commands} question={question} revealAt={live.state.revealAt} />
        </div>
        <Foot
          canLeave={!isAnswering(view) && (turn?.ranked === false || !isOver(view))}
          onLegend={() => setLegendOpen(true)}
        />
        <Legend
          open={isLegendOpen}
          onClose={() => setLegendOpen(false)}
          singleKeys={singleKeys}
          onSingleKeys={setSingleKeys}
        />
      </div>
    </KeptPlace>
  );
}

/** Whether the way to a new battle stands with the result. */
function isOver({ phase }: View): boolean {
  return phase === 'revealed' || phase === 'void';
}

function Foot({ canLeave, onLegend }: { canLeave: boolean; onLegend: () => void }) {
  const { t } = useTranslation('battle');
  return (
    <div className="mt-8 flex items-center justify-between gap-3 border-t border-line pt-3">
      <Button
        look="quiet"
        size="small"
        icon={icons.keyboard}
        onClick={onLegend}
        className="-ms-2.5 text-muted max-sm:invisible"
      >
        {t('keys')}
      </Button>
      {canLeave && <NewBattleLink look="secondary" />}
    </div>
  );
}
