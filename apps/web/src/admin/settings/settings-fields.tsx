import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextArea } from '../../design/field.tsx';
import { FormInput, FormSection, Label } from '../form-parts.tsx';
import type { SettingsDraft } from './settings-draft.ts';

/** What every group of the settings needs. */
export interface SettingsFieldsProps {
  readonly draft: SettingsDraft;
  readonly set: (changes: Partial<SettingsDraft>) => void;
  /** Message at a field, by its path in the contract. */
  readonly at: (path: string) => string | undefined;
  /** Whether the configuration file sets the field. */
  readonly isFixed: (path: string) => boolean;
}

/** Name and money. */
export function ArenaFields({ draft, set, at, isFixed, children }: SettingsFieldsProps & { children: ReactNode }) {
  const { t } = useTranslation('admin');
  return (
    <FormSection title={t('settings.arena')}>
      <FormInput
        label={t('settings.name')}
        hint={t('settings.nameHint')}
        value={draft.name}
        error={at('name')}
        isDisabled={isFixed('name')}
        onChange={(name) => set({ name })}
      />
      <FormInput
        label={t('settings.cap')}
        hint={t('settings.capHint')}
        value={draft.dailyCapUsd}
        error={at('dailyCapUsd')}
        isDisabled={isFixed('dailyCapUsd')}
        onChange={(dailyCapUsd) => set({ dailyCapUsd })}
        isOptional
        isNumber
      />
      <div className="sm:col-span-2">{children}</div>
    </FormSection>
  );
}

/** Conditions equal for both sides. */
export function ConditionFields({ draft, set, at, isFixed }: SettingsFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <FormSection title={t('settings.conditions')} hint={t('settings.conditionsHint')}>
      <FormInput
        label={t('settings.temperature')}
        hint={t('settings.temperatureHint')}
        value={draft.temperature}
        error={at('temperature')}
        isDisabled={isFixed('temperature')}
        onChange={(temperature) => set({ temperature })}
        isOptional
        isNumber
      />
      <FormInput
        label={t('settings.maxOutputTokens')}
        value={draft.maxOutputTokens}
        error={at('maxOutputTokens')}
        isDisabled={isFixed('maxOutputTokens')}
        onChange={(maxOutputTokens) => set({ maxOutputTokens })}
        isNumber
      />
      <Field
        label={<Label isOptional>{t('settings.systemPrompt')}</Label>}
        error={at('systemPrompt')}
        className="sm:col-span-2"
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            dir="auto"
            disabled={isFixed('systemPrompt')}
            value={draft.systemPrompt}
            onChange={({ target }) => set({ systemPrompt: target.value })}
          />
        )}
      </Field>
    </FormSection>
  );
}

/** What a visitor may do. */
export function VisitorFields({ draft, set, at, isFixed }: SettingsFieldsProps) {
  const { t } = useTranslation('admin');
  const fields = [
    ['promptCharacters', t('settings.promptCharacters')],
    ['turns', t('settings.turns')],
    ['battlesPerWindow', t('settings.battles')],
    ['windowMinutes', t('settings.window')],
  ] as const;
  return (
    <FormSection title={t('settings.limits')}>
      {fields.map(([field, label]) => (
        <FormInput
          key={field}
          label={label}
          value={draft[field]}
          error={at(field)}
          isDisabled={isFixed(field)}
          onChange={(value) => set({ [field]: value })}
          isNumber
        />
      ))}
    </FormSection>
  );
}
