import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Visitor, Visitors } from './visitors.ts';

const cookieName = 'agon_visitor';
const yearSeconds = 365 * 24 * 60 * 60;

/** Visitors by the cookie of a request. */
export interface Sessions {
  find(context: Context): Promise<Visitor | null>;
  /** The visitor of a request, made now if there is none; the cookie goes with the answer. */
  ensure(context: Context): Promise<Visitor>;
}

/** Sessions over a signed cookie that lasts a year. */
export function createSessions(visitors: Visitors, { isHttps }: { readonly isHttps: boolean }): Sessions {
  const find = (context: Context) => visitors.find(getCookie(context, cookieName));
  return {
    find,
    async ensure(context) {
      const found = await find(context);
      if (found !== null) return found;
      const visitor = await visitors.create();
      setCookie(context, cookieName, visitors.cookieOf(visitor), {
        httpOnly: true,
        sameSite: 'Lax',
        secure: isHttps,
        path: '/',
        maxAge: yearSeconds,
      });
      return visitor;
    },
  };
}
