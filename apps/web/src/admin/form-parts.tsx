import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextInput } from '../design/field.tsx';
import { Optional } from './optional.tsx';

/** A group of fields with its title beside it, or above on a narrow page. */
export function FormSection({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="border-t border-line py-7">
      <legend className="sr-only">{title}</legend>
      <div className="grid gap-x-12 gap-y-5 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <div>
          {/* The legend has said it. */}
          <p aria-hidden="true" className="display text-xl">
            {title}
          </p>
          {hint && <p className="max-w-prose pt-1.5 text-sm text-muted">{hint}</p>}
        </div>
        <div className="grid max-w-3xl gap-x-6 gap-y-5 sm:grid-cols-2">{children}</div>
      </div>
    </fieldset>
  );
}

/** A line of text or a number with its label, hint and error. */
export function FormInput({
  label,
  value,
  onChange,
  hint,
  error,
  isOptional = false,
  isNumber = false,
  isLeftToRight = isNumber,
  isWide = false,
  isDisabled = false,
  placeholder,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  isOptional?: boolean;
  /** Brings the keypad of numbers on a phone; what was typed stays text, so that a mistake can be told. */
  isNumber?: boolean;
  /** For addresses and codes, which no language turns around. */
  isLeftToRight?: boolean;
  isWide?: boolean;
  isDisabled?: boolean;
  placeholder?: string;
}) {
  return (
    <Field
      label={<Label isOptional={isOptional}>{label}</Label>}
      hint={hint}
      error={error}
      className={isWide ? 'sm:col-span-2' : ''}
    >
      {(control) => (
        <TextInput
          {...control}
          value={value}
          disabled={isDisabled}
          required={false}
          aria-required={!isOptional}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          inputMode={isNumber ? 'decimal' : undefined}
          dir={isLeftToRight ? 'ltr' : 'auto'}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** Words of a label, marked where the field may stay empty. */
export function Label({ children, isOptional }: { children: string; isOptional: boolean }) {
  return (
    <>
      {children}
      {isOptional && (
        <>
          {' '}
          <Optional />
        </>
      )}
    </>
  );
}

/** What is wrong with the form as a whole, beside its buttons. */
export function FormAlert({ faults, overall }: { faults: number; overall: string | null }) {
  const { t } = useTranslation('admin');
  if (faults === 0 && overall === null) return null;
  return (
    <p role="alert" className="font-medium text-danger">
      {overall ?? t('form.faults', { count: faults })}
    </p>
  );
}

/** Brings the focus to the first field with a fault after each refused attempt to save. `attempt` counts them. */
export function useFocusOnFault<Form extends HTMLElement>(attempt: number): RefObject<Form | null> {
  const form = useRef<Form>(null);
  useEffect(() => {
    if (attempt > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempt]);
  return form;
}
