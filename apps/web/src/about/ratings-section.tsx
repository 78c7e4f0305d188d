import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../messages/use-format.ts';
import { Prose, Section } from './section.tsx';

/** How votes are weighed, with the reasons for a weight of 0. */
export function VotesSection() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const weights = [
    { weight: 1, reason: t('votes.usual') },
    { weight: 1, reason: t('votes.masked') },
    { weight: 0, reason: t('votes.fast') },
    { weight: 0, reason: t('votes.probe') },
  ];
  return (
    <Section id="votes" title={t('votes.title')}>
      <Prose>{t('votes.text')}</Prose>
      <table className="max-w-3xl border-collapse text-[0.9375rem]">
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className="label py-2 pe-8 text-start text-muted">
              {t('votes.weight')}
            </th>
            <th scope="col" className="label py-2 text-start text-muted">
              {t('votes.reason')}
            </th>
          </tr>
        </thead>
        <tbody>
          {weights.map(({ weight, reason }) => (
            <tr key={reason} className="border-b border-line align-baseline">
              <td className="py-2.5 pe-8 font-semibold">{format.number(weight)}</td>
              <td className="py-2.5">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Prose>
        {t('votes.last')} {t('votes.token')}
      </Prose>
    </Section>
  );
}

/** How ratings, intervals and ranks come about. */
export function RatingsSection() {
  const { t } = useTranslation('about');
  return (
    <Section id="ratings" title={t('ratings.title')}>
      <Prose>{t('ratings.model')}</Prose>
      <Prose>{t('ratings.interval')}</Prose>
      <Prose>{t('ratings.rank')}</Prose>
      <Prose>{t('ratings.connected')}</Prose>
      <Prose>
        {t('ratings.verdict')}{' '}
        <Link to="/board" className="text-accent underline underline-offset-4">
          {t('ratings.link')}
        </Link>
      </Prose>
    </Section>
  );
}
