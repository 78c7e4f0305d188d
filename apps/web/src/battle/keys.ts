/** What a key can do on the battle page. */
export type KeyAction =
  | 'vote-a'
  | 'vote-b'
  | 'vote-tie'
  | 'vote-both-bad'
  | 'stop'
  | 'regenerate'
  | 'pane-a'
  | 'pane-b'
  | 'new-battle'
  | 'legend';

/** Keys of each action, in the order of the legend. */
export const keyBindings: readonly { readonly action: KeyAction; readonly keys: readonly string[] }[] = [
  { action: 'vote-a', keys: ['1', 'ArrowLeft'] },
  { action: 'vote-b', keys: ['2', 'ArrowRight'] },
  { action: 'vote-tie', keys: ['0'] },
  { action: 'vote-both-bad', keys: ['b'] },
  { action: 'stop', keys: ['Escape'] },
  { action: 'regenerate', keys: ['r'] },
  { action: 'pane-a', keys: ['['] },
  { action: 'pane-b', keys: [']'] },
  { action: 'new-battle', keys: ['n'] },
  { action: 'legend', keys: ['?'] },
];

/** A key that was pressed, and where. */
export interface KeyPress {
  readonly key: string;
  readonly hasModifier: boolean;
  /** The focus is where keys mean something else: in a text, a list of tabs, a region that scrolls sideways, a dialog. */
  readonly isTaken: 'no' | 'arrows' | 'all';
  /** Held down: one press is one action. */
  readonly isRepeat: boolean;
}

/**
 * What a key press means, or null. Single-letter keys can be turned off (WCAG 2.1.4); Esc and the arrows stay, as they are no letters.
 * Esc stops the answers even from the box where the next question is being written.
 */
export function keyActionOf(press: KeyPress, singleKeys: boolean): KeyAction | null {
  if (press.hasModifier || press.isRepeat) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.isTaken === 'all') return null;
  if (press.isTaken === 'arrows' && key.startsWith('Arrow')) return null;
  if (key.length === 1 && !singleKeys) return null;
  return keyBindings.find(({ keys }) => keys.includes(key))?.action ?? null;
}
