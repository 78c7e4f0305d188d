/** Whether nothing has the focus: what had it is gone, or never was. */
export function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}

/** Whether the focus is on the bar of actions or in it. */
export function isFocusInDock(): boolean {
  return document.activeElement?.closest('[data-dock]') != null;
}

/** Whether the focus is where something is being written or ticked, and must not be taken away. */
export function isFocusInUse(): boolean {
  return document.activeElement?.closest('input, textarea, select, [aria-pressed], [contenteditable]') != null;
}
