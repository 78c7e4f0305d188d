import type { AdminModel } from '@agon/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../design/toast.tsx';
import type { FieldFaults } from '../fields.ts';
import { useSaveModel, useSayHi } from '../use-admin.ts';
import { useFaults } from '../use-faults.ts';
import { isSameDraft, type ModelDraft, readDraft } from './model-draft.ts';

/** The fields of the form as the contract names them. */
const paths = [
  'name',
  'organisation',
  'license',
  'link',
  'baseUrl',
  'providerModel',
  'apiKey',
  'aliases',
  'weight',
  'concurrency',
  'dailyCapUsd',
  'inputUsdPerMillion',
  'outputUsdPerMillion',
  'settings.temperature',
  'settings.maxOutputTokens',
  'settings.contextTokens',
  'settings.reasoningEffort',
  'settings.systemPrompt',
] as const;

/** What a form of a model begins with, and whom it tells. */
export interface ModelFormOptions {
  /** Null for a model that is not stored yet. */
  readonly model: AdminModel | null;
  readonly start: ModelDraft;
  readonly onDirty: (isDirty: boolean) => void;
  readonly onSaved: (id: string) => void;
}

/** State and actions of the form of one model. */
export function useModelForm({ model, start, onDirty, onSaved }: ModelFormOptions) {
  const { t } = useTranslation('admin');
  const toast = useToast();
  const [draft, setDraft] = useState(start);
  const [faults, setFaults] = useState<FieldFaults | null>(null);
  const [attempt, setAttempt] = useState(0);
  const saving = useSaveModel(model?.id ?? null);
  const hi = useSayHi();
  const messages = useFaults(faults, saving.error, paths);
  const isDirty = !isSameDraft(draft, start);
  const refuse = (found: FieldFaults | null) => {
    setFaults(found);
    setAttempt((count) => count + 1);
  };
  return {
    draft,
    messages,
    attempt,
    isDirty,
    isSaving: saving.isPending,
    faultCount: Object.keys(faults ?? {}).length,
    hi,
    /** The stored key is not here to be sent along, and the arena adds it to nothing but what it has stored. */
    needsKeyForTest: model?.key === 'stored' && draft.key.kind === 'keep' && isDirty,
    set(changes: Partial<ModelDraft>) {
      const next = { ...draft, ...changes };
      setDraft(next);
      onDirty(!isSameDraft(next, start));
      // Once faults are shown they go as they are mended, and no new ones come while typing.
      if (faults) setFaults(stillThere(faults, readDraft(next).faults));
      if (saving.isError) saving.reset();
    },
    save() {
      const reading = readDraft(draft);
      if (reading.faults) return refuse(reading.faults);
      setFaults(null);
      saving.mutate(reading.input, {
        onSuccess: ({ id, name }) => {
          toast({ message: t(model === null ? 'models.added' : 'models.saved', { name }) });
          onSaved(id);
        },
        onError: () => refuse(null),
      });
    },
    sayHi() {
      if (model !== null && !isDirty) return hi.mutate({ id: model.id });
      const reading = readDraft(draft);
      if (reading.faults) return refuse(reading.faults);
      setFaults(null);
      hi.mutate({ input: reading.input });
    },
  };
}

function stillThere(shown: FieldFaults, found: FieldFaults | null): FieldFaults {
  return Object.fromEntries(Object.entries(found ?? {}).filter(([path]) => Object.hasOwn(shown, path)));
}
