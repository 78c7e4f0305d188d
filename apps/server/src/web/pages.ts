import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';

/** Paths that the page itself routes. */
const pagePaths = ['/', '/battles/:battle', '/board', '/about', '/admin'];

/**
 * Serves the built pages. Files are named by their content and kept for a year; the page is never kept, so that a new version is seen at
 * once, and carries the nonce of its answer in each script.
 */
export async function servePages(app: Hono, folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  app.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.header('cache-control', 'public, max-age=31536000, immutable');
  });
  app.use('/assets/*', serveStatic({ root: folder }));
  const show = (context: Context, status: 200 | 404) => {
    const nonce = context.get('secureHeadersNonce') ?? '';
    context.header('cache-control', 'no-store');
    return context.html(page.replaceAll('__NONCE__', nonce), status);
  };
  for (const path of pagePaths) app.get(path, (context) => show(context, 200));
  // A person who mistyped an address gets a page that says so; a program gets a problem.
  app.get('*', async (context, next) => {
    const isPerson = context.req.header('accept')?.includes('text/html') === true;
    return isPerson && !/^\/(api|assets)\//.test(context.req.path) ? show(context, 404) : next();
  });
}
