import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { Refused } from './refused.ts';

/** Bytes of a request's body; the longest allowed prompt is far shorter. */
const maxBodyBytes = 8 * 1024 * 1024;

/** Headers of every answer. The page's script runs by nonce; nothing is fetched from elsewhere and nobody may frame it. */
export function securityHeaders({ isHttps }: { readonly isHttps: boolean }): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [NONCE, "'strict-dynamic'"],
      styleSrc: ["'self'"],
      // KaTeX and code colours set style attributes of single elements.
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: isHttps ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  });
}

/** Refuses writes that another site's page sends with this visitor's cookies. Programs, which send no origin, pass. */
export const sameOriginWrites: MiddlewareHandler = async (context, next) => {
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const isForeign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && hostOf(origin) !== context.req.header('host'));
    if (isForeign) throw new Refused('origin-refused', 'This request came from a page of another site.');
  }
  await next();
};

/** Refuses bodies that are too large before they are in memory. */
export const limitedBody: MiddlewareHandler = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw new Refused('body-too-large', `The request is larger than ${maxBodyBytes} bytes.`, {
      facts: { limit: maxBodyBytes },
    });
  },
});

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
