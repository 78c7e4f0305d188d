import { Tabs } from 'radix-ui';
import { type ReactNode, type TouchEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import { type Side, sideLook, sides } from './side.ts';
import { SideBadge } from './side-badge.tsx';
import { type Point, swipeOf } from './swipe.ts';

/** Scrolls to the head of panes that begin above the window: an answer is read from its first word. */
export function bringHeadIntoReach(panes: Element | null): void {
  if (panes && panes.getBoundingClientRect().top < 0) panes.scrollIntoView({ block: 'start' });
}

/** The two answers on a narrow page: one at a time, switched by tabs, arrows or a swipe. */
export function Panes({
  pane,
  onPane,
  names,
  children,
}: {
  pane: Side;
  onPane: (side: Side) => void;
  names: Readonly<Record<Side, string>> | null;
  children: (side: Side) => ReactNode;
}) {
  const { t } = useTranslation('battle');
  const root = useRef<HTMLDivElement>(null);
  const show = (side: Side) => {
    // Drawn at once: where to scroll is known only then.
    flushSync(() => onPane(side));
    bringHeadIntoReach(root.current);
  };
  const start = useRef<Point | null>(null);
  const onTouchStart = (event: TouchEvent) => {
    const touch = event.touches[0];
    // Inside what scrolls sideways itself, a finger scrolls.
    const scrolls = event.target instanceof Element && event.target.closest('[data-scrolls]');
    start.current = touch && event.touches.length === 1 && !scrolls ? { x: touch.clientX, y: touch.clientY } : null;
  };
  const onTouchEnd = (event: TouchEvent) => {
    const touch = event.changedTouches[0];
    const swipe = start.current && touch && swipeOf(start.current, { x: touch.clientX, y: touch.clientY });
    if (!swipe) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    show((swipe === 'towards-start') !== isRightToLeft ? 'b' : 'a');
  };
  return (
    <Tabs.Root ref={root} data-panes="" value={pane} onValueChange={(value) => show(value === 'b' ? 'b' : 'a')}>
      <div className="page-bleed sticky top-0 z-10 flex items-center gap-1 border-b border-line bg-paper">
        <IconButton className="max-xs:-mx-2" label={t('key.pane-a')} disabled={pane === 'a'} onClick={() => show('a')}>
          {icons.previous}
        </IconButton>
        <Tabs.List aria-label={t('sides')} className="flex min-w-0 flex-1">
          {sides.map((side) => (
            <Tabs.Trigger
              key={side}
              value={side}
              className={`-mb-px inline-flex min-h-12 min-w-0 flex-1 items-center justify-center gap-1.5 border-b-2 text-[0.9375rem] max-xs:text-sm text-muted data-[state=active]:text-ink ${pane === side ? sideLook[side].rule : 'border-transparent'}`}
            >
              <SideBadge side={side} />
              <span className="truncate">{names?.[side] ?? t(`answer.${side}`)}</span>
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <IconButton className="max-xs:-mx-2" label={t('key.pane-b')} disabled={pane === 'b'} onClick={() => show('b')}>
          {icons.next}
        </IconButton>
      </div>
      {sides.map((side) => (
        <Tabs.Content
          key={side}
          value={side}
          onTouchStart={onTouchStart}
          onTouchEnd={onTouchEnd}
          // Sideways the finger is ours: the browser would take the swipe to A for a way back in its history.
          className="min-h-40 touch-pan-y touch-pinch-zoom pt-2 outline-offset-4"
        >
          {children(side)}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
