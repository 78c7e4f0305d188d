import type { BattleView } from '@agon/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { icons } from '../design/icons.tsx';
import { useFormat } from '../messages/use-format.ts';
import { OutsideLink } from './markdown/outside.tsx';
import { effortOf, type RevealedModel } from './reveal-facts.ts';
import { type Side, sideLook, sides } from './side.ts';
import { SideBadge } from './side-badge.tsx';

type Reveal = NonNullable<BattleView['reveal']>;

/** Both models beside each other: what is known of them, and what their ranked answers took. */
export function FactTable({ reveal, chosen }: { reveal: Reveal; chosen: Side | null }) {
  const { t } = useTranslation('battle');
  const main = useMainFacts();
  const settings = useSettings();
  const { percent } = useFormat();
  const row = ({ key, show }: Fact) => (
    <tr key={key}>
      <th
        scope="row"
        className="w-[36%] border-b border-line py-2.5 pe-3 text-start align-top text-sm font-normal wrap-anywhere text-muted sm:w-[28%]"
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
            <td className="w-[36%] border-b border-line-strong sm:w-[28%]" />
            {sides.map((side) => (
              <th key={side} scope="col" className="border-b border-line-strong py-2.5 pe-3 text-start align-top">
                <ModelName side={side} model={reveal[side]} isChosen={side === chosen} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{main.filter(({ show }) => sides.some((side) => show(reveal[side]) !== null)).map(row)}</tbody>
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

function ModelName({ side, model, isChosen }: { side: Side; model: RevealedModel; isChosen: boolean }) {
  const { t } = useTranslation(['battle', 'common']);
  const isCalledDemo = model.name.toLowerCase().startsWith(t('common:demoModel').toLowerCase());
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <SideBadge side={side} />
      <span className="min-w-0 font-semibold wrap-anywhere">{model.name}</span>
      {model.demo && !isCalledDemo && (
        <span className="rounded-sm border border-line-strong px-1.5 text-xs font-medium text-muted">
          {t('common:demoModel')}
        </span>
      )}
      {isChosen && (
        <span className={`inline-flex items-center gap-1 text-sm font-medium ${sideLook[side].text}`}>
          {icons.check}
          {t('battle:yourChoice')}
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
  const time = (ms: number) =>
    ms < 1_000
      ? number(ms, { style: 'unit', unit: 'millisecond', unitDisplay: 'narrow', maximumFractionDigits: 0 })
      : seconds(ms);
  return [
    { key: 'organisation', show: (model) => model.organisation },
    { key: 'license', show: (model) => model.license },
    { key: 'firstToken', show: ({ answers }) => known(effortOf(answers).firstTokenMs, time) },
    { key: 'duration', show: ({ answers }) => known(effortOf(answers).durationMs, time) },
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
