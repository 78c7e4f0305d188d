import type { CallOutput } from '@agon/api/client';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { ErrorState, Notice } from '../../design/states.tsx';
import { useProblemMessage } from '../../messages/use-problem-message.ts';
import { FormAlert, useFocusOnFault } from '../form-parts.tsx';
import { SpendBar } from '../spend-bar.tsx';
import { useSettings } from '../use-admin.ts';
import { PolicyFields } from './policy-fields.tsx';
import { ArenaFields, ConditionFields, VisitorFields } from './settings-fields.tsx';
import { useSettingsForm } from './use-settings-form.ts';

/** Settings of the whole arena. */
export function SettingsPart({ onDirty }: { onDirty: (isDirty: boolean) => void }) {
  const { t } = useTranslation('admin');
  const say = useProblemMessage();
  const { data, error, refetch } = useSettings();
  if (data) return <SettingsForm view={data} onDirty={onDirty} />;
  return error ? (
    <ErrorState title={t('settings.errorTitle')} onRetry={() => void refetch()}>
      {say(error)}
    </ErrorState>
  ) : (
    <Skeleton label={t('settings.loading')} lines={8} />
  );
}

function SettingsForm({ view, onDirty }: { view: CallOutput<'settings'>; onDirty: (isDirty: boolean) => void }) {
  const { t, i18n } = useTranslation('admin');
  const form = useSettingsForm({ stored: view.settings, onDirty });
  const element = useFocusOnFault<HTMLFormElement>(form.attempt);
  const { config } = view;
  const isFixed = (field: string) =>
    config?.fields.some((fixed) => fixed === field || fixed === field.split('.')[0]) ?? false;
  const fields = { draft: form.draft, set: form.set, at: form.messages.at, isFixed };
  return (
    <form
      ref={element}
      noValidate
      aria-labelledby="settings"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <h2 id="settings" className="display pb-6 text-2xl">
        {t('settings.heading')}
      </h2>
      {config && config.fields.length > 0 && (
        <Notice className="mb-6">
          {t('settings.fromFile', {
            file: config.file,
            fields: new Intl.ListFormat(i18n.language).format(config.fields),
          })}
        </Notice>
      )}
      <ArenaFields {...fields}>
        <SpendBar
          spent={view.spentTodayUsd}
          cap={view.settings.dailyCapUsd}
          label={t('spend.today')}
          reached={t('spend.reachedArena')}
        />
      </ArenaFields>
      <PolicyFields {...fields} policyVersion={view.policyVersion} />
      <ConditionFields {...fields} />
      <VisitorFields {...fields} />
      <div className="bottom-0 -mx-4 sm:sticky space-y-3 border-t border-line-strong bg-paper px-4 py-4">
        <FormAlert faults={form.faultCount} overall={form.messages.overall} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" busy={form.isSaving} disabled={!form.isDirty}>
            {t('settings.save')}
          </Button>
          <Button look="quiet" disabled={!form.isDirty} onClick={form.reset}>
            {t('settings.reset')}
          </Button>
          {!form.isDirty && <p className="text-sm text-muted">{t('settings.unchanged')}</p>}
        </div>
      </div>
    </form>
  );
}
