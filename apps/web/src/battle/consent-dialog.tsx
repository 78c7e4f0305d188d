import { useTranslation } from 'react-i18next';
import { Dialog } from '../design/dialog.tsx';

/** What may be done with the texts. */
export type Consent = 'private' | 'share';

const choices = [
  { choice: 'private', name: 'consentPrivate', hint: 'consentPrivateHint' },
  { choice: 'share', name: 'consentShare', hint: 'consentShareHint' },
] as const;

/** Asks what may be done with the texts. Both answers look alike: neither is pushed. */
export function ConsentDialog({
  open,
  current,
  onChoose,
  onClose,
}: {
  open: boolean;
  current: Consent | null;
  onChoose: (choice: Consent) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('battle');
  return (
    <Dialog open={open} onClose={onClose} title={t('consentTitle')}>
      <p className="text-muted">{t('consentText')}</p>
      <div className="mt-5 grid gap-3">
        {choices.map(({ choice, name, hint }) => (
          <button
            key={choice}
            type="button"
            aria-pressed={current === null ? undefined : current === choice}
            onClick={() => onChoose(choice)}
            className="rounded-md border border-line-strong bg-paper px-4 py-3 text-start transition-colors hover:border-ink aria-pressed:border-accent aria-pressed:bg-accent-soft"
          >
            <span className="block font-semibold">{t(name)}</span>
            <span className="block text-sm text-muted">{t(hint)}</span>
          </button>
        ))}
      </div>
    </Dialog>
  );
}
