import type { Arena } from '@agon/api';
import type { Context } from 'hono';
import type { RateLimit } from '../battles/rate-limit.ts';
import { clientAddress, networkOf } from '../http/client-address.ts';
import type { Mount } from '../http/mount.ts';
import type { Lineup } from '../models/lineup.ts';
import type { SettingsReader } from '../settings/settings.ts';
import type { Sessions } from './sessions.ts';
import { CONSENT_VERSION, type Visitor, type Visitors } from './visitors.ts';

/** What the routes of visitors call. */
export interface VisitorRoutesOptions {
  readonly visitors: Visitors;
  readonly sessions: Sessions;
  readonly settings: SettingsReader;
  readonly lineup: Lineup;
  readonly rateLimit: RateLimit;
  readonly isAdmin: (context: Context) => Promise<boolean>;
  readonly trustedProxies: readonly string[];
}

/** Mounts what a page asks before anything else, and what a visitor decides. */
export function visitorRoutes(mount: Mount, options: VisitorRoutesOptions): void {
  const { visitors, sessions, settings, lineup, rateLimit, isAdmin, trustedProxies } = options;

  async function arenaFor(visitor: Visitor | null, context: Context): Promise<Arena> {
    const { name, promptCharacters, turns, battlesPerWindow, windowMinutes } = settings.current().settings;
    const network = networkOf(clientAddress(context, trustedProxies));
    const { left, retryAfterSeconds } = await rateLimit.allowance(visitor?.id ?? null, network);
    const candidates = await lineup.candidates(0);
    return {
      name,
      demo: await lineup.isDemo(),
      // Where only money is wanting, asking says so; the page itself stays open.
      models: candidates.filter(({ isReady }) => isReady).length,
      limits: { promptCharacters, turns, battlesLeft: left, battlesPerWindow, windowMinutes, retryAfterSeconds },
      consentVersion: CONSENT_VERSION,
      visitor: {
        voterNumber: visitor?.voterNumber ?? null,
        // Consent to an older text is asked again.
        consent: visitor?.consentVersion === CONSENT_VERSION ? visitor.consent : null,
        preferences: visitor?.preferences ?? { revealAtOnce: false },
      },
      admin: await isAdmin(context),
    };
  }

  mount.on('arena', async ({ context }) => arenaFor(await sessions.find(context), context));
  mount.on('setConsent', async ({ body, context }) => {
    const visitor = await sessions.ensure(context);
    return arenaFor(await visitors.setConsent(visitor, body.choice, body.version), context);
  });
  mount.on('setPreferences', async ({ body, context }) => {
    const visitor = await sessions.ensure(context);
    return arenaFor(await visitors.setPreferences(visitor, body), context);
  });
}
