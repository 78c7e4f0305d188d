import { useTranslation } from 'react-i18next';
import type { BoardRow } from './board-rows.ts';

/** Name of a model with what is known of it: below the name where there is no room for columns, or where there are none (`isAlone`). */
export function ModelName({ row, isAlone = false }: { row: BoardRow; isAlone?: boolean }) {
  const { t } = useTranslation('board');
  const { facts, standing } = row;
  const known = [facts?.organisation, facts?.license].filter((fact) => fact !== null && fact !== undefined);
  return (
    <div className="min-w-0 leading-snug">
      <span className="inline-flex flex-wrap items-baseline gap-x-2">
        <bdi className={`break-words ${standing?.rank[0] === 1 ? 'font-semibold' : 'font-medium'}`}>
          {facts?.link ? (
            <a
              href={facts.link}
              rel="noopener noreferrer nofollow"
              target="_blank"
              className="decoration-line-strong underline-offset-4 hover:underline"
            >
              {row.model}
            </a>
          ) : (
            row.model
          )}
        </bdi>
        {facts?.demo && !/^demo\b/i.test(row.model) && <Tag hint={t('table.demoHint')}>{t('table.demo')}</Tag>}
        {facts?.state === 'paused' && <Tag>{t('table.paused')}</Tag>}
        {facts?.state === 'retired' && <Tag>{t('table.retired')}</Tag>}
      </span>
      <span className="block text-xs text-muted">
        {known.length > 0 && <span className={isAlone ? '' : 'min-[90rem]:hidden'}>{known.join(' · ')}</span>}
        {row.votes > 0 && (
          <span className={isAlone ? '' : 'sm:hidden'}>
            {known.length > 0 && ' · '}
            {t('table.votesShort', { count: row.votes })}
          </span>
        )}
      </span>
    </div>
  );
}

function Tag({ children, hint }: { children: string; hint?: string }) {
  return (
    <span title={hint} className="rounded-sm border border-line-strong px-1 text-[0.6875rem] leading-4 text-muted">
      {children}
    </span>
  );
}
