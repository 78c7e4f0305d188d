import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../call.ts';
import { Button } from '../design/button.tsx';
import { CopyButton } from '../design/copy-button.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useFormat } from '../messages/use-format.ts';
import { readNote } from './checkpoint-note.ts';
import { Prose, Section } from './section.tsx';

/** What the ledger is, what a receipt proves, and the newest checkpoint. */
export function LedgerSection() {
  const { t } = useTranslation('about');
  return (
    <Section id="ledger" title={t('ledger.title')}>
      <Prose>{t('ledger.text')}</Prose>
      <Prose>
        {t('ledger.receipt')} {t('ledger.salt')}
      </Prose>
      <NewestCheckpoint />
    </Section>
  );
}

function NewestCheckpoint() {
  const { t } = useTranslation('about');
  const { data, isError, refetch } = useQuery({
    queryKey: ['checkpoint'],
    queryFn: () => call('checkpoint'),
    networkMode: 'always',
  });
  return (
    <div className="max-w-4xl border-s-2 border-line-strong bg-sheet px-5 py-4">
      <h3 className="label pb-2 text-muted">{t('ledger.newest')}</h3>
      {data ? (
        <Checkpoint note={data.note} verifierKey={data.verifierKey} />
      ) : isError ? (
        <div role="alert" className="flex flex-wrap items-center gap-4 text-[0.9375rem]">
          {t('ledger.error')}
          <Button size="small" onClick={() => void refetch()}>
            {t('ledger.retry')}
          </Button>
        </div>
      ) : (
        <Skeleton label={t('ledger.loading')} lines={3} />
      )}
    </div>
  );
}

function Checkpoint({ note, verifierKey }: { note: string | null; verifierKey: string }) {
  const { t } = useTranslation('about');
  const format = useFormat();
  const read = note === null ? null : readNote(note);
  return (
    <>
      {note === null && <p className="text-[0.9375rem]">{t('ledger.none')}</p>}
      <dl className="text-[0.9375rem]">
        {read && <Value name={t('ledger.origin')} value={read.origin} />}
        {read && <Value name={t('ledger.size')} value={format.number(read.size)} isPlain />}
        {read && <Value name={t('ledger.root')} value={read.root} copyLabel={t('ledger.copyRoot')} />}
        <Value name={t('ledger.key')} value={verifierKey} copyLabel={t('ledger.copyKey')} />
      </dl>
      {note !== null && (
        <details className="pt-2 text-[0.9375rem]">
          <summary className="inline-block py-1 text-accent underline underline-offset-4">{t('ledger.note')}</summary>
          <pre className="rounded-sm bg-sunken p-3 font-mono text-xs leading-relaxed wrap-anywhere whitespace-pre-wrap">
            {note}
          </pre>
          <CopyButton text={note} label={t('ledger.copyNote')} shown={t('ledger.copy')} />
        </details>
      )}
    </>
  );
}

function Value({
  name,
  value,
  copyLabel,
  isPlain = false,
}: {
  name: string;
  value: string;
  copyLabel?: string;
  isPlain?: boolean;
}) {
  const { t } = useTranslation('about');
  return (
    <div className="grid items-center gap-x-6 border-b border-line py-1.5 last:border-0 sm:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <dt className="text-muted">{name}</dt>
      <dd dir="ltr" className={isPlain ? 'tabular-nums' : 'font-mono text-sm wrap-anywhere'}>
        {value}
      </dd>
      {copyLabel && (
        <dd className="min-h-8">
          <CopyButton text={value} label={copyLabel} shown={t('ledger.copy')} />
        </dd>
      )}
    </div>
  );
}
