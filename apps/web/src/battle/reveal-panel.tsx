import type { BattleView } from '@agon/api';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { icons } from '../design/icons.tsx';
import { useFormat } from '../messages/use-format.ts';
import type { TurnView } from './attempts.ts';
import { OutsideLink } from './markdown/outside.tsx';
import { Receipt } from './receipt.tsx';
import { effortOf, type RevealedModel } from './reveal-facts.ts';
import { type Side, sides } from './side.ts';
import { SideBadge } from './side-badge.tsx';

type Reveal = NonNullable<BattleView['reveal']>;

/** The names, what the answers took, and the receipt of the vote. Takes the focus when it appears in answer to a press. */
export function RevealPanel({
  reveal,
  vote,
  takesFocus,
}: {
  reveal: Reveal;
  vote: TurnView['vote'];
  takesFocus: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <section aria-labelledby="reveal-title" className="border-y border-line-strong py-7 sm:py-10">
      <h2 id="reveal-title" ref={heading} tabIndex={-1} className="display text-3xl sm:text-[2.75rem]">
        <Verdict reveal={reveal} vote={vote} />
      </h2>
      <FactTable reveal={reveal} />
      {sides.map(
        (side) => reveal[side].masked.length > 0 && <Masked key={side} side={side} names={reveal[side].masked} />,
      )}
      {vote && <Receipt receipt={vote.receipt} />}
    </section>
  );
}

function Verdict({ reveal, vote }: { reveal: Reveal; vote: TurnView['vote'] }): ReactNode {
  const { t } = useTranslation('battle');
  const { a, b } = reveal;
  if (!vote) return t('revealFacts');
  if (vote.outcome === 'a' || vote.outcome === 'b')
    return t(`revealTitle.${vote.outcome}`, { name: reveal[vote.outcome].name });
  return t(`revealTitle.${vote.outcome}`, { a: a.name, b: b.name });
}

function Masked({ side, names }: { side: Side; names: readonly string[] }) {
  const { t } = useTranslation('battle');
  return (
    <p className="mt-3 flex items-center gap-2.5 text-sm text-muted">
      <SideBadge side={side} />
      {t('masked', { names: names.join(', ') })}
    </p>
  );
}

function FactTable({ reveal }: { reveal: Reveal }) {
  const { t } = useTranslation('battle');
  const main = useMainFacts();
  const settings = useSettings();
  const { percent } = useFormat();
  const row = ({ key, show }: Fact) => (
    <tr key={key}>
      <th
        scope="row"
        className="w-[28%] border-b border-line py-2.5 pe-3 text-start align-top text-sm font-normal text-muted"
      >
        {t(`fact.${key}`)}
      </th>
      {sides.map((side) => (
        <td key={side} className="border-b border-line py-2.5 pe-3 align-top wrap-anywhere">
          {show(reveal[side]) ?? <span className="text-muted">{t('unknown')}</span>}
        </td>
      ))}
    </tr>
  );
  return (
    <>
      <table className="mt-6 w-full max-w-4xl table-fixed border-collapse text-[0.9375rem]">
        <caption className="sr-only">{t('revealFacts')}</caption>
        <thead>
          <tr>
            <td className="w-[28%] border-b border-line-strong" />
            {sides.map((side) => (
              <th key={side} scope="col" className="border-b border-line-strong py-2.5 pe-3 text-start align-top">
                <ModelName side={side} model={reveal[side]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{main.map(row)}</tbody>
      </table>
      <details className="mt-3 max-w-4xl">
        <summary className="min-h-8 py-1.5 text-sm text-muted hover:text-ink">{t('details')}</summary>
        <table className="w-full table-fixed border-collapse text-[0.9375rem]">
          <caption className="sr-only">{t('details')}</caption>
          <tbody>{settings.map(row)}</tbody>
        </table>
        <p className="mt-3 text-sm text-muted">
          {t('draw', { probability: percent(reveal.probability, 1), policy: reveal.policyVersion })}
        </p>
      </details>
    </>
  );
}

function ModelName({ side, model }: { side: Side; model: RevealedModel }) {
  const { t } = useTranslation(['battle', 'common']);
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <SideBadge side={side} />
      <span className="min-w-0 font-semibold wrap-anywhere">{model.name}</span>
      {model.demo && (
        <span className="rounded-sm border border-line-strong px-1.5 text-xs font-medium text-muted">
          {t('common:demoModel')}
        </span>
      )}
      {model.link && (
        <OutsideLink href={model.link}>
          <span className="sr-only">{t('modelLink')}</span>
          {icons.external}
        </OutsideLink>
      )}
    </span>
  );
}

interface Fact {
  readonly key:
    | 'organisation'
    | 'license'
    | 'firstToken'
    | 'duration'
    | 'tokens'
    | 'cost'
    | 'temperature'
    | 'maxOutputTokens'
    | 'reasoningEffort'
    | 'systemPrompt';
  /** Words for one side, or null where nothing is known. */
  readonly show: (model: RevealedModel) => ReactNode;
}

function useMainFacts(): readonly Fact[] {
  const { t } = useTranslation('battle');
  const { number, dollars, seconds } = useFormat();
  return [
    { key: 'organisation', show: (model) => model.organisation },
    { key: 'license', show: (model) => model.license },
    { key: 'firstToken', show: ({ answers }) => known(effortOf(answers).firstTokenMs, seconds) },
    { key: 'duration', show: ({ answers }) => known(effortOf(answers).durationMs, seconds) },
    {
      key: 'tokens',
      show: ({ answers }) => {
        const { inputTokens, outputTokens } = effortOf(answers);
        if (inputTokens === null || outputTokens === null) return null;
        return t('tokensOf', { input: number(inputTokens), output: number(outputTokens) });
      },
    },
    { key: 'cost', show: ({ answers }) => known(effortOf(answers).costUsd, dollars) },
  ];
}

function useSettings(): readonly Fact[] {
  const { t } = useTranslation('battle');
  const { number } = useFormat();
  const orDefault = (words: string | null) => words ?? t('setByArena');
  return [
    { key: 'temperature', show: ({ temperature }) => orDefault(known(temperature, number)) },
    {
      key: 'maxOutputTokens',
      show: ({ maxOutputTokens }) =>
        orDefault(known(maxOutputTokens, (count) => t('tokensLimit', { count: number(count) }))),
    },
    { key: 'reasoningEffort', show: ({ reasoningEffort }) => orDefault(reasoningEffort) },
    {
      key: 'systemPrompt',
      show: ({ systemPrompt }) => <span className="whitespace-pre-wrap">{orDefault(systemPrompt)}</span>,
    },
  ];
}

function known(value: number | null, show: (value: number) => string): string | null {
  return value === null ? null : show(value);
}
