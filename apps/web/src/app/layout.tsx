import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { classes } from '../design/classes.ts';
import { Notice } from '../design/states.tsx';
import { Mark } from './mark.tsx';
import { ThemeToggle } from './theme-toggle.tsx';
import { useArena } from './use-arena.ts';
import { useOnline } from './use-online.ts';
import { usePrefetchedPages } from './use-prefetched-pages.ts';

const linkLook =
  'inline-flex min-h-9 items-center border-b-2 border-transparent px-1 text-[0.9375rem] text-muted transition-colors hover:text-ink data-[status=active]:border-ink data-[status=active]:text-ink';

/** What surrounds every page: skip link, header, content. */
export function Layout() {
  const { t } = useTranslation('common');
  const { data: arena } = useArena();
  const online = useOnline();
  usePrefetchedPages({ hasAdmin: arena?.admin ?? false });
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="fixed start-3 top-3 z-50 rounded-md bg-accent px-4 py-2 text-on-accent not-focus:sr-only"
      >
        {t('skip')}
      </a>
      <header className="page-gutter flex min-h-14 items-center gap-x-4 border-b border-line sm:gap-x-6">
        <Link
          to="/"
          className="me-auto inline-flex min-h-9 min-w-0 items-center gap-2.5"
          aria-label={arena?.name ?? t('agon')}
        >
          <Mark className="size-6 shrink-0" />
          {/* Four links leave the name no room on the narrowest screens; the mark and the label stay. */}
          <span className={classes('display truncate text-xl', arena?.admin && 'max-[22rem]:hidden')}>
            {arena?.name ?? t('agon')}
          </span>
        </Link>
        <nav aria-label={t('mainNavigation')} className="flex items-center gap-x-3 sm:gap-x-5">
          <Link to="/" activeOptions={{ exact: true }} className={`${linkLook} max-xs:hidden`}>
            {t('navBattle')}
          </Link>
          <Link to="/board" className={linkLook}>
            {t('navBoard')}
          </Link>
          <Link to="/about" className={linkLook}>
            {t('navAbout')}
          </Link>
          {arena?.admin && (
            <Link to="/admin" className={linkLook}>
              {t('navAdmin')}
            </Link>
          )}
        </nav>
        <ThemeToggle />
      </header>
      <div role="status">{!online && <Notice look="notice">{t('offline')}</Notice>}</div>
      <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col">
        <Outlet />
      </main>
    </div>
  );
}
