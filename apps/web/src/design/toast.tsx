import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './button.tsx';
import { icons } from './icons.tsx';

/** A short note at the edge of the page. */
export interface Toast {
  readonly message: string;
  readonly look?: 'plain' | 'danger';
  /** What can be done about it, such as undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Milliseconds on the screen; 6,000 unless said. Stays while it is pointed at or holds the focus. */
  readonly lastsMs?: number;
}

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Shows a note: `const toast = useToast(); toast({ message: t('saved') })`. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/** Holds the notes of the page below it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const [toasts, setToasts] = useState<readonly (Toast & { readonly id: number })[]>([]);
  const lastId = useRef(0);
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>());
  const dismiss = useCallback((id: number) => {
    setToasts((now) => now.filter((toast) => toast.id !== id));
  }, []);
  const hold = useCallback((id: number) => clearTimeout(timers.current.get(id)), []);
  const release = useCallback(
    (id: number, lastsMs = 6_000) => {
      clearTimeout(timers.current.get(id));
      timers.current.set(
        id,
        setTimeout(() => dismiss(id), lastsMs),
      );
    },
    [dismiss],
  );
  const show = useCallback(
    (toast: Toast) => {
      lastId.current += 1;
      const id = lastId.current;
      setToasts((now) => [...now.slice(-2), { ...toast, id }]);
      release(id, toast.lastsMs);
    },
    [release],
  );
  const list = useMemo(
    () =>
      toasts.map(({ id, message, look, action, lastsMs }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a note only keeps it there
        <div
          key={id}
          onPointerEnter={() => hold(id)}
          onPointerLeave={() => release(id, lastsMs)}
          onFocus={() => hold(id)}
          onBlur={() => release(id, lastsMs)}
          className={`pointer-events-auto flex max-w-md items-center gap-3 rounded-md border bg-sheet py-2 ps-4 pe-2 text-[0.9375rem] shadow-lifted ${look === 'danger' ? 'border-danger text-danger' : 'border-line'}`}
        >
          <span className="me-auto py-1">{message}</span>
          {action && (
            <Button
              size="small"
              onClick={() => {
                action.run();
                dismiss(id);
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton label={t('dismiss')} onClick={() => dismiss(id)}>
            {icons.close}
          </IconButton>
        </div>
      )),
    [toasts, t, hold, release, dismiss],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        aria-label={t('notes')}
        className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2 sm:items-end"
      >
        {list}
      </div>
    </ToastContext>
  );
}
