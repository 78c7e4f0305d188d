import type { ColumnType, Generated, RawBuilder } from 'kysely';

/** A `jsonb` column: read as a value, written with `json(value)`. */
type Json<T> = ColumnType<T, RawBuilder<T>, RawBuilder<T>>;
/** A `jsonb` column with a default. */
type JsonWithDefault<T> = ColumnType<T, RawBuilder<T> | undefined, RawBuilder<T>>;
/** Milliseconds since 1970 in UTC. */
type Time = number;
type Uuid = string;
type Side = 'a' | 'b';

interface Visitors {
  id: Uuid;
  /** Up to 19 decimal digits. */
  voter_number: string;
  created_at: Time;
  consent: 'private' | 'share' | null;
  consent_version: string | null;
  consented_at: Time | null;
  preferences: JsonWithDefault<unknown>;
}

interface Secrets {
  id: Uuid;
  key_id: string;
  nonce: Uint8Array;
  wrapped_key: Uint8Array;
  ciphertext: Uint8Array;
  created_at: Time;
}

interface Models {
  id: Uuid;
  name: string;
  organisation: string | null;
  license: string | null;
  link: string | null;
  state: 'active' | 'paused' | 'retired';
  source: 'demo' | 'config' | 'admin';
  aliases: JsonWithDefault<readonly string[]>;
  weight: Generated<number>;
  concurrency: number;
  daily_cap_usd: number | null;
  input_usd_per_million: number | null;
  output_usd_per_million: number | null;
  /** The current revision; checked at commit, so that a model and its first revision go in together. */
  revision: Uuid;
  created_at: Time;
  updated_at: Time;
}

interface ModelRevisions {
  id: Uuid;
  model_id: Uuid;
  number: number;
  provider: 'openai-compatible' | 'demo';
  base_url: string | null;
  provider_model: string;
  secret_id: Uuid | null;
  settings: JsonWithDefault<unknown>;
  created_at: Time;
}

interface Policies {
  version: number;
  policy: Json<unknown>;
  created_at: Time;
}

interface Battles {
  id: string;
  visitor_id: Uuid;
  kind: string;
  phase: 'answering' | 'voting' | 'stopped' | 'failed' | 'voted' | 'revealed' | 'void';
  state: Json<unknown>;
  model_a: Uuid;
  model_b: Uuid;
  probability: number;
  policy_version: number;
  conditions: Json<unknown>;
  consent: 'private' | 'share';
  consent_version: string;
  created_at: Time;
  updated_at: Time;
  /** Set exactly while the battle is voted. */
  reveal_at: Time | null;
  revealed_at: Time | null;
  /** Set exactly while the battle is void. */
  void_reason: string | null;
  leaf_index: number | null;
}

interface Prompts {
  battle_id: string;
  turn: number;
  text: string;
  salt: Uint8Array;
  created_at: Time;
}

interface Answers {
  battle_id: string;
  turn: number;
  attempt: number;
  side: Side;
  raw: Generated<string>;
  shown: Generated<string>;
  reasoning: Generated<string>;
  state: 'pending' | 'complete' | 'failed' | 'stopped';
  finish: string | null;
  error_code: string | null;
  input_tokens: number | null;
  output_tokens: number | null;
  cost_usd: number | null;
  first_token_ms: number | null;
  duration_ms: number | null;
  findings: JsonWithDefault<unknown>;
  started_at: Time;
  updated_at: Time;
}

interface Votes {
  id: Uuid;
  battle_id: string;
  turn: number;
  attempt: number;
  visitor_id: Uuid;
  outcome: 'a' | 'b' | 'tie' | 'both_bad';
  weight: number;
  weight_reasons: JsonWithDefault<readonly string[]>;
  reasons: JsonWithDefault<{ readonly a: readonly string[]; readonly b: readonly string[] }>;
  comment: string | null;
  texts_salt: Uint8Array;
  leaf_index: number;
  created_at: Time;
  /** Set together with `undo_leaf_index`. */
  undone_at: Time | null;
  undo_leaf_index: number | null;
}

interface LedgerLeaves {
  index: number;
  hash: Uint8Array;
  type: string;
  /** Canonical JSON; null once erased. */
  record: string | null;
  salt: Uint8Array | null;
  created_at: Time;
}

interface LedgerHead {
  id: 1;
  origin: string;
  size: number;
  frontier: Uint8Array;
  updated_at: Time;
}

interface LedgerNodes {
  level: number;
  index: number;
  hash: Uint8Array;
}

interface Checkpoints {
  size: number;
  note: string;
  created_at: Time;
}

interface ModelFailures {
  id: Uuid;
  revision: Uuid;
  battle_id: string;
  turn: number;
  attempt: number;
  side: Side;
  error_code: string;
  at: Time;
}

interface Spend {
  /** `YYYY-MM-DD` in UTC. */
  day: string;
  /** `instance`, or the id of a model. */
  scope: string;
  reserved_usd: Generated<number>;
  settled_usd: Generated<number>;
}

interface Settings {
  key: string;
  value: Json<unknown>;
  updated_at: Time;
}

interface AdminLinks {
  hash: Uint8Array;
  created_at: Time;
  expires_at: Time;
  used_at: Time | null;
}

interface AdminSessions {
  hash: Uint8Array;
  created_at: Time;
  expires_at: Time;
}

/** The tables of the newest migration, as Kysely reads them; a test holds the two against each other. */
export interface Schema {
  visitors: Visitors;
  secrets: Secrets;
  models: Models;
  model_revisions: ModelRevisions;
  policies: Policies;
  battles: Battles;
  prompts: Prompts;
  answers: Answers;
  votes: Votes;
  ledger_leaves: LedgerLeaves;
  ledger_head: LedgerHead;
  ledger_nodes: LedgerNodes;
  checkpoints: Checkpoints;
  model_failures: ModelFailures;
  spend: Spend;
  settings: Settings;
  admin_links: AdminLinks;
  admin_sessions: AdminSessions;
}
