import { useTranslation } from 'react-i18next';
import { Prose, Section, Term, Terms } from './section.tsx';

const steps = ['ask', 'compare', 'vote', 'reveal'] as const;

/** How a battle works, in four steps. */
export function BattleSection() {
  const { t } = useTranslation('about');
  return (
    <Section id="battle" title={t('battle.title')}>
      <ol className="grid gap-x-10 gap-y-8 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map((step, index) => (
          <li key={step} className="border-t border-ink pt-3">
            <span aria-hidden="true" className="display text-xl text-muted tabular-nums">
              {index + 1}
            </span>
            <h3 className="pt-1 pb-1 font-semibold">{t(`battle.${step}`)}</h3>
            <p className="text-[0.9375rem]">{t(`battle.${step}Text`)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const hidden = ['names', 'speed', 'failures', 'settings', 'result'] as const;

/** What is kept from the voter until the reveal. */
export function HiddenSection() {
  const { t } = useTranslation('about');
  return (
    <Section id="hidden" title={t('hidden.title')}>
      <Prose>{t('hidden.text')}</Prose>
      <Terms>
        {hidden.map((what) => (
          <Term key={what} name={t(`hidden.${what}`)}>
            {t(`hidden.${what}How`)}
          </Term>
        ))}
      </Terms>
    </Section>
  );
}
