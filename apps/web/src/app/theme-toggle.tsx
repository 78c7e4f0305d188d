import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import { applyTheme, nextTheme, readTheme } from './theme.ts';

const pictures = { system: icons.system, light: icons.sun, dark: icons.moon };

/** Goes round system, light and dark. */
export function ThemeToggle() {
  const { t } = useTranslation('common');
  const [theme, setTheme] = useState(() => readTheme(localStorage));
  const next = nextTheme(theme);
  const press = () => {
    applyTheme(next, { storage: localStorage, root: document.documentElement });
    setTheme(next);
  };
  return (
    <IconButton label={t('theme', { theme: t(`themeName.${theme}`), next: t(`themeName.${next}`) })} onClick={press}>
      {pictures[theme]}
    </IconButton>
  );
}
