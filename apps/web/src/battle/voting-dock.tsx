import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../app/use-online.ts';
import { Button } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import { isFocusInDock, isFocusLost } from './focus.ts';
import type { Side } from './side.ts';
import { SideBadge } from './side-badge.tsx';
import type { Commands, Outcome } from './use-commands.ts';
import { VoteButtons } from './vote-buttons.tsx';

/** Both answers are complete: the vote, or another attempt. */
export function VotingDock({
  commands,
  onVote,
  showKeys,
  unseen,
  onSee,
  afterUndo,
}: {
  commands: Commands;
  onVote: (outcome: Outcome) => void;
  showKeys: boolean;
  /** The answer that has not been looked at yet. */
  unseen: Side | null;
  onSee: (side: Side) => void;
  /** The vote was just taken back: the focus returns to the choice. */
  afterUndo: boolean;
}) {
  const { t } = useTranslation('battle');
  const group = useRef<HTMLDivElement>(null);
  const isOnline = useOnline();
  useEffect(() => {
    if (afterUndo && (isFocusLost() || isFocusInDock())) group.current?.querySelector('button')?.focus();
  }, [afterUndo]);
  return (
    <>
      <div className="mb-3 flex min-h-8 items-center gap-x-3">
        <h2 className={unseen ? 'sr-only' : 'font-semibold'}>{t('voteTitle')}</h2>
        {unseen && (
          <Button size="small" onClick={() => onSee(unseen)}>
            <SideBadge side={unseen} />
            {t(`seenBoth.${unseen}`)}
          </Button>
        )}
        <span className="grow" />
        <RegenerateButton commands={commands} />
      </div>
      <div ref={group}>
        <VoteButtons
          disabled={commands.busy !== null || !isOnline}
          describedBy={isOnline ? undefined : 'dock-note'}
          showKeys={showKeys}
          onVote={onVote}
        />
      </div>
    </>
  );
}

/** Another attempt by both models. */
export function RegenerateButton({ commands }: { commands: Commands }) {
  const { t } = useTranslation('battle');
  return (
    <Button
      size="small"
      look="quiet"
      icon={icons.again}
      busy={commands.busy === 'regenerate'}
      aria-keyshortcuts="r"
      onClick={() => void commands.run('regenerate')}
    >
      <span className="max-xs:sr-only">{t('regenerate')}</span>
    </Button>
  );
}

/** A turn without a vote: stopped, or an answer missing. */
export function BrokenTurn({ message, children }: { message: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="me-auto min-w-0 flex-1 basis-64 text-[0.9375rem]">{message}</p>
      {children}
    </div>
  );
}
