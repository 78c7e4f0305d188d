import type { AdminModel } from '@agon/api';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { icons } from '../../design/icons.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { ErrorState, Notice } from '../../design/states.tsx';
import { useProblemMessage } from '../../messages/use-problem-message.ts';
import { useModels } from '../use-admin.ts';
import { Discovered } from './discovered.tsx';
import { draftOf, draftOfDiscovered, emptyDraft, type ModelDraft } from './model-draft.ts';
import { ModelForm } from './model-form.tsx';
import { ModelList } from './model-list.tsx';

interface OpenForm {
  /** Null for a model that is not stored yet. */
  readonly model: AdminModel | null;
  readonly draft: ModelDraft;
}

/** All models, or the form of one. */
export function ModelsPart({ onDirty }: { onDirty: (isDirty: boolean) => void }) {
  const [form, setForm] = useState<OpenForm | null>(null);
  const [newest, setNewest] = useState<string | null>(null);
  const wasOpen = useRef(false);
  const close = (added: string | null = null) => {
    onDirty(false);
    setForm(null);
    setNewest(added);
    wasOpen.current = true;
  };
  if (form !== null) return <ModelForm {...form} onDirty={onDirty} onClose={() => close()} onAdded={close} />;
  return (
    <Overview
      takesFocus={wasOpen.current && newest === null}
      newest={newest}
      onAdd={(draft) => setForm({ model: null, draft })}
      onEdit={(model) => setForm({ model, draft: draftOf(model) })}
    />
  );
}

interface OverviewProps {
  /** Whether the focus is to come back to the list, from a form that is gone. */
  readonly takesFocus: boolean;
  /** Id of the model that was just added. */
  readonly newest: string | null;
  readonly onAdd: (draft: ModelDraft) => void;
  readonly onEdit: (model: AdminModel) => void;
}

function Overview({ takesFocus, newest, onAdd, onEdit }: OverviewProps) {
  const { t } = useTranslation('admin');
  const say = useProblemMessage();
  const { data: models, error, refetch } = useModels();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const drawn = models?.filter((model) => model.drawn).length ?? 0;
  return (
    <section aria-labelledby="models" className="space-y-8">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <div>
          <h2 id="models" ref={heading} tabIndex={-1} className="display text-2xl">
            {t('models.heading')}
          </h2>
          {models && <p className="text-sm text-muted">{t('models.count', { count: models.length, drawn })}</p>}
        </div>
        <Button look="primary" icon={icons.plus} onClick={() => onAdd(emptyDraft)}>
          {t('models.add')}
        </Button>
      </div>
      {models && <Advice models={models} drawn={drawn} />}
      <Discovered models={models ?? []} onAdd={({ baseUrl, model }) => onAdd(draftOfDiscovered(baseUrl, model))} />
      {models ? (
        <ModelList models={models} newest={newest} onEdit={onEdit} />
      ) : error ? (
        <ErrorState title={t('models.errorTitle')} onRetry={() => void refetch()}>
          {say(error)}
        </ErrorState>
      ) : (
        <Skeleton label={t('models.loading')} lines={8} />
      )}
    </section>
  );
}

function Advice({ models, drawn }: { models: readonly AdminModel[]; drawn: number }) {
  const { t } = useTranslation('admin');
  if (models.length === 0) return null;
  if (models.filter((model) => model.drawn).every(({ source }) => source === 'demo') && drawn > 0)
    return <Notice>{t('models.onlyDemo')}</Notice>;
  return drawn < 2 ? <Notice look="notice">{t('models.needTwo')}</Notice> : null;
}
