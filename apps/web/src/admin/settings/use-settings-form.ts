import type { Settings } from '@agon/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../design/toast.tsx';
import type { FieldFaults } from '../fields.ts';
import { useSaveSettings } from '../use-admin.ts';
import { useFaults } from '../use-faults.ts';
import { readSettings, type SettingsDraft, settingsDraftOf } from './settings-draft.ts';

/** The fields of the form as the contract names them. */
const paths = [
  'name',
  'policy',
  'policy.floor',
  'dailyCapUsd',
  'temperature',
  'maxOutputTokens',
  'systemPrompt',
  'promptCharacters',
  'turns',
  'battlesPerWindow',
  'windowMinutes',
] as const;

/** State and actions of the form of the settings. `stored` is what the arena has. */
export function useSettingsForm({ stored, onDirty }: { stored: Settings; onDirty: (isDirty: boolean) => void }) {
  const { t } = useTranslation('admin');
  const toast = useToast();
  const start = settingsDraftOf(stored);
  // Null while nothing was changed: what another admin saves then shows here by itself.
  const [changed, setChanged] = useState<SettingsDraft | null>(null);
  const [faults, setFaults] = useState<FieldFaults | null>(null);
  const [attempt, setAttempt] = useState(0);
  const saving = useSaveSettings();
  const messages = useFaults(faults, saving.error, paths);
  const draft = changed ?? start;
  const put = (next: SettingsDraft | null) => {
    const isChanged = next !== null && JSON.stringify(next) !== JSON.stringify(start);
    setChanged(isChanged ? next : null);
    onDirty(isChanged);
    if (faults) setFaults(null);
    if (saving.isError) saving.reset();
  };
  const refuse = (found: FieldFaults | null) => {
    setFaults(found);
    setAttempt((count) => count + 1);
  };
  return {
    draft,
    messages,
    attempt,
    isDirty: changed !== null,
    isSaving: saving.isPending,
    faultCount: Object.keys(faults ?? {}).length,
    set: (changes: Partial<SettingsDraft>) => put({ ...draft, ...changes }),
    reset: () => put(null),
    save() {
      const reading = readSettings(draft);
      if (reading.faults) return refuse(reading.faults);
      saving.mutate(reading.settings, {
        onSuccess: () => {
          put(null);
          toast({ message: t('settings.saved') });
        },
        onError: () => refuse(null),
      });
    },
  };
}
