import type { AdminModel } from '@agon/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { admin } from '../../messages/en/admin.ts';
import { useFormat } from '../../messages/use-format.ts';
import { SpendBar } from '../spend-bar.tsx';

/** How a model does: traffic, speed, failures, money. */
export function ModelHealth({ model }: { model: AdminModel }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { health } = model;
  const { medianFirstTokenMs: firstToken, tokensPerSecond: rate } = health;
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-4">
      <Figure name={t('models.battles')}>{format.number(health.battles)}</Figure>
      <Figure name={t('models.firstToken')}>{firstToken === null ? '–' : format.seconds(firstToken)}</Figure>
      <Figure name={t('models.pace')}>
        {rate === null
          ? '–'
          : t('models.tokensPerSecond', { rate: format.number(rate, { maximumFractionDigits: rate < 10 ? 1 : 0 }) })}
      </Figure>
      <Failures health={health} />
      <div className="col-span-full">
        <SpendBar
          spent={model.spentTodayUsd}
          cap={model.dailyCapUsd}
          reached={t('spend.reached')}
          label={t('spend.today')}
        />
      </div>
    </div>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <div className="text-xs text-muted">{name}</div>
      <div className="tabular-nums">{children}</div>
    </div>
  );
}

function Failures({ health }: Pick<AdminModel, 'health'>) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const codes = Object.entries(health.failures).filter(([, count]) => count > 0);
  const failed = codes.reduce((sum, [, count]) => sum + count, 0);
  if (failed === 0)
    return <Figure name={t('models.failures')}>{health.answers === 0 ? '–' : t('models.noFailures')}</Figure>;
  const tried = failed + health.answers;
  return (
    <Figure name={t('models.failures')}>
      <span className="font-medium text-danger">{t('models.failed', { share: format.percent(failed / tried) })}</span>
      <ul className="text-xs">
        {codes
          .sort(([, a], [, b]) => b - a)
          .map(([code, count]) => (
            <li key={code}>
              {format.number(count)} × {isKnown(code) ? t(`failure.${code}`) : code}
            </li>
          ))}
      </ul>
    </Figure>
  );
}

function isKnown(code: string): code is keyof typeof admin.failure {
  return Object.hasOwn(admin.failure, code);
}
