import type { AdminModel } from '@agon/api';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Field, TextInput } from '../../design/field.tsx';
import { Label } from '../form-parts.tsx';
import type { KeyChange } from './model-draft.ts';

/** The key of a model: written, never shown. */
export function KeyField({
  stored,
  change,
  onChange,
  error,
}: {
  stored: AdminModel['key'];
  change: KeyChange;
  onChange: (change: KeyChange) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation('admin');
  const hints = { none: t('form.keyNone'), stored: t('form.keyStored'), environment: t('form.keyEnvironment') };
  const typed = change.kind === 'replace' ? change.text : '';
  const hint =
    change.kind === 'remove'
      ? t('form.keyRemoved')
      : stored === 'stored' && typed !== ''
        ? t('form.keyReplaced')
        : hints[stored];
  return (
    <div>
      <Field label={<Label isOptional>{t('form.key')}</Label>} hint={hint} error={error}>
        {(control) => (
          <TextInput
            {...control}
            // A plain password field would have the browser offer to store it as the admin's own.
            type="password"
            autoComplete="new-password"
            spellCheck={false}
            dir="ltr"
            disabled={change.kind === 'remove'}
            value={typed}
            onChange={({ target }) =>
              onChange(target.value === '' ? { kind: 'keep' } : { kind: 'replace', text: target.value })
            }
          />
        )}
      </Field>
      {stored === 'stored' && typed === '' && (
        <Button
          look="quiet"
          size="small"
          className="mt-1 -ms-2.5"
          onClick={() => onChange({ kind: change.kind === 'remove' ? 'keep' : 'remove' })}
        >
          {change.kind === 'remove' ? t('form.keyKeep') : t('form.keyRemove')}
        </Button>
      )}
    </div>
  );
}
