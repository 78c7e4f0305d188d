import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextInput } from '../../design/field.tsx';
import { icons } from '../../design/icons.tsx';
import { Label } from '../form-parts.tsx';
import { addAliases } from './aliases.ts';

/** Words that give a model away, each with a button that removes it. */
export function AliasField({
  aliases,
  onChange,
  error,
}: {
  aliases: readonly string[];
  onChange: (aliases: readonly string[]) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation('admin');
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const add = (text: string) => {
    onChange(addAliases(aliases, text));
    setTyped('');
  };
  const remove = (alias: string) => {
    onChange(aliases.filter((each) => each !== alias));
    // The button that had the focus is gone.
    field.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={field}>
      <Field label={<Label isOptional>{t('form.aliases')}</Label>} hint={t('form.aliasesHint')} error={error}>
        {(control) => (
          <TextInput
            {...control}
            value={typed}
            onChange={({ target }) => (/[,\n]/u.test(target.value) ? add(target.value) : setTyped(target.value))}
            onBlur={() => typed !== '' && add(typed)}
            onKeyDown={(event) => {
              // Enter would send the form; while a word is being composed it belongs to the input method.
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              add(typed);
            }}
          />
        )}
      </Field>
      {aliases.length > 0 && (
        <ul aria-label={t('form.aliasesList')} className="flex flex-wrap gap-2 pt-2.5">
          {aliases.map((alias) => (
            <li
              key={alias}
              className="inline-flex max-w-full items-center rounded-sm border border-line-strong bg-sheet ps-2.5 text-sm"
            >
              <bdi className="truncate">{alias}</bdi>
              <button
                type="button"
                aria-label={t('form.removeAlias', { alias })}
                onClick={() => remove(alias)}
                className="inline-grid size-7 shrink-0 place-items-center text-muted hover:text-ink [&_svg]:size-3.5"
              >
                {icons.close}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
