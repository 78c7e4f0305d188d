import { useTranslation } from 'react-i18next';

const sections = [
  ['battle', 'battle.title'],
  ['hidden', 'hidden.title'],
  ['votes', 'votes.title'],
  ['ratings', 'ratings.title'],
  ['ledger', 'ledger.title'],
  ['privacy', 'privacy.title'],
  ['demo', 'demo.title'],
  ['real-models', 'real.title'],
] as const;

/** Links to the parts of the page; beside them where there is room. */
export function Contents() {
  const { t } = useTranslation('about');
  return (
    <nav aria-label={t('contents')} className="max-lg:hidden">
      <ol className="sticky top-6 space-y-0.5 py-12 text-[0.9375rem]">
        {sections.map(([id, title]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-block py-1 text-muted underline-offset-4 hover:text-ink hover:underline"
            >
              {t(title)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
