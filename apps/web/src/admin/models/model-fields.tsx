import type { AdminModel } from '@agon/api';
import { useTranslation } from 'react-i18next';
import { Field, Select, TextArea } from '../../design/field.tsx';
import { FormInput, FormSection, Label } from '../form-parts.tsx';
import { AliasField } from './alias-field.tsx';
import { KeyField } from './key-field.tsx';
import type { ModelDraft } from './model-draft.ts';

interface FieldsProps {
  readonly draft: ModelDraft;
  readonly set: (changes: Partial<ModelDraft>) => void;
  /** Message at a field, by its path in the contract. */
  readonly at: (path: string) => string | undefined;
}

/** Name, organisation, licence and link. */
export function WhoFields({ draft, set, at }: FieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <FormSection title={t('form.who')} hint={t('form.whoHint')}>
      <FormInput
        label={t('form.name')}
        hint={t('form.nameHint')}
        value={draft.name}
        error={at('name')}
        onChange={(name) => set({ name })}
        isWide
      />
      <FormInput
        label={t('form.organisation')}
        value={draft.organisation}
        error={at('organisation')}
        onChange={(organisation) => set({ organisation })}
        isOptional
      />
      <FormInput
        label={t('form.license')}
        value={draft.license}
        error={at('license')}
        onChange={(license) => set({ license })}
        isOptional
      />
      <FormInput
        label={t('form.link')}
        hint={t('form.linkHint')}
        value={draft.link}
        error={at('link')}
        onChange={(link) => set({ link })}
        isOptional
        isLeftToRight
        isWide
      />
    </FormSection>
  );
}

/** Address, name there, key and aliases. */
export function PlaceFields({ draft, set, at, storedKey }: FieldsProps & { readonly storedKey: AdminModel['key'] }) {
  const { t } = useTranslation('admin');
  return (
    <FormSection title={t('form.where')}>
      <FormInput
        label={t('form.baseUrl')}
        hint={t('form.baseUrlHint')}
        value={draft.baseUrl}
        error={at('baseUrl')}
        onChange={(baseUrl) => set({ baseUrl })}
        isLeftToRight
        isWide
      />
      <FormInput
        label={t('form.providerModel')}
        hint={t('form.providerModelHint')}
        value={draft.providerModel}
        error={at('providerModel')}
        onChange={(providerModel) => set({ providerModel })}
        isLeftToRight
      />
      <KeyField stored={storedKey} change={draft.key} onChange={(key) => set({ key })} error={at('apiKey')} />
      <div className="sm:col-span-2">
        <AliasField aliases={draft.aliases} onChange={(aliases) => set({ aliases })} error={at('aliases')} />
      </div>
    </FormSection>
  );
}

const efforts = ['none', 'low', 'medium', 'high'] as const;

/** Settings under which it answers, where they differ from the arena's. */
export function AnswerFields({ draft, set, at }: FieldsProps) {
  const { t } = useTranslation('admin');
  const unset = t('form.asArena');
  return (
    <FormSection title={t('form.how')} hint={t('form.howHint')}>
      <FormInput
        label={t('form.temperature')}
        value={draft.temperature}
        error={at('settings.temperature')}
        onChange={(temperature) => set({ temperature })}
        placeholder={unset}
        isOptional
        isNumber
      />
      <FormInput
        label={t('form.maxOutputTokens')}
        value={draft.maxOutputTokens}
        error={at('settings.maxOutputTokens')}
        onChange={(maxOutputTokens) => set({ maxOutputTokens })}
        placeholder={unset}
        isOptional
        isNumber
      />
      <Field label={<Label isOptional>{t('form.reasoningEffort')}</Label>} error={at('settings.reasoningEffort')}>
        {(control) => (
          <Select
            {...control}
            className="bg-sheet!"
            value={draft.reasoningEffort}
            onChange={({ target }) => set({ reasoningEffort: efforts.find((each) => each === target.value) ?? '' })}
          >
            <option value="">{t('form.reasoning.unset')}</option>
            {efforts.map((effort) => (
              <option key={effort} value={effort}>
                {t(`form.reasoning.${effort}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <FormInput
        label={t('form.contextTokens')}
        hint={t('form.contextTokensHint')}
        value={draft.contextTokens}
        error={at('settings.contextTokens')}
        onChange={(contextTokens) => set({ contextTokens })}
        isOptional
        isNumber
      />
      <Field
        label={<Label isOptional>{t('form.systemPrompt')}</Label>}
        error={at('settings.systemPrompt')}
        className="sm:col-span-2"
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            dir="auto"
            placeholder={unset}
            value={draft.systemPrompt}
            onChange={({ target }) => set({ systemPrompt: target.value })}
          />
        )}
      </Field>
    </FormSection>
  );
}

/** Weight, load, prices and cap. */
export function LimitFields({ draft, set, at }: FieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <FormSection title={t('form.limits')}>
      <FormInput
        label={t('form.inputPrice')}
        hint={t('form.perMillion')}
        value={draft.inputUsdPerMillion}
        error={at('inputUsdPerMillion')}
        onChange={(inputUsdPerMillion) => set({ inputUsdPerMillion })}
        isOptional
        isNumber
      />
      <FormInput
        label={t('form.outputPrice')}
        hint={t('form.perMillion')}
        value={draft.outputUsdPerMillion}
        error={at('outputUsdPerMillion')}
        onChange={(outputUsdPerMillion) => set({ outputUsdPerMillion })}
        isOptional
        isNumber
      />
      <FormInput
        label={t('form.cap')}
        hint={t('form.capHint')}
        value={draft.dailyCapUsd}
        error={at('dailyCapUsd')}
        onChange={(dailyCapUsd) => set({ dailyCapUsd })}
        isOptional
        isNumber
      />
      <FormInput
        label={t('form.concurrency')}
        value={draft.concurrency}
        error={at('concurrency')}
        onChange={(concurrency) => set({ concurrency })}
        isNumber
      />
      <FormInput
        label={t('form.weight')}
        hint={t('form.weightHint')}
        value={draft.weight}
        error={at('weight')}
        onChange={(weight) => set({ weight })}
        isNumber
      />
    </FormSection>
  );
}
