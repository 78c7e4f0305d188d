import { type Selectable, sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Schema } from './schema.ts';
import { testDatabases } from './testing/test-databases.ts';

/** What a column holds, read off its type in `Schema`; with `?` where it may be null. */
type Kind<T> = unknown extends T
  ? 'json'
  : null extends T
    ? `${Kind<NonNullable<T>>}?`
    : T extends Uint8Array
      ? 'bytes'
      : T extends number
        ? 'number'
        : T extends string
          ? 'text'
          : 'json';
type Kinds<Table> = { readonly [Column in keyof Selectable<Table>]-?: Kind<Selectable<Table>[Column]> };

/** The compiler holds this against `Schema`, and the test below against the tables. */
const schema: { readonly [Name in keyof Schema]: Kinds<Schema[Name]> } = {
  visitors: {
    id: 'text',
    voter_number: 'text',
    created_at: 'number',
    consent: 'text?',
    consent_version: 'text?',
    consented_at: 'number?',
    preferences: 'json',
  },
  secrets: {
    id: 'text',
    key_id: 'text',
    nonce: 'bytes',
    wrapped_key: 'bytes',
    ciphertext: 'bytes',
    created_at: 'number',
  },
  models: {
    id: 'text',
    name: 'text',
    organisation: 'text?',
    license: 'text?',
    link: 'text?',
    state: 'text',
    source: 'text',
    aliases: 'json',
    weight: 'number',
    concurrency: 'number',
    daily_cap_usd: 'number?',
    input_usd_per_million: 'number?',
    output_usd_per_million: 'number?',
    revision: 'text',
    created_at: 'number',
    updated_at: 'number',
  },
  model_revisions: {
    id: 'text',
    model_id: 'text',
    number: 'number',
    provider: 'text',
    base_url: 'text?',
    provider_model: 'text',
    secret_id: 'text?',
    settings: 'json',
    created_at: 'number',
  },
  policies: {
    version: 'number',
    policy: 'json',
    created_at: 'number',
  },
  battles: {
    id: 'text',
    visitor_id: 'text',
    kind: 'text',
    phase: 'text',
    state: 'json',
    model_a: 'text',
    model_b: 'text',
    probability: 'number',
    policy_version: 'number',
    conditions: 'json',
    consent: 'text',
    consent_version: 'text',
    created_at: 'number',
    updated_at: 'number',
    reveal_at: 'number?',
    revealed_at: 'number?',
    void_reason: 'text?',
    leaf_index: 'number?',
  },
  prompts: {
    battle_id: 'text',
    turn: 'number',
    text: 'text',
    salt: 'bytes',
    created_at: 'number',
  },
  answers: {
    battle_id: 'text',
    turn: 'number',
    attempt: 'number',
    side: 'text',
    raw: 'text',
    shown: 'text',
    reasoning: 'text',
    state: 'text',
    finish: 'text?',
    error_code: 'text?',
    input_tokens: 'number?',
    output_tokens: 'number?',
    cost_usd: 'number?',
    first_token_ms: 'number?',
    duration_ms: 'number?',
    findings: 'json',
    started_at: 'number',
    updated_at: 'number',
  },
  votes: {
    id: 'text',
    battle_id: 'text',
    turn: 'number',
    attempt: 'number',
    visitor_id: 'text',
    outcome: 'text',
    weight: 'number',
    weight_reasons: 'json',
    reasons: 'json',
    comment: 'text?',
    texts_salt: 'bytes',
    leaf_index: 'number',
    created_at: 'number',
    undone_at: 'number?',
    undo_leaf_index: 'number?',
  },
  ledger_leaves: {
    index: 'number',
    hash: 'bytes',
    type: 'text',
    record: 'text?',
    salt: 'bytes?',
    created_at: 'number',
  },
  ledger_head: {
    id: 'number',
    origin: 'text',
    size: 'number',
    frontier: 'bytes',
    updated_at: 'number',
  },
  ledger_nodes: {
    level: 'number',
    index: 'number',
    hash: 'bytes',
  },
  checkpoints: {
    size: 'number',
    note: 'text',
    created_at: 'number',
  },
  model_failures: {
    id: 'text',
    revision: 'text',
    battle_id: 'text',
    turn: 'number',
    attempt: 'number',
    side: 'text',
    error_code: 'text',
    at: 'number',
  },
  spend: {
    day: 'text',
    scope: 'text',
    reserved_usd: 'number',
    settled_usd: 'number',
  },
  settings: {
    key: 'text',
    value: 'json',
    updated_at: 'number',
  },
  admin_links: {
    hash: 'bytes',
    created_at: 'number',
    expires_at: 'number',
    used_at: 'number?',
  },
  admin_sessions: {
    hash: 'bytes',
    created_at: 'number',
    expires_at: 'number',
  },
};

const kinds: Readonly<Record<string, string>> = {
  bigint: 'number',
  integer: 'number',
  'double precision': 'number',
  text: 'text',
  uuid: 'text',
  character: 'text',
  bytea: 'bytes',
  jsonb: 'json',
};

testDatabases('the schema', (database) => {
  test('has the tables and columns that the types say', async () => {
    const { rows } = await sql<{ name: string; column: string; type: string; nullable: string }>`
      select table_name as name, column_name as column, data_type as type, is_nullable as nullable
      from information_schema.columns
      where table_schema = current_schema() and table_name <> 'migrations'`.execute(database().db);
    const found: Record<string, Record<string, string>> = {};
    for (const { name, column, type, nullable } of rows) {
      found[name] = { ...found[name], [column]: `${kinds[type]}${nullable === 'YES' ? '?' : ''}` };
    }
    expect(found).toEqual(schema);
  });
});
