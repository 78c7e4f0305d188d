import type { BattleView } from '@agon/api';
import { type ReasonChip, reasonChips } from '@agon/api/client';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Field, TextArea } from '../design/field.tsx';
import type { TurnView } from './attempts.ts';
import { type Side, sides } from './side.ts';
import { SideBadge } from './side-badge.tsx';
import { toggleReason, useFeedback } from './use-feedback.ts';

const rows: readonly (readonly ReasonChip[])[] = [reasonChips.good, reasonChips.bad];
const longestComment = 2_000;

/** Why? Chips for each side and a comment. */
export function Reasons({ id, turn, apply }: { id: string; turn: TurnView; apply: (view: BattleView) => void }) {
  const { t } = useTranslation(['battle', 'common']);
  const { draft, change, status, save } = useFeedback({ id, turn, apply });
  const isSafe = status === 'idle' || status === 'saved';
  return (
    <section aria-labelledby="reasons-title" className="flex flex-col gap-5">
      <div className="flex min-h-8 items-center gap-3">
        <h3 id="reasons-title" className="font-semibold">
          {t('reasonsTitle')}
        </h3>
        <span role="status" className="text-sm text-muted">
          {status === 'saving' && t('feedbackSaving')}
          {status === 'saved' && t('feedbackSaved')}
          {status === 'failed' && t('feedbackFailed')}
        </span>
        {status === 'failed' && (
          <Button size="small" onClick={() => void save()}>
            {t('common:tryAgain')}
          </Button>
        )}
      </div>
      <div className="grid gap-5 md:grid-cols-2 md:gap-10">
        {sides.map((side) => (
          <Chips
            key={side}
            side={side}
            ticked={draft.reasons[side]}
            onToggle={(chip) => change(toggleReason(draft, side, chip))}
          />
        ))}
      </div>
      <Field label={t('comment')} hint={t('commentHint')} className="max-w-3xl">
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            dir="auto"
            data-draft={isSafe || draft.comment.trim() === '' ? undefined : ''}
            maxLength={longestComment}
            value={draft.comment}
            onChange={(event) => change({ ...draft, comment: event.target.value })}
          />
        )}
      </Field>
    </section>
  );
}

function Chips({
  side,
  ticked,
  onToggle,
}: {
  side: Side;
  ticked: readonly ReasonChip[];
  onToggle: (chip: ReasonChip) => void;
}) {
  const { t } = useTranslation('battle');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2.5 flex items-center gap-2.5 text-sm text-muted">
        <SideBadge side={side} />
        {t(`reasonsFor.${side}`)}
      </legend>
      {rows.map((chips) => (
        <div key={chips[0]} className="mb-2 flex flex-wrap gap-2">
          {chips.map((chip) => (
            <button
              key={chip}
              type="button"
              aria-pressed={ticked.includes(chip)}
              onClick={() => onToggle(chip)}
              className="min-h-8 rounded-full border border-line-strong px-3 text-sm transition-colors hover:border-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
            >
              {t(`reason.${chip}`)}
            </button>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
