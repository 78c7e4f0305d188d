/** Light, dark, or as the system says. */
export type Theme = 'system' | 'light' | 'dark';

const themes: readonly Theme[] = ['system', 'light', 'dark'];
const storedAs = 'agon.theme';

/** The theme that a press of the toggle leads to. */
export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
}

/** The theme that this browser remembers. */
export function readTheme(storage: Pick<Storage, 'getItem'>): Theme {
  const stored = storage.getItem(storedAs);
  return themes.find((theme) => theme === stored) ?? 'system';
}

/** Remembers a theme and shows it. */
export function applyTheme(theme: Theme, { storage, root }: { storage: Storage; root: HTMLElement }): void {
  if (theme === 'system') {
    storage.removeItem(storedAs);
    delete root.dataset.theme;
  } else {
    storage.setItem(storedAs, theme);
    root.dataset.theme = theme;
  }
}
