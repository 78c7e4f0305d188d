import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useId } from 'react';
import { classes } from './classes.ts';

/** What ties a control to its label, hint and error. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/**
 * A label, a control, a hint and an error that belong together.
 *
 * @example <Field label={t('name')} error={errors.name}>{(control) => <TextInput {...control} />}</Field>
 */
export function Field({
  label,
  hint,
  error,
  children,
  className,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: (control: FieldControl) => ReactNode;
  className?: string;
}) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={classes('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="label">
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

const box =
  'w-full min-h-10 rounded-md border border-line-strong bg-sheet px-3 py-2 text-[0.9375rem] text-ink placeholder:text-muted aria-invalid:border-danger disabled:opacity-60 disabled:cursor-not-allowed read-only:bg-sunken';

/** A line of text. */
export function TextInput({ className, ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input className={classes(box, className)} {...rest} />;
}

/** Several lines of text. */
export function TextArea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea className={classes(box, 'leading-relaxed', className)} {...rest} />;
}

/** One of a list. */
export function Select({ className, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return <select className={classes(box, className)} {...rest} />;
}

/** Yes or no, with its words beside it. */
export function Checkbox({ children, className, ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className={classes('inline-flex min-h-6 items-start gap-2.5 text-[0.9375rem]', className)}>
      <input type="checkbox" className="mt-0.5 size-4.5 shrink-0 accent-accent" {...rest} />
      <span>{children}</span>
    </label>
  );
}
