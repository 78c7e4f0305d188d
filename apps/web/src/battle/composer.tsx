import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { icons } from '../design/icons.tsx';
import { checkPrompt } from './prompt-check.ts';

/** Where a question is written. Enter sends, Shift + Enter starts a line, and Enter that ends a composition (IME) does neither. */
export function Composer({
  label,
  placeholder,
  value,
  onChange,
  onSend,
  limit,
  busy,
  blocked = false,
  action,
  note,
  large = false,
  textRef,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  onSend: (prompt: string) => void;
  /** Characters that the arena takes. */
  limit: number;
  busy: boolean;
  /** Nothing can be sent now; the reason stands elsewhere. */
  blocked?: boolean;
  /** Words of the button. */
  action: string;
  note?: ReactNode;
  large?: boolean;
  textRef?: Ref<HTMLTextAreaElement>;
}) {
  const id = useId();
  const { canSend, charactersLeft } = checkPrompt(value, limit);
  const send = () => {
    if (canSend && !busy && !blocked) onSend(value.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Safari ends a composition before it reports the key, then with the code 229.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    send();
  };
  const text = classes(
    'col-start-1 row-start-1 w-full px-4 pt-3.5 pb-1 font-sans leading-relaxed sm:px-5 sm:pt-4',
    large ? 'min-h-28 text-lg' : 'min-h-14 text-base',
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="rounded-xl border border-line-strong bg-sheet transition-colors focus-within:border-accent focus-within:outline-2 focus-within:outline-accent"
    >
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      {/* The box is as tall as its text: a hidden copy of the text holds the room. */}
      <div className="grid grid-cols-[minmax(0,1fr)] max-h-[45dvh] overflow-y-auto">
        <textarea
          ref={textRef}
          id={id}
          dir="auto"
          data-draft={value.trim() === '' ? undefined : ''}
          rows={large ? 3 : 1}
          value={value}
          placeholder={placeholder ?? label}
          aria-describedby={`${id}-count`}
          aria-invalid={charactersLeft !== null && charactersLeft < 0 ? true : undefined}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          className={classes(text, 'resize-none overflow-hidden bg-transparent outline-none placeholder:text-muted')}
        />
        <div aria-hidden="true" className={classes(text, 'invisible whitespace-pre-wrap wrap-break-word')}>
          {`${value} `}
        </div>
      </div>
      <div className="flex items-end justify-between gap-3 p-2.5 ps-4 sm:p-3 sm:ps-5">
        <div className="min-w-0 text-[0.8125rem] text-muted">
          <CharacterCount id={`${id}-count`} left={charactersLeft} />
          {charactersLeft === null && note}
        </div>
        <Button type="submit" look="primary" busy={busy} disabled={!canSend || blocked} icon={icons.arrowUp}>
          {action}
        </Button>
      </div>
    </form>
  );
}

function CharacterCount({ id, left }: { id: string; left: number | null }) {
  const { t } = useTranslation('battle');
  return (
    <p id={id} role="status" className={left !== null && left < 0 ? 'font-medium text-danger' : ''}>
      {left !== null && (left < 0 ? t('charactersOver', { count: -left }) : t('charactersLeft', { count: left }))}
    </p>
  );
}
