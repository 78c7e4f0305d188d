import type { BattleView as View } from '@agon/api';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import { Notice } from '../design/states.tsx';
import { ActionsDock } from './actions-dock.tsx';
import { isAnswering } from './battle-state.ts';
import { FollowUp } from './follow-up.tsx';
import { Legend } from './legend.tsx';
import { Outcome } from './outcome.tsx';
import type { Side } from './side.ts';
import { Turn, type TurnSurroundings } from './turn.tsx';
import { useAnnouncer } from './use-announcer.ts';
import type { LiveBattle } from './use-battle.ts';
import { useBattleKeys } from './use-battle-keys.ts';
import { useCommands, type Outcome as Verdict } from './use-commands.ts';
import { useSingleKeys } from './use-keys.ts';
import { useMedia } from './use-media.ts';
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
  const [heldByChoice, setHeld] = useState<boolean | null>(null);
  const [isLegendOpen, setLegendOpen] = useState(false);
  const [afterUndo, setAfterUndo] = useState(false);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const announcement = useAnnouncer(view);
  useScrollToTurn(view.turns.length);
  const turn = view.turns.at(-1);
  const unseen = useUnseenSide({ attempt: `${turn?.turn}/${turn?.attempt}`, pane, isWide });
  const showSide = (side: Side) => {
    setPane(side);
    if (isWide) document.getElementById(`answer-${turn?.turn}-${side}`)?.focus();
  };
  const vote = (outcome: Verdict) => {
    if (view.voteToken) void commands.vote(view.voteToken, outcome);
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
  const isHeld = heldByChoice ?? isStill;
  const names = view.reveal && { a: view.reveal.a.name, b: view.reveal.b.name };
  const around: TurnSurroundings = { isWide, pane, onPane: setPane, names, isHeld };
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
    <div className="flex flex-1 flex-col">
      <p role="status" className="sr-only">
        {announcement}
      </p>
      <div role="status">
        {live.connection === 'reconnecting' && <Notice look="notice">{t('reconnecting')}</Notice>}
      </div>
      <div className="flex flex-col gap-14">{view.turns.filter(({ ranked }) => ranked).map(showTurn)}</div>
      <Outcome view={view} apply={live.apply}>
        {view.turns.filter(({ ranked }) => !ranked).map(showTurn)}
      </Outcome>
      {view.phase === 'void' && view.voidReason && (
        <Notice look="notice" className="mt-8">
          <p className="font-semibold">{t('void.title')}</p>
          <p>{t(`void.${view.voidReason}`)}</p>
        </Notice>
      )}
      <div className="grow" />
      {commands.problem && (
        <Notice look="danger" className="mt-6">
          {commands.problem}
        </Notice>
      )}
      <ActionsDock
        view={view}
        commands={commands}
        onVote={vote}
        onUndo={() => void commands.run('undoVote').then(setAfterUndo)}
        afterUndo={afterUndo}
        showKeys={singleKeys && isWide}
        unseen={unseen}
        onSee={showSide}
        revealAt={live.state.revealAt}
        isSlow={live.state.isSlow}
        isHeld={isHeld}
        onHold={setHeld}
      />
      <div className="mt-8">
        <FollowUp view={view} commands={commands} />
      </div>
      <Foot canLeave={!isAnswering(view)} onLegend={() => setLegendOpen(true)} />
      <Legend
        open={isLegendOpen}
        onClose={() => setLegendOpen(false)}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
    </div>
  );
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
      {canLeave && (
        <Link
          to="/"
          aria-keyshortcuts="n"
          className="inline-flex min-h-10 items-center gap-2 rounded-md border border-line-strong bg-sheet px-4 font-medium hover:border-ink"
        >
          {icons.plus}
          {t('newBattle')}
        </Link>
      )}
    </div>
  );
}
