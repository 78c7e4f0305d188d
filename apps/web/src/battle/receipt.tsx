import { pathOf } from '@agon/api/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../design/copy-button.tsx';
import type { TurnView } from './attempts.ts';

type Vote = NonNullable<TurnView['vote']>;

/** Proof to take home: where the vote lies in the ledger, and its hash. */
export function Receipt({ vote }: { vote: Vote }) {
  const { t } = useTranslation('battle');
  const { receipt } = vote;
  return (
    <section aria-labelledby="receipt-title" className="mt-7 max-w-4xl border-s-2 border-accent ps-4 text-[0.9375rem]">
      <h3 id="receipt-title" className="label text-muted">
        {t('receipt')}
      </h3>
      <p className="mt-1">
        {t('receiptText', { index: receipt.index })} <span className="text-muted">{t('receiptWhy')}</span>
      </p>
      {vote.weight === 0 && (
        <p className="mt-1 font-medium">
          <NotCounted reasons={vote.weightReasons} />
        </p>
      )}
      <p className="mt-1 flex flex-wrap items-center gap-x-2">
        <span className="sr-only">{t('receiptHash')}</span>
        <code className="min-w-0 font-mono text-[0.8125rem] break-all">{receipt.leafHash}</code>
        <CopyButton text={receipt.leafHash} label={t('receiptCopy')} shown={t('copyShort')} />
        <a
          href={pathOf('leaf', { index: receipt.index })}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-8 items-center text-sm underline underline-offset-4"
        >
          {t('receiptLink')}
        </a>
      </p>
    </section>
  );
}

const explained = ['faster-than-reading', 'identity-probe'] as const;

/** Why a vote is kept and takes no part in the board. */
function NotCounted({ reasons }: { reasons: readonly string[] }): ReactNode {
  const { t } = useTranslation('battle');
  const words = explained.filter((reason) => reasons.includes(reason)).map((reason) => t(`weightReason.${reason}`));
  return words.length === 0 ? t('notCounted') : t('notCountedFor', { reasons: words.join('; ') });
}
