import { Component, type ReactNode } from 'react';
import { isFocusInUse } from './focus.ts';

interface KeptPlaceProps {
  /** What changes when something large may come or go. */
  readonly phase: string;
  readonly children: ReactNode;
}

/**
 * Keeps what is being written or ticked where it is in the window when the phase changes above it. A class, because only a class is asked
 * by React before the page changes.
 */
export class KeptPlace extends Component<KeptPlaceProps> {
  override getSnapshotBeforeUpdate(before: KeptPlaceProps): number | null {
    return before.phase !== this.props.phase && isFocusInUse() ? focusTop() : null;
  }

  override componentDidUpdate(_before: KeptPlaceProps, _state: unknown, top: number | null): void {
    if (top !== null && isFocusInUse()) scrollBy({ top: focusTop() - top, behavior: 'instant' });
  }

  override render(): ReactNode {
    return this.props.children;
  }
}

function focusTop(): number {
  return document.activeElement?.getBoundingClientRect().top ?? 0;
}
