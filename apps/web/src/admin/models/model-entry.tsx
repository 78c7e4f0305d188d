import type { AdminModel } from '@agon/api';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSayHi } from '../use-admin.ts';
import { Hi } from './hi.tsx';
import { ModelActions } from './model-actions.tsx';
import { ModelHealth } from './model-health.tsx';

/** One model: who it is, how it does, what can be done with it. */
export function ModelEntry({
  model,
  isNew,
  configFile,
  onEdit,
}: {
  model: AdminModel;
  /** Just added: the page goes there. */
  isNew: boolean;
  /** The configuration file in force; null where it is not known. */
  configFile: string | null;
  onEdit: () => void;
}) {
  const { t } = useTranslation('admin');
  const hi = useSayHi();
  const { source } = model;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isNew) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'center' });
  }, [isNew]);
  return (
    <li className="border-b border-line py-5">
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,4fr)_minmax(0,5fr)_15rem] lg:items-start">
        <div className="min-w-0">
          <h3
            ref={heading}
            tabIndex={-1}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg leading-snug font-semibold"
          >
            <bdi className="wrap-anywhere">{model.name}</bdi>
            <StateMark model={model} />
          </h3>
          <p className="pt-0.5 text-sm text-muted wrap-anywhere">
            {[model.organisation, model.license, t(`models.source.${source}`)].filter(Boolean).join(' · ')}
          </p>
          {model.baseUrl !== null && (
            <p dir="ltr" className="pt-0.5 text-start font-mono text-xs text-muted wrap-anywhere">
              {model.providerModel} @ {model.baseUrl}
            </p>
          )}
          <p className="pt-0.5 text-xs text-muted">
            {[source === 'demo' ? null : t(`models.key.${model.key}`), t('models.revision', { number: model.revision })]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {source === 'config' && (
            <p className="pt-1.5 text-sm">
              {configFile === null ? t('models.fromSomeFile') : t('models.fromFile', { file: configFile })}
            </p>
          )}
        </div>
        <ModelHealth model={model} />
        <ModelActions
          model={model}
          onEdit={onEdit}
          onTest={() => hi.mutate({ id: model.id })}
          isTesting={hi.isPending}
        />
      </div>
      <Hi result={hi.data} error={hi.error} isPending={hi.isPending} />
    </li>
  );
}

function StateMark({ model }: { model: AdminModel }) {
  const { t } = useTranslation('admin');
  const { state, drawn } = model;
  const words = state !== 'active' ? t(`models.state.${state}`) : drawn ? t('models.drawn') : t('models.resting');
  // A filled dot plays, a ring rests: not told by colour alone.
  const dot = drawn && state === 'active' ? 'border-accent bg-accent' : 'border-line-strong bg-transparent';
  return (
    <span
      title={state === 'active' && !drawn && model.source === 'demo' ? t('models.restingHint') : undefined}
      className="inline-flex items-center gap-1.5 text-sm font-normal text-muted"
    >
      <span aria-hidden="true" className={`size-2.5 rounded-full border-2 ${dot}`} />
      {words}
    </span>
  );
}
