import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { HomePage } from '../battle/home-page.tsx';
import { addMessages } from '../messages/messages.ts';
import { BrokenPage, NoSuchPage, PendingPage } from './fallbacks.tsx';
import { Layout } from './layout.tsx';
import { fetched } from './page-not-fetched.ts';

/** The pages of the arena. All but the first are fetched when they are opened, each with its words. */
export function createPages(messages: i18n) {
  const root = createRootRoute({ component: Layout });
  const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });
  const battle = createRoute({
    getParentRoute: () => root,
    path: '/battles/$battle',
    component: lazyRouteComponent(() => fetched(import('../battle/battle-page.tsx')), 'BattlePage'),
  });
  const board = createRoute({
    getParentRoute: () => root,
    path: '/board',
    component: lazyRouteComponent(async () => {
      const [page, words] = await fetched(
        Promise.all([import('../board/board-page.tsx'), import('../messages/en/board.ts')]),
      );
      addMessages(messages, 'board', words.board);
      return { BoardPage: page.BoardPage };
    }, 'BoardPage'),
  });
  const about = createRoute({
    getParentRoute: () => root,
    path: '/about',
    component: lazyRouteComponent(async () => {
      const [page, words] = await fetched(
        Promise.all([import('../about/about-page.tsx'), import('../messages/en/about.ts')]),
      );
      addMessages(messages, 'about', words.about);
      return { AboutPage: page.AboutPage };
    }, 'AboutPage'),
  });
  const admin = createRoute({
    getParentRoute: () => root,
    path: '/admin',
    component: lazyRouteComponent(async () => {
      const [page, words] = await fetched(
        Promise.all([import('../admin/admin-page.tsx'), import('../messages/en/admin.ts')]),
      );
      addMessages(messages, 'admin', words.admin);
      return { AdminPage: page.AdminPage };
    }, 'AdminPage'),
  });
  const router = createRouter({
    routeTree: root.addChildren([home, battle, board, about, admin]),
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NoSuchPage,
    defaultPendingComponent: PendingPage,
    scrollRestoration: true,
  });
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    // From now on a new page's headline takes the focus; see `PageTitle`.
    if (fromLocation && pathChanged) document.documentElement.dataset.navigated = 'yes';
  });
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
