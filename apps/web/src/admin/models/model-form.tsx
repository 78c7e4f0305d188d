import type { AdminModel } from '@agon/api';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { FormAlert, useFocusOnFault } from '../form-parts.tsx';
import { LeaveDialog } from '../unsaved-guard.tsx';
import { Hi } from './hi.tsx';
import type { ModelDraft } from './model-draft.ts';
import { AnswerFields, LimitFields, PlaceFields, WhoFields } from './model-fields.tsx';
import { useModelForm } from './use-model-form.ts';

/** The form of one model, stored or new. */
export function ModelForm({
  model,
  draft: start,
  onDirty,
  onClose,
  onAdded,
}: {
  /** Null for a model that is not stored yet. */
  model: AdminModel | null;
  draft: ModelDraft;
  onDirty: (isDirty: boolean) => void;
  onClose: () => void;
  /** Takes the place of `onClose` once a new model is stored. */
  onAdded: (id: string) => void;
}) {
  const { t } = useTranslation('admin');
  const form = useModelForm({ model, start, onDirty, onSaved: (id) => (model === null ? onAdded(id) : onClose()) });
  const element = useFocusOnFault<HTMLFormElement>(form.attempt);
  const heading = useRef<HTMLHeadingElement>(null);
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const fields = { draft: form.draft, set: form.set, at: form.messages.at };
  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <LeaveDialog open={isLeaving} onLeave={onClose} onStay={() => setLeaving(false)} />
      <h2 ref={heading} tabIndex={-1} className="display text-3xl">
        {model === null ? t('form.addTitle') : t('form.editTitle', { name: model.name })}
      </h2>
      <p className="pt-1.5 pb-7 text-sm text-muted">{t('form.required')}</p>
      <WhoFields {...fields} />
      <PlaceFields {...fields} storedKey={model?.key ?? 'none'} />
      <AnswerFields {...fields} />
      <LimitFields {...fields} />
      <div className="bottom-0 -mx-4 sm:sticky space-y-3 border-t border-line-strong bg-paper px-4 py-4">
        <FormAlert faults={form.faultCount} overall={form.messages.overall} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" busy={form.isSaving}>
            {model === null ? t('form.saveNew') : t('form.save')}
          </Button>
          <Button busy={form.hi.isPending} onClick={form.sayHi}>
            {model === null ? t('form.test') : t('form.testEdited')}
          </Button>
          <Button look="quiet" onClick={() => (form.isDirty ? setLeaving(true) : onClose())}>
            {t('models.cancel')}
          </Button>
          {form.needsKeyForTest && <p className="text-sm text-muted">{t('form.testNeedsKey')}</p>}
        </div>
        <Hi result={form.hi.data} error={form.hi.error} isPending={form.hi.isPending} />
      </div>
    </form>
  );
}
