import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isFocusLost } from './focus.ts';

/** What the bar is about; see {@link Dock}. */
export type DockKind = 'answering' | 'voting' | 'voted' | 'stopped' | 'failed';

/**
 * The bar with what can be done now. It stays in reach at the edge of the window while the answers are longer than it, unless the window is
 * so low that it would cover them. When the button that had the focus goes away with its kind, the bar takes the focus.
 */
export function Dock({ kind, note, children }: { kind: DockKind | null; note: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('battle');
  const bar = useRef<HTMLElement>(null);
  const before = useRef(kind);
  useEffect(() => {
    const [from, to] = [before.current, kind];
    before.current = kind;
    // Answers that end by themselves leave a reader where he reads.
    const isByItself = from === 'answering' && (to === 'voting' || to === 'failed');
    if (from !== to && !isByItself && isFocusLost()) bar.current?.focus({ preventScroll: true });
  }, [kind]);
  return (
    <section
      ref={bar}
      tabIndex={-1}
      data-dock=""
      aria-label={t('dock')}
      className="page-bleed sticky bottom-0 z-20 mt-8 border-t border-line-strong bg-paper py-3 outline-none sm:py-4 [@media(max-height:28rem)]:static"
    >
      <div role="status" id="dock-note" className="not-empty:mb-3">
        {note}
      </div>
      {children}
    </section>
  );
}
