import { Hono } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import { type Mount, mountOn } from './mount.ts';
import { openApiDocument } from './openapi.ts';
import { answerProblem } from './problems.ts';
import { Refused } from './refused.ts';
import { limitedBody, sameOriginWrites, securityHeaders } from './security.ts';

/** What an app is made with. */
export interface AppOptions {
  readonly log: Logger;
  readonly version: string;
  readonly isHttps: boolean;
}

/** The HTTP layer without any feature: headers, limits, logs and errors for whatever is mounted on it. */
export function createApp({ log, version, isHttps }: AppOptions): { readonly app: Hono; readonly mount: Mount } {
  const app = new Hono();
  app.use(securityHeaders({ isHttps }));
  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    // The route's pattern and never its parameters: a battle's id is known to its voter alone.
    const ms = Math.round(performance.now() - start);
    log.debug({ method: context.req.method, route: routePath(context, -1), status: context.res.status, ms }, 'request');
  });
  app.use('/api/*', sameOriginWrites, limitedBody);
  app.onError((error, context) => answerProblem(error, context, log));
  app.notFound((context) => answerProblem(new Refused('not-found', 'There is nothing at this address.'), context, log));
  const document = openApiDocument(version);
  app.get('/api/openapi.json', (context) => context.json(document));
  return { app, mount: mountOn(app) };
}
