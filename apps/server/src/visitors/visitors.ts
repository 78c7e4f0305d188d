import { randomBytes } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { json } from '../database/json.ts';
import type { Schema } from '../database/schema.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { uuidv7 } from '../uuid.ts';

/** Version of the consent text of the page; a conversation is stored with the one that was agreed to. */
export const CONSENT_VERSION = '2026-11';

/** A person as the arena knows one: a random number, without an account. */
export interface Visitor {
  readonly id: string;
  /** Stands for the visitor in the ledger and the vote file: 63 random bits as decimal text. */
  readonly voterNumber: string;
  readonly consent: 'private' | 'share' | null;
  /** Of the text that was agreed to. */
  readonly consentVersion: string | null;
  readonly preferences: Preferences;
}

/** What a visitor wants the page to do. */
export interface Preferences {
  readonly revealAtOnce: boolean;
}

export interface Visitors {
  /** The visitor that a cookie names; null where it is absent, forged, or its visitor is gone. */
  find(cookie: string | undefined): Promise<Visitor | null>;
  create(): Promise<Visitor>;
  /** The signed value of a visitor's cookie. */
  cookieOf(visitor: Visitor): string;
  setConsent(visitor: Visitor, choice: 'private' | 'share', version: string): Promise<Visitor>;
  setPreferences(visitor: Visitor, preferences: Preferences): Promise<Visitor>;
}

/** Visitors in the database. `now` gives UTC milliseconds. */
export function createVisitors({
  db,
  keyring,
  now,
}: {
  readonly db: Kysely<Schema>;
  readonly keyring: Keyring;
  readonly now: () => number;
}): Visitors {
  return {
    async find(cookie) {
      const [id, signature] = cookie?.split('.') ?? [];
      if (id === undefined || signature === undefined || !keyring.verify('visitor', id, signature)) return null;
      const row = await db.selectFrom('visitors').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : visitorOf(row);
    },
    async create() {
      const visitor = {
        id: uuidv7(now()),
        voterNumber: voterNumber(),
        consent: null,
        consentVersion: null,
        preferences: defaults,
      };
      await db
        .insertInto('visitors')
        .values({
          id: visitor.id,
          voter_number: visitor.voterNumber,
          created_at: now(),
          consent: null,
          consent_version: null,
          consented_at: null,
        })
        .execute();
      return visitor;
    },
    cookieOf: ({ id }) => `${id}.${keyring.sign('visitor', id)}`,
    async setConsent(visitor, consent, version) {
      await db
        .updateTable('visitors')
        .set({ consent, consent_version: version, consented_at: now() })
        .where('id', '=', visitor.id)
        .execute();
      return { ...visitor, consent, consentVersion: version };
    },
    async setPreferences(visitor, preferences) {
      await db
        .updateTable('visitors')
        .set({ preferences: json(preferences) })
        .where('id', '=', visitor.id)
        .execute();
      return { ...visitor, preferences };
    },
  };
}

const defaults: Preferences = { revealAtOnce: false };

function visitorOf(row: Selectable<Schema['visitors']>): Visitor {
  const stored = typeof row.preferences === 'object' && row.preferences !== null ? row.preferences : {};
  const revealAtOnce = 'revealAtOnce' in stored && stored.revealAtOnce === true;
  return {
    id: row.id,
    voterNumber: row.voter_number,
    consent: row.consent,
    consentVersion: row.consent_version,
    preferences: { revealAtOnce },
  };
}

function voterNumber(): string {
  return (randomBytes(8).readBigUInt64BE() >> 1n).toString();
}
