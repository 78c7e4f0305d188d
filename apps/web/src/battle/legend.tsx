import { useTranslation } from 'react-i18next';
import { Dialog } from '../design/dialog.tsx';
import { Checkbox } from '../design/field.tsx';
import { keyBindings } from './keys.ts';

const shownAs: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

/** Every key and what it does, and the switch for those that are single letters. */
export function Legend({
  open,
  onClose,
  singleKeys,
  onSingleKeys,
}: {
  open: boolean;
  onClose: () => void;
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
}) {
  const { t } = useTranslation('battle');
  const rows = [...keyBindings, { action: 'send', keys: ['Enter'] }] as const;
  return (
    <Dialog open={open} onClose={onClose} title={t('keys')}>
      <table className="w-full border-collapse">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('keysAction')}</th>
            <th scope="col">{t('keysKey')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ action, keys }) => (
            <tr key={action} className="border-b border-line">
              <td className="py-1.5 pe-4">{t(`key.${action}`)}</td>
              <td className="py-1.5 text-end whitespace-nowrap">
                {keys.map((key, place) => (
                  <span key={key} className="text-muted">
                    {place > 0 && ` ${t('keysOr')} `}
                    <kbd className="inline-block min-w-7 rounded-sm border border-line-strong bg-paper px-1.5 py-0.5 text-center font-mono text-sm text-ink">
                      {shownAs[key] ?? key.toUpperCase()}
                    </kbd>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-5">
        <Checkbox checked={singleKeys} onChange={(event) => onSingleKeys(event.target.checked)}>
          {t('keysSingle')}
          <span className="block text-sm text-muted">{t('keysSingleHint')}</span>
        </Checkbox>
      </div>
    </Dialog>
  );
}
