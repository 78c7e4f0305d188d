import { useTranslation } from 'react-i18next';

/** Marks a field that may stay empty. */
export function Optional() {
  const { t } = useTranslation('admin');
  return <span className="font-normal text-muted">({t('form.optional')})</span>;
}
