import type { AdminModel } from '@agon/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/states.tsx';
import { useSettings } from '../use-admin.ts';
import { ModelEntry } from './model-entry.tsx';
import { inListOrder } from './model-order.ts';

/** The models one under the other; retired ones on demand. */
export function ModelList({
  models,
  newest,
  onEdit,
}: {
  models: readonly AdminModel[];
  /** Id of the model that was just added. */
  newest: string | null;
  onEdit: (model: AdminModel) => void;
}) {
  const { t } = useTranslation('admin');
  const [showsRetired, setShowsRetired] = useState(false);
  const { data: settings } = useSettings();
  const retired = models.filter(({ state }) => state === 'retired');
  const shown = inListOrder(models).filter(({ state }) => state !== 'retired' || showsRetired);
  if (models.length === 0) return <EmptyState title={t('models.emptyTitle')}>{t('models.emptyText')}</EmptyState>;
  return (
    <>
      <ul aria-label={t('models.list')} className="border-t border-line-strong">
        {shown.map((model) => (
          <ModelEntry
            key={model.id}
            model={model}
            isNew={model.id === newest}
            configFile={settings?.config?.file ?? null}
            onEdit={() => onEdit(model)}
          />
        ))}
      </ul>
      {retired.length > 0 && !showsRetired && (
        <Button look="quiet" onClick={() => setShowsRetired(true)}>
          {t('models.showRetired', { count: retired.length })}
        </Button>
      )}
    </>
  );
}
