import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

/** Paths that the page itself routes; anything else that is no file is not found. */
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
  for (const path of pagePaths) {
    app.get(path, (context) => {
      const nonce = context.get('secureHeadersNonce') ?? '';
      context.header('cache-control', 'no-store');
      return context.html(page.replaceAll('__NONCE__', nonce));
    });
  }
}
