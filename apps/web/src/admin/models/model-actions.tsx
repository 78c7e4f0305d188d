import type { AdminModel } from '@agon/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Confirm } from '../../design/confirm.tsx';
import { useToast } from '../../design/toast.tsx';
import { useProblemMessage } from '../../messages/use-problem-message.ts';
import { useSetState } from '../use-admin.ts';

/** What can be done with a model; its name is in the name of each button. */
export function ModelActions({
  model,
  onEdit,
  onTest,
  isTesting,
}: {
  model: AdminModel;
  onEdit: () => void;
  onTest: () => void;
  isTesting: boolean;
}) {
  const { t } = useTranslation('admin');
  const { change, isPending } = useStateChange(model);
  const [isRetiring, setRetiring] = useState(false);
  const { name, state, source } = model;
  const isFixed = source === 'config';
  return (
    <fieldset className="flex flex-wrap gap-2 lg:justify-end">
      <legend className="sr-only">{t('models.actions', { name })}</legend>
      <Button size="small" busy={isTesting} aria-label={t('models.testNamed', { name })} onClick={onTest}>
        {t('models.test')}
      </Button>
      {source === 'admin' && (
        <Button size="small" aria-label={t('models.editNamed', { name })} onClick={onEdit}>
          {t('models.edit')}
        </Button>
      )}
      {!isFixed && state === 'active' && (
        <Button
          size="small"
          busy={isPending}
          aria-label={t('models.pauseNamed', { name })}
          onClick={() => change('paused')}
        >
          {t('models.pause')}
        </Button>
      )}
      {!isFixed && state !== 'active' && (
        <Button
          size="small"
          busy={isPending}
          aria-label={state === 'paused' ? t('models.resumeNamed', { name }) : t('models.unretireNamed', { name })}
          onClick={() => change('active')}
        >
          {state === 'paused' ? t('models.resume') : t('models.unretire')}
        </Button>
      )}
      {!isFixed && state !== 'retired' && (
        <Button size="small" aria-label={t('models.retireNamed', { name })} onClick={() => setRetiring(true)}>
          {t('models.retire')}
        </Button>
      )}
      <Confirm
        open={isRetiring}
        title={t('models.retireTitle', { name })}
        action={t('models.retireConfirm', { name })}
        danger
        onClose={() => setRetiring(false)}
        onConfirm={() => {
          setRetiring(false);
          change('retired');
        }}
      >
        {t('models.retireText')}
      </Confirm>
    </fieldset>
  );
}

const doneWords = { active: 'models.resumed', paused: 'models.paused', retired: 'models.retired' } as const;

/** Changes the state of a model and offers to take it back. */
function useStateChange({ id, name, state: before }: AdminModel) {
  const { t } = useTranslation('admin');
  const say = useProblemMessage();
  const toast = useToast();
  const { mutate, isPending } = useSetState();
  const set = (state: AdminModel['state'], onDone?: () => void) =>
    mutate(
      { id, state },
      {
        onSuccess: () => onDone?.(),
        onError: (error) => toast({ look: 'danger', message: t('models.stateFailed', { name, detail: say(error) }) }),
      },
    );
  const change = (state: AdminModel['state']) =>
    set(state, () =>
      toast({
        message: t(doneWords[state], { name }),
        action: { label: t('models.undo'), run: () => set(before) },
        lastsMs: 10_000,
      }),
    );
  return { change, isPending };
}
