import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';
import { icons } from './icons.tsx';

/**
 * A dialog over the page. It is the browser's own, which keeps the focus inside, closes on Esc and needs no style element
 * that the content security policy would refuse.
 */
export function Dialog({
  open,
  onClose,
  title,
  children,
  actions,
  wide = false,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the end, the main one last. */
  actions?: ReactNode;
  wide?: boolean;
}) {
  const { t } = useTranslation('common');
  const element = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) {
      dialog.showModal();
      // Reading begins at the title and not at the button that closes.
      heading.current?.focus();
    }
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it too; the click is on the backdrop
    <dialog
      ref={element}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === element.current && onClose()}
      className={classes(
        'm-auto max-h-[min(90dvh,56rem)] w-[calc(100%-2rem)] rounded-lg border border-line bg-sheet p-0 text-ink shadow-lifted backdrop:bg-black/45',
        wide ? 'max-w-3xl' : 'max-w-lg',
      )}
    >
      {open && (
        <div className="flex flex-col gap-4 p-5 sm:p-7">
          <div className="flex items-start justify-between gap-4">
            <h2 id={titleId} ref={heading} tabIndex={-1} className="display text-2xl">
              {title}
            </h2>
            <IconButton label={t('close')} onClick={onClose} className="-me-2 -mt-1">
              {icons.close}
            </IconButton>
          </div>
          <div className="text-[0.9375rem] leading-relaxed">{children}</div>
          {actions && <div className="flex flex-wrap justify-end gap-3 pt-2">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
