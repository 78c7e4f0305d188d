import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';

/** Asks before a page with unsaved changes is left: by a dialog within the arena, by the browser's own when the window closes. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }): ReactNode {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return <LeaveDialog open={status === 'blocked'} onLeave={() => proceed?.()} onStay={() => reset?.()} />;
}

/** The question whether to lose what was changed. */
export function LeaveDialog({ open, onLeave, onStay }: { open: boolean; onLeave: () => void; onStay: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <Dialog
      open={open}
      onClose={onStay}
      title={t('leave.title')}
      actions={
        <>
          <Button look="danger" onClick={onLeave}>
            {t('leave.leave')}
          </Button>
          <Button look="primary" onClick={onStay}>
            {t('leave.stay')}
          </Button>
        </>
      }
    >
      {t('leave.text')}
    </Dialog>
  );
}
