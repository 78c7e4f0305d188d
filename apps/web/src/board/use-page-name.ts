import { useTranslation } from 'react-i18next';
import { useArena } from '../app/use-arena.ts';

/** Title of the window on a page: its own name and that of the arena. */
export function usePageName(page: string): string {
  const { t } = useTranslation('common');
  const { data: arena } = useArena();
  return t('title', { page, arena: arena?.name ?? t('agon') });
}
