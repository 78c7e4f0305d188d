import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { icons } from './icons.tsx';

/** Copies a text and says that it did. */
export function CopyButton({ text, label, shown = label }: { text: string; label: string; shown?: string }) {
  const { t } = useTranslation('common');
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    // Absent where the page is not served securely: then the button says that it failed.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  const words = { idle: shown, copied: t('copied'), failed: t('copyFailed') }[state];
  return (
    <>
      <Button
        look="quiet"
        size="small"
        icon={state === 'copied' ? icons.check : icons.copy}
        onClick={copy}
        aria-label={label}
      >
        <span className="max-sm:sr-only">{words}</span>
      </Button>
      <span role="status" className="sr-only">
        {state === 'idle' ? '' : words}
      </span>
    </>
  );
}
