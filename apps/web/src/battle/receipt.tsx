import { pathOf } from '@agon/api/client';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../design/copy-button.tsx';
import type { TurnView } from './attempts.ts';

/** Proof to take home: where the vote lies in the ledger, and its hash. */
export function Receipt({ receipt }: { receipt: NonNullable<TurnView['vote']>['receipt'] }) {
  const { t } = useTranslation('battle');
  return (
    <section aria-labelledby="receipt-title" className="mt-7 max-w-4xl border-s-2 border-accent ps-4 text-[0.9375rem]">
      <h3 id="receipt-title" className="label text-muted">
        {t('receipt')}
      </h3>
      <p className="mt-1">
        {t('receiptText', { index: receipt.index })} <span className="text-muted">{t('receiptWhy')}</span>
      </p>
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
