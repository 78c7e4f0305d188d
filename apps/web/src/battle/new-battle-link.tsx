import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { icons } from '../design/icons.tsx';

const looks = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border-line-strong bg-sheet hover:border-ink',
};

/** The way to the next question. */
export function NewBattleLink({ look }: { look: keyof typeof looks }) {
  const { t } = useTranslation('battle');
  return (
    <Link
      to="/"
      aria-keyshortcuts="n"
      className={`inline-flex min-h-10 items-center gap-2 rounded-md border px-4 font-medium ${looks[look]}`}
    >
      {icons.plus}
      {t('newBattle')}
    </Link>
  );
}
