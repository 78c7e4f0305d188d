import { useEffect, useRef, useState } from 'react';
import { type KeyAction, type KeyPress, keyActionOf } from './keys.ts';

const storedAs = 'agon.singleKeys';

/** Whether single-letter keys are on, remembered in this browser, and a function to switch them. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(storedAs) !== 'off');
  const set = (next: boolean) => {
    localStorage.setItem(storedAs, next ? 'on' : 'off');
    setOn(next);
  };
  return [on, set];
}

/** Calls `act` for each key that means something; it says whether it did anything, so that other keys keep their own effect. */
export function useKeys(act: (action: KeyAction) => boolean, singleKeys: boolean): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = keyActionOf(pressOf(event), singleKeys);
      if (action && latest.current(action)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [singleKeys]);
}

function pressOf(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : null;
  const isInText = target?.closest('input, textarea, select, [contenteditable]') != null;
  const isInDialog = document.querySelector('dialog[open], [role="menu"]') !== null;
  // What has been written and not sent must not be lost to a key that leaves the page, or changes it.
  const hasDraft = document.querySelector('[data-draft]') !== null;
  const ownsArrows = target?.closest('[role="tablist"], [data-scrolls]') != null;
  // Esc leaves the box for the next question alone, but is no letter: it may stop the answers from there.
  const isTyping = (isInText || hasDraft) && event.key !== 'Escape';
  return {
    key: event.key,
    hasModifier: event.ctrlKey || event.altKey || event.metaKey || event.isComposing,
    isTaken: isInDialog || isTyping ? 'all' : ownsArrows ? 'arrows' : 'no',
    isRepeat: event.repeat,
  };
}
