import type { LiveBoard } from '@agon/api';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../design/page.tsx';
import type { BoardRow } from './board-rows.ts';
import { Counted } from './counted.tsx';
import { ModelName } from './model-name.tsx';
import { usePageName } from './use-page-name.ts';

/** The board before the first vote. */
export function EmptyBoard({ rows }: { rows: readonly BoardRow[] }) {
  const { t } = useTranslation('board');
  return (
    <>
      <Opening kicker={t('empty.kicker')} title={t('empty.title')} text={t('empty.text')} />
      <Contenders rows={rows} />
    </>
  );
}

/** The board while the votes connect no two models. */
export function UnconnectedBoard({ live, rows }: { live: LiveBoard; rows: readonly BoardRow[] }) {
  const { t } = useTranslation('board');
  return (
    <>
      <Opening
        kicker={t('unconnected.kicker')}
        title={t('unconnected.title', { count: live.votes.standing })}
        text={t('unconnected.text')}
      />
      <Contenders rows={rows} />
      <div className="max-w-xl">
        <Counted live={live} />
      </div>
    </>
  );
}

function Opening({ kicker, title, text }: { kicker: string; title: string; text: string }): ReactNode {
  const { t } = useTranslation('board');
  const name = usePageName(t('title'));
  return (
    <header>
      <p className="pb-4 font-medium text-accent">{kicker}</p>
      <PageTitle name={name} className="max-w-[24ch] text-4xl! leading-[1.1]! sm:text-6xl!">
        {title}
      </PageTitle>
      <p className="max-w-prose pt-5 text-lg text-muted">{text}</p>
      <Link
        to="/"
        className="mt-7 inline-flex min-h-11 items-center rounded-md bg-accent px-5 font-medium text-on-accent transition-colors hover:bg-accent-hover"
      >
        {t('empty.action')}
      </Link>
    </header>
  );
}

function Contenders({ rows }: { rows: readonly BoardRow[] }) {
  const { t } = useTranslation('board');
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="contenders">
      <h2 id="contenders" className="label border-b border-line-strong pb-2 text-muted">
        {t('empty.contenders')}
      </h2>
      <ul className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3">
        {rows.map((row) => (
          <li key={row.model} className="border-b border-line py-3">
            <ModelName row={row} isAlone />
          </li>
        ))}
      </ul>
    </section>
  );
}
