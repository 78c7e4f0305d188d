import type { BattleView } from '@agon/api';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TurnView } from './attempts.ts';
import { FactTable } from './fact-table.tsx';
import { isFocusInUse, isFocusLost } from './focus.ts';
import { NewBattleLink } from './new-battle-link.tsx';
import { Receipt } from './receipt.tsx';
import { rankedAnswersOf } from './reveal-facts.ts';
import { type Side, sides } from './side.ts';
import { SideBadge } from './side-badge.tsx';

type Reveal = NonNullable<BattleView['reveal']>;

/**
 * The names, where to go from here, what the answers took, and the receipt of the vote. When it appears it takes the focus if that was
 * asked for by a press, or if nothing else has it; never from where something is being written.
 */
export function RevealPanel({
  reveal,
  turns,
  vote,
  isNew,
  isAskedFor,
}: {
  reveal: Reveal;
  turns: readonly TurnView[];
  vote: TurnView['vote'];
  /** It was not there when the page was opened. */
  isNew: boolean;
  isAskedFor: boolean;
}) {
  const { t } = useTranslation('battle');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew && (isFocusLost() || (isAskedFor && !isFocusInUse()))) heading.current?.focus();
  }, [isNew, isAskedFor]);
  const shown = {
    ...reveal,
    a: { ...reveal.a, answers: rankedAnswersOf(reveal.a, turns) },
    b: { ...reveal.b, answers: rankedAnswersOf(reveal.b, turns) },
  };
  return (
    <section aria-labelledby="reveal-title" className="border-y border-line-strong py-7 sm:py-10">
      <h2 id="reveal-title" ref={heading} tabIndex={-1} className="display text-3xl sm:text-[2.75rem]">
        <Verdict reveal={reveal} vote={vote} />
      </h2>
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
        <NewBattleLink look="primary" />
        <Link to="/board" className="inline-flex min-h-10 items-center underline underline-offset-4">
          {t('toBoard')}
        </Link>
      </div>
      <FactTable reveal={shown} chosen={vote?.outcome === 'a' || vote?.outcome === 'b' ? vote.outcome : null} />
      {sides.map(
        (side) => reveal[side].masked.length > 0 && <Masked key={side} side={side} names={reveal[side].masked} />,
      )}
      {vote && <Receipt vote={vote} />}
    </section>
  );
}

function Verdict({ reveal, vote }: { reveal: Reveal; vote: TurnView['vote'] }): ReactNode {
  const { t } = useTranslation('battle');
  const { a, b } = reveal;
  if (!vote) return t('revealFacts');
  if (vote.outcome === 'a' || vote.outcome === 'b')
    return t(`revealTitle.${vote.outcome}`, { name: reveal[vote.outcome].name });
  return t(`revealTitle.${vote.outcome}`, { a: a.name, b: b.name });
}

function Masked({ side, names }: { side: Side; names: readonly string[] }) {
  const { t } = useTranslation('battle');
  return (
    <p className="mt-3 flex items-center gap-2.5 text-sm text-muted">
      <SideBadge side={side} />
      {t('masked', { names: names.join(', ') })}
    </p>
  );
}
