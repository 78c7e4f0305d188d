-- Times are milliseconds since 1970 in UTC, as int8. Uuids are made by the program (version 7, so they sort by time).
-- Names that are shown in public (battles.id) are random text.

create table visitors (
  id uuid primary key,
  -- The 63-bit number that stands for the visitor in the ledger and in the vote file, in decimal digits.
  voter_number text not null unique check (voter_number ~ '^[0-9]{1,19}$'),
  created_at int8 not null,
  consent text check (consent in ('private', 'share')),
  consent_version text,
  consented_at int8,
  preferences jsonb not null default '{}',
  check ((consent is null) = (consent_version is null) and (consent is null) = (consented_at is null))
);

-- A sealed API key: the key of the row, wrapped by the instance's secret key_id, and the text sealed by it.
create table secrets (
  id uuid primary key,
  key_id text not null,
  nonce bytea not null,
  wrapped_key bytea not null,
  ciphertext bytea not null,
  created_at int8 not null
);

create table models (
  id uuid primary key,
  name text not null unique,
  organisation text,
  license text,
  link text,
  state text not null check (state in ('active', 'paused', 'retired')),
  source text not null check (source in ('demo', 'config', 'admin')),
  aliases jsonb not null default '[]',
  weight float8 not null default 1 check (weight >= 0 and weight < 'infinity'),
  concurrency int not null check (concurrency > 0),
  daily_cap_usd float8 check (daily_cap_usd >= 0),
  input_usd_per_million float8 check (input_usd_per_million >= 0),
  output_usd_per_million float8 check (output_usd_per_million >= 0),
  revision uuid not null,
  created_at int8 not null,
  updated_at int8 not null
);

-- A revision never changes; settings that change who answers make a new one.
create table model_revisions (
  id uuid primary key,
  model_id uuid not null references models (id),
  number int not null check (number > 0),
  provider text not null check (provider in ('openai-compatible', 'demo')),
  base_url text,
  provider_model text not null,
  secret_id uuid references secrets (id),
  settings jsonb not null default '{}',
  created_at int8 not null,
  unique (model_id, number),
  -- Lets models name its current revision together with itself, so that it cannot name another model's.
  unique (id, model_id)
);

-- Deferred, because a model and its first revision name each other and are inserted in one transaction.
alter table models add constraint models_revision_fkey
  foreign key (revision, id) references model_revisions (id, model_id) deferrable initially deferred;

create table policies (
  version int primary key check (version > 0),
  policy jsonb not null,
  created_at int8 not null
);

create table battles (
  id text primary key,
  visitor_id uuid not null references visitors (id),
  kind text not null,
  phase text not null check (phase in ('answering', 'voting', 'stopped', 'failed', 'voted', 'revealed', 'void')),
  state jsonb not null,
  model_a uuid not null references model_revisions (id),
  model_b uuid not null references model_revisions (id),
  probability float8 not null check (probability > 0 and probability <= 1),
  policy_version int not null references policies (version),
  -- Settings under which each side answers, as they were at the draw.
  conditions jsonb not null,
  -- What the visitor allowed for the texts of this conversation, and under which text of the consent.
  consent text not null check (consent in ('private', 'share')),
  consent_version text not null,
  created_at int8 not null,
  updated_at int8 not null,
  -- When a voted battle shows its names by itself; null in every other phase.
  reveal_at int8,
  revealed_at int8,
  void_reason text,
  leaf_index int8 unique,
  check (model_a <> model_b),
  check ((phase = 'voted') = (reveal_at is not null)),
  check (phase <> 'revealed' or revealed_at is not null),
  check ((phase = 'void') = (void_reason is not null))
);

create index battles_of_visitor on battles (visitor_id, created_at desc, id);
create index battles_answering on battles (updated_at) where phase = 'answering';
create index battles_due on battles (reveal_at) where phase = 'voted';

create table prompts (
  battle_id text not null references battles (id) on delete cascade,
  turn int not null check (turn > 0),
  text text not null,
  salt bytea not null,
  created_at int8 not null,
  primary key (battle_id, turn)
);

create table answers (
  battle_id text not null,
  turn int not null,
  attempt int not null check (attempt > 0),
  side char(1) not null check (side in ('a', 'b')),
  -- As the model wrote it; shown is what the visitor saw, with names masked.
  raw text not null default '',
  shown text not null default '',
  reasoning text not null default '',
  state text not null check (state in ('pending', 'complete', 'failed', 'stopped')),
  finish text,
  error_code text,
  input_tokens int check (input_tokens >= 0),
  output_tokens int check (output_tokens >= 0),
  cost_usd float8 check (cost_usd >= 0),
  first_token_ms int check (first_token_ms >= 0),
  duration_ms int check (duration_ms >= 0),
  findings jsonb not null default '[]',
  started_at int8 not null,
  updated_at int8 not null,
  primary key (battle_id, turn, attempt, side),
  foreign key (battle_id, turn) references prompts (battle_id, turn) on delete cascade
);

create index answers_pending on answers (updated_at) where state = 'pending';

create table ledger_leaves (
  index int8 primary key check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  type text not null,
  -- The canonical JSON whose salted hash the leaf is; record and salt are null once they are erased.
  record text,
  salt bytea,
  created_at int8 not null
);

create table ledger_head (
  id int primary key check (id = 1),
  origin text not null,
  size int8 not null check (size >= 0),
  frontier bytea not null,
  updated_at int8 not null
);

-- Hashes of complete subtrees: node (level, index) covers the leaves index * 2^level up to (index + 1) * 2^level.
create table ledger_nodes (
  level int not null check (level >= 0),
  index int8 not null check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, index)
);

create table checkpoints (
  size int8 primary key check (size >= 0),
  note text not null,
  created_at int8 not null
);

create table votes (
  id uuid primary key,
  battle_id text not null references battles (id),
  turn int not null check (turn > 0),
  attempt int not null check (attempt > 0),
  visitor_id uuid not null references visitors (id),
  outcome text not null check (outcome in ('a', 'b', 'tie', 'both_bad')),
  weight float8 not null check (weight >= 0 and weight < 'infinity'),
  weight_reasons jsonb not null default '[]',
  -- Reasons that the voter ticked for each side.
  reasons jsonb not null default '{"a": [], "b": []}',
  comment text,
  -- Of the hash of the conversation in the leaf.
  texts_salt bytea not null,
  leaf_index int8 not null unique,
  created_at int8 not null,
  undone_at int8,
  undo_leaf_index int8 unique,
  check ((undone_at is null) = (undo_leaf_index is null))
);

-- One standing vote of a voter on an attempt, whatever the program believes.
create unique index votes_standing on votes (battle_id, turn, attempt, visitor_id) where undone_at is null;
create index votes_of_visitor on votes (visitor_id, created_at);

create table model_failures (
  id uuid primary key,
  revision uuid not null references model_revisions (id),
  battle_id text not null references battles (id) on delete cascade,
  turn int not null,
  attempt int not null,
  side char(1) not null check (side in ('a', 'b')),
  error_code text not null,
  at int8 not null
);

create index model_failures_of_revision on model_failures (revision, at);

create table spend (
  -- A day in UTC as YYYY-MM-DD.
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  -- 'instance', or the id of a model.
  scope text not null,
  reserved_usd float8 not null default 0,
  settled_usd float8 not null default 0,
  primary key (day, scope)
);

create table settings (
  key text primary key,
  value jsonb not null,
  updated_at int8 not null
);

-- Only hashes of the secrets of links and sessions are kept.
create table admin_links (
  hash bytea primary key,
  created_at int8 not null,
  expires_at int8 not null,
  used_at int8
);

create table admin_sessions (
  hash bytea primary key,
  created_at int8 not null,
  expires_at int8 not null
);
