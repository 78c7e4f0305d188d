import { useTranslation } from 'react-i18next';
import { useArena } from '../app/use-arena.ts';
import { Section, Term, Terms } from './section.tsx';

/** What the arena keeps about a visitor, with what it keeps about this one. */
export function PrivacySection() {
  const { t } = useTranslation('about');
  const { data: arena } = useArena();
  const visitor = arena?.visitor;
  const choice = {
    private: t('privacy.consentPrivate'),
    share: t('privacy.consentShare'),
    none: t('privacy.consentNone'),
  };
  return (
    <Section id="privacy" title={t('privacy.title')}>
      <Terms>
        <Term name={t('privacy.cookie')}>{t('privacy.cookieText')}</Term>
        <Term name={t('privacy.number')}>
          {t('privacy.numberText')}{' '}
          {visitor &&
            (visitor.voterNumber === null
              ? t('privacy.numberNone')
              : t('privacy.numberYours', { number: visitor.voterNumber }))}
        </Term>
        <Term name={t('privacy.texts')}>{t('privacy.textsText')}</Term>
        <Term name={t('privacy.consent')}>
          {t('privacy.consentText')} {visitor && choice[visitor.consent ?? 'none']}
        </Term>
        <Term name={t('privacy.outside')}>{t('privacy.outsideText')}</Term>
      </Terms>
    </Section>
  );
}
