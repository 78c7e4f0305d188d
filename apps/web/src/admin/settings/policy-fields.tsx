import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FormInput, FormSection } from '../form-parts.tsx';
import type { SettingsFieldsProps } from './settings-fields.tsx';

const kinds = ['uniform', 'weighted', 'active'] as const;

/** Which pairs are drawn, each rule with what it means. */
export function PolicyFields({
  draft,
  set,
  at,
  isFixed,
  policyVersion,
}: SettingsFieldsProps & { readonly policyVersion: number }) {
  const { t } = useTranslation('admin');
  const id = useId();
  return (
    <FormSection title={t('settings.policy')} hint={t('settings.policyVersion', { number: policyVersion })}>
      <div role="radiogroup" aria-label={t('settings.policy')} className="divide-y divide-line sm:col-span-2">
        {kinds.map((kind) => (
          <label key={kind} className="flex items-start gap-3 py-3 first:pt-0">
            <input
              type="radio"
              name={id}
              className="mt-1 size-4.5 shrink-0 accent-accent"
              checked={draft.policyKind === kind}
              disabled={isFixed('policy')}
              aria-describedby={`${id}-${kind}`}
              onChange={() => set({ policyKind: kind })}
            />
            <span>
              <span className="font-medium">{t(`settings.${kind}`)}</span>
              <span id={`${id}-${kind}`} className="block text-sm text-muted">
                {t(`settings.${kind}Text`)}
              </span>
            </span>
          </label>
        ))}
      </div>
      {draft.policyKind !== 'uniform' && (
        <FormInput
          label={t('settings.floor')}
          hint={t('settings.floorHint')}
          value={draft.floorPercent}
          error={at('policy.floor')}
          isDisabled={isFixed('policy')}
          onChange={(floorPercent) => set({ floorPercent })}
          isNumber
        />
      )}
    </FormSection>
  );
}
