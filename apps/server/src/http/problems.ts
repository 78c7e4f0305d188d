import type { Problem } from '@agon/api';
import type { Context } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import { Refused } from './refused.ts';

/** Answers any error as `application/problem+json`. What was not expected is logged and told to nobody. */
export function answerProblem(error: Error, context: Context, log: Logger): Response {
  const refused = error instanceof Refused ? error : unexpected(error, context, log);
  const { field, facts, retryAfterSeconds } = refused.details;
  const problem: Problem = {
    type: `/problems/${refused.code}`,
    code: refused.code,
    title: titleOf(refused.code),
    status: refused.status,
    detail: refused.message,
    ...(field !== undefined && { field }),
    ...(facts !== undefined && { facts }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  // Set on the context, so that the security headers of the middleware stay.
  for (const [name, value] of headers) context.header(name, value);
  return context.body(JSON.stringify(problem), { status: refused.status as 500 });
}

function unexpected(error: Error, context: Context, log: Logger): Refused {
  // The pattern and not the path: a battle's id is known to its voter alone.
  log.error({ err: error, method: context.req.method, route: routePath(context, -1) }, 'request failed');
  return new Refused('internal-error', 'Something went wrong on the server. Nothing was lost; please try again.');
}

function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words[0]?.toUpperCase() + words.slice(1);
}
