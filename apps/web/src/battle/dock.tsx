import type { ReactNode } from 'react';
import { classes } from '../design/classes.ts';

/** The bar with what can be done now. It stays in reach at the edge of the window while the answers are longer than it. */
export function Dock({ children, isSticky = true }: { children: ReactNode; isSticky?: boolean }) {
  return (
    <div
      className={classes(
        'page-bleed z-20 mt-8 border-t border-line-strong bg-paper py-3 sm:py-4',
        isSticky && 'sticky bottom-0',
      )}
    >
      {children}
    </div>
  );
}
