import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { Refused } from '../http/refused.ts';

/** Who may change the arena: whoever opened a session by a one-time link. */
export interface Admin {
  /** The secret of a new one-time link; it opens one session within 15 minutes. */
  createLink(): Promise<string>;
  /** Opens a session for who sends the secret of a link. @throws {Refused} `link-invalid` */
  open(context: Context, link: string): Promise<{ readonly expiresAt: number }>;
  /** The session of a request. @throws {Refused} `admin-required` */
  require(context: Context): Promise<{ readonly expiresAt: number }>;
  isOpen(context: Context): Promise<boolean>;
  close(context: Context): Promise<void>;
}

/** What sessions are kept with. */
export interface AdminOptions {
  readonly db: Kysely<Schema>;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly isHttps: boolean;
}

const cookieName = 'agon_admin';
const linkMs = 15 * 60_000;
const sessionMs = 7 * 24 * 60 * 60_000;

/** Sessions of admins. Of links and sessions only hashes are stored, so that a copy of the database opens nothing. */
export function createAdmin({ db, now, isHttps }: AdminOptions): Admin {
  const cookie = { httpOnly: true, sameSite: 'Strict', secure: isHttps, path: '/' } as const;

  async function find(context: Context): Promise<{ readonly expiresAt: number } | null> {
    const secret = getCookie(context, cookieName);
    if (secret === undefined) return null;
    const row = await db
      .selectFrom('admin_sessions')
      .select('expires_at')
      .where('hash', '=', hashOf(secret))
      .where('expires_at', '>', now())
      .executeTakeFirst();
    return row === undefined ? null : { expiresAt: row.expires_at };
  }

  return {
    async createLink() {
      const secret = newSecret();
      const at = now();
      await db.deleteFrom('admin_links').where('expires_at', '<=', at).execute();
      await db
        .insertInto('admin_links')
        .values({ hash: hashOf(secret), created_at: at, expires_at: at + linkMs, used_at: null })
        .execute();
      return secret;
    },

    async open(context, link) {
      const secret = newSecret();
      const at = now();
      const expiresAt = at + sessionMs;
      await db.transaction().execute(async (tx) => {
        // One statement finds the link and uses it up: of two that come at once, one opens a session.
        const used = await tx
          .updateTable('admin_links')
          .set({ used_at: at })
          .where('hash', '=', hashOf(link))
          .where('used_at', 'is', null)
          .where('expires_at', '>', at)
          .executeTakeFirst();
        if (used.numUpdatedRows === 0n) throw linkInvalid();
        await tx.deleteFrom('admin_sessions').where('expires_at', '<=', at).execute();
        await tx
          .insertInto('admin_sessions')
          .values({ hash: hashOf(secret), created_at: at, expires_at: expiresAt })
          .execute();
      });
      setCookie(context, cookieName, secret, { ...cookie, maxAge: sessionMs / 1_000 });
      return { expiresAt };
    },

    async require(context) {
      const session = await find(context);
      if (session !== null) return session;
      throw new Refused('admin-required', 'Open the admin page with a link from `agon admin-link`.');
    },

    isOpen: async (context) => (await find(context)) !== null,

    async close(context) {
      const secret = getCookie(context, cookieName);
      if (secret !== undefined) await db.deleteFrom('admin_sessions').where('hash', '=', hashOf(secret)).execute();
      deleteCookie(context, cookieName, cookie);
    },
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A plain hash is enough for 256 random bits. */
function hashOf(secret: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}

function linkInvalid(): Refused {
  return new Refused(
    'link-invalid',
    'This link was used before, or is older than 15 minutes. `agon admin-link` prints a new one.',
  );
}
