import type { TestResult } from '@agon/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../../design/spinner.tsx';
import { useFormat } from '../../messages/use-format.ts';
import { useProblemMessage } from '../../messages/use-problem-message.ts';

/** What came of saying hi: the answer with its figures, or the error. Announced as it comes. */
export function Hi({
  result,
  error,
  isPending,
}: {
  result: TestResult | undefined;
  error: Error | null;
  isPending: boolean;
}) {
  const { t } = useTranslation('admin');
  const say = useProblemMessage();
  return (
    <div role="status" className="text-[0.9375rem]">
      {isPending ? (
        <p className="flex items-center gap-2.5 pt-4 text-muted">
          <Spinner /> {t('hi.asking')}
        </p>
      ) : error ? (
        <Failed title={t('hi.unsaved')}>{say(error)}</Failed>
      ) : result?.ok ? (
        <Answered result={result} />
      ) : result ? (
        <Failed title={t('hi.failed')}>
          {result.message} <code className="font-mono text-xs">{result.code}</code>
        </Failed>
      ) : null}
    </div>
  );
}

function Failed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-4 border-s-2 border-danger bg-danger-soft px-4 py-2.5">
      <p className="font-semibold text-danger">{title}</p>
      <p className="wrap-anywhere">{children}</p>
    </div>
  );
}

function Answered({ result }: { result: Extract<TestResult, { ok: true }> }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const count = (value: number | null) => (value === null ? t('hi.notSaid') : format.number(value));
  const figures = [
    [t('hi.firstToken'), format.seconds(result.firstTokenMs)],
    [t('hi.total'), format.seconds(result.totalMs)],
    [t('hi.tokens'), `${count(result.inputTokens)}, ${count(result.outputTokens)}`],
    [t('hi.cost'), result.costUsd === null ? t('hi.noCost') : format.dollars(result.costUsd)],
  ] as const;
  return (
    <div className="mt-4 border-s-2 border-accent bg-accent-soft px-4 py-2.5">
      <p className="font-semibold">{t('hi.ok')}</p>
      {/* Long greetings happen; the admin needs the gist. */}
      <blockquote dir="auto" className="max-h-24 overflow-y-auto italic whitespace-pre-line wrap-anywhere">
        {result.text}
      </blockquote>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 pt-1.5 text-sm">
        {figures.map(([name, value]) => (
          <div key={name} className="flex gap-1.5">
            <dt className="text-muted">{name}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
