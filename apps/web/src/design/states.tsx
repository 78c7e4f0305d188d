import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { icons } from './icons.tsx';
import { PageTitle } from './page.tsx';

/** Headline of a state: of the whole page where it names the window, else of a part. */
function StateTitle({ pageName, children }: { pageName: string | undefined; children: ReactNode }) {
  if (pageName === undefined) return <h2 className="display text-3xl">{children}</h2>;
  return <PageTitle name={pageName}>{children}</PageTitle>;
}

/** Nothing here yet: what it would be, and what to do. `pageName` where it is all that the page shows. */
export function EmptyState({
  title,
  children,
  action,
  pageName,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  pageName?: string;
}) {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center gap-4 py-16 text-center">
      <StateTitle pageName={pageName}>{title}</StateTitle>
      {children && <div className="text-muted">{children}</div>}
      {action}
    </div>
  );
}

/** Something went wrong: what, and how to try again. `pageName` where it is all that the page shows. */
export function ErrorState({
  title,
  children,
  onRetry,
  action,
  pageName,
}: {
  title: ReactNode;
  children?: ReactNode;
  onRetry?: () => void;
  action?: ReactNode;
  pageName?: string;
}) {
  const { t } = useTranslation('common');
  return (
    <div role="alert" className="mx-auto flex max-w-xl flex-col items-center gap-4 py-16 text-center">
      <StateTitle pageName={pageName}>{title}</StateTitle>
      {children && <div className="text-muted">{children}</div>}
      <div className="flex flex-wrap justify-center gap-3">
        {onRetry && (
          <Button icon={icons.again} onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        )}
        {action}
      </div>
    </div>
  );
}

const notices = {
  info: 'border-line-strong bg-sheet',
  notice: 'border-notice bg-notice-soft',
  danger: 'border-danger bg-danger-soft',
};

/** A remark in the flow of the page, marked by a rule at its start. */
export function Notice({
  look = 'info',
  children,
  action,
  className,
}: {
  look?: keyof typeof notices;
  children: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div
      role={look === 'danger' ? 'alert' : undefined}
      className={classes(
        'flex flex-wrap items-center gap-x-4 gap-y-2 border-s-2 px-4 py-2.5 text-[0.9375rem]',
        notices[look],
        className,
      )}
    >
      <div className="min-w-0 flex-1 basis-56">{children}</div>
      {action}
    </div>
  );
}
