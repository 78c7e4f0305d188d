import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { allRecords, aSource, csv, isReconciled, jsonl, parquet, withRejects } from './testing.ts';

const everything = {
  voter: true,
  prompt: true,
  battle: true,
  time: true,
  turn: true,
  language: true,
  tags: true,
  weight: true,
  covariates: 'all',
  conversations: true,
} as const;

/** The first record of a file, read with all that it has, and the file's layout. */
async function firstRecord(content: string | Uint8Array) {
  const { records, report } = await allRecords([aSource(content)], { want: everything });
  expect(isReconciled(report)).toBe(true);
  return { record: records[0], layout: report.sources[0]?.layout };
}

const talk = (answer: string) => [
  { role: 'user', content: 'Which bird dives?' },
  { role: 'assistant', content: answer },
];
const time = Date.UTC(2025, 4, 29, 14, 48, 41);

describe('our own format', () => {
  const vote = {
    model_a: 'heron',
    model_b: 'osprey',
    outcome: 'both_bad',
    voter: 'v1',
    time: '2025-05-29T14:48:41Z',
    battle: 'b1',
    turn: 2,
    prompt: 'p1',
    language: 'en',
    weight: 0.5,
    length_a: 12,
    length_b: 13.5,
  };
  const record = {
    modelA: 'heron',
    modelB: 'osprey',
    outcome: 'both_bad',
    voter: 'v1',
    time,
    battle: 'b1',
    turn: 2,
    prompt: 'p1',
    language: 'en',
    tags: ['code', 'math'],
    weight: 0.5,
    covariates: { length: { a: 12, b: 13.5 } },
  };
  const conversations = { conversation_a: talk('An osprey.'), conversation_b: talk('A duck.') };
  const both = { conversationA: talk('An osprey.'), conversationB: talk('A duck.') };

  test('is read in full from JSONL, with times in milliseconds as well', async () => {
    const rows = jsonl({ ...vote, ...conversations, tags: ['math', 'code', 'math'] }, { ...vote, time });
    const { records, report } = await allRecords([aSource(rows)], { want: everything });
    expect(records[0]).toEqual({ ...record, ...both });
    expect(records[1]?.time).toBe(time);
    expect(report.sources[0]?.layout).toBe('agon');
  });

  test('is read in full from CSV, with tags as a|b and conversations as JSON', async () => {
    const cells = Object.entries(conversations).map(([name, messages]) => [name, JSON.stringify(messages)]);
    const content = csv([{ ...vote, tags: 'math|code', ...Object.fromEntries(cells) }]);
    expect(await firstRecord(content)).toEqual({ record: { ...record, ...both }, layout: 'agon' });
  });

  test('is read in full from Parquet', async () => {
    const cells = { ...vote, tags: JSON.stringify(['math', 'code']), voter: null };
    const { voter: _, ...others } = record;
    expect(await firstRecord(parquet([cells]))).toEqual({ record: others, layout: 'agon' });
  });
});

describe('a FastChat log', () => {
  const state = (name: string, answer: string) => ({
    model_name: name,
    conv_id: `conv-${name}`,
    roles: ['USER', 'ASSISTANT'],
    offset: 1,
    messages: [
      ['SYSTEM', 'hidden'],
      ['USER', 'Which bird dives?'],
      ['ASSISTANT', answer],
    ],
  });
  const states = [state('heron', 'An osprey.'), state('osprey', 'A duck.')];
  const event = { tstamp: time / 1000, type: 'bothbad_vote', models: ['', ''], states, ip: '198.51.100.7' };

  test('gives its votes, with the names that were hidden and a pseudonym for the address', async () => {
    const pseudonym = createHash('sha256').update('198.51.100.7').digest('hex').slice(0, 16);
    const { record, layout } = await firstRecord(jsonl(event));
    expect(layout).toBe('fastchat-log');
    expect(record).toEqual({
      modelA: 'heron',
      modelB: 'osprey',
      outcome: 'both_bad',
      voter: `ip-${pseudonym}`,
      time,
      battle: 'conv-heron',
      turn: 1,
      prompt: 'Which bird dives?',
      conversationA: talk('An osprey.'),
      conversationB: talk('A duck.'),
    });
    expect(JSON.stringify(record)).not.toContain('198.51');
  });

  test('counts its other events, and a vote of visible models has their names', async () => {
    const lines = jsonl(
      { tstamp: 1, type: 'chat', model: 'heron', state: {}, ip: '198.51.100.7' },
      { ...event, type: 'leftvote', models: ['wren', 'robin'] },
      { ...event, type: 'share' },
      { tstamp: 2, type: 'upvote', models: ['wren'], states: [] },
      { ...event, type: 'tievote' },
    );
    const { columns, report, rejects } = await withRejects(aSource(lines));
    expect(columns.models).toEqual(['wren', 'robin', 'heron', 'osprey']);
    expect([...columns.outcome]).toEqual([0, 2]);
    expect(report).toMatchObject({ read: 5, used: 2, rejected: { 'not-a-vote': 3 } });
    expect(rejects[0]?.detail).toBe('an event of type "chat"');
  });
});

describe('battles as the arenas publish them', () => {
  const battle = {
    question_id: 'q1',
    model_a: 'heron',
    model_b: 'osprey',
    winner: 'tie (bothbad)',
    judge: 'arena_user_17',
    conversation_a: talk('An osprey.'),
    conversation_b: talk('A duck.'),
    turn: 1,
    anony: true,
    language: 'English',
    tstamp: time / 1000,
  };
  const record = {
    modelA: 'heron',
    modelB: 'osprey',
    outcome: 'both_bad',
    voter: 'arena_user_17',
    time,
    battle: 'q1',
    turn: 1,
    prompt: 'Which bird dives?',
    language: 'English',
    conversationA: talk('An osprey.'),
    conversationB: talk('A duck.'),
  };
  const metadata = {
    sum_assistant_a_tokens: 40,
    sum_assistant_b_tokens: 50,
    header_count_a: { h1: 1, h2: 2 },
    header_count_b: { h1: 0, h2: 0 },
    list_count_a: { ordered: 3, unordered: 4 },
    list_count_b: { ordered: 0, unordered: 1 },
    bold_count_a: { '**': 5, __: 1 },
    bold_count_b: { '**': 0, __: 0 },
  };
  const covariates = {
    length: { a: 40, b: 50 },
    headers: { a: 3, b: 0 },
    lists: { a: 7, b: 1 },
    bold: { a: 6, b: 0 },
  };

  test('the set of 33 thousand is read', async () => {
    expect(await firstRecord(jsonl(battle))).toEqual({ record, layout: 'arena-33k' });
  });

  test('the set of 100 thousand is read, with style counts and categories', async () => {
    const category = { 'criteria_v0.1': { creativity: false, specificity: true }, 'math_v0.1': { math: true } };
    const row = { ...battle, conv_metadata: metadata, category_tag: category, is_code: true };
    const tags = ['code', 'math', 'specificity'];
    const expected = { record: { ...record, tags, covariates }, layout: 'arena-100k' };
    expect(await firstRecord(jsonl(row))).toEqual(expected);
    const cells = ['conversation_a', 'conversation_b', 'conv_metadata', 'category_tag'] as const;
    const texts = Object.fromEntries(cells.map((cell) => [cell, JSON.stringify(row[cell])]));
    expect(await firstRecord(csv([{ ...row, ...texts }]))).toEqual(expected);
  });

  test('the set of 140 thousand is read, with the session as the voter', async () => {
    const parts = (answer: string) =>
      talk(answer).map(({ role, content }) => ({ role, content: [{ type: 'text', text: content }] }));
    const row = {
      id: 'i1',
      model_a: 'heron',
      model_b: 'osprey',
      winner: 'both_bad',
      evaluation_session_id: 's1',
      evaluation_order: 3,
      conversation_a: parts('An osprey.'),
      conversation_b: parts('A duck.'),
      full_conversation: [],
      conv_metadata: metadata,
      category_tag: {},
      language: 'en',
      is_code: false,
      timestamp: '2025-05-29T14:48:41.000000',
    };
    const { turn: _, ...others } = record;
    expect(await firstRecord(jsonl(row))).toEqual({
      record: { ...others, voter: 's1', battle: 'i1', language: 'en', covariates },
      layout: 'arena-140k',
    });
  });

  test('cleaned battles are read: a blanked judge is no voter, a vote on visible names is tagged', async () => {
    const rows = [
      {
        model_a: 'heron',
        model_b: 'osprey',
        winner: 'model_b',
        judge: 'arena_user_',
        anony: false,
        tstamp: time / 1000,
      },
    ];
    expect(await firstRecord(JSON.stringify(rows))).toEqual({
      record: { modelA: 'heron', modelB: 'osprey', outcome: 'b', time, tags: ['named'] },
      layout: 'fastchat-battles',
    });
  });

  test('prompts that are texts are read only where they are asked for', async () => {
    const { records } = await allRecords([aSource(jsonl(battle))]);
    expect(records[0]).not.toHaveProperty('prompt');
    expect(records[0]).toHaveProperty('battle');
  });
});

describe('the set of 55 thousand', () => {
  const row = (a: unknown, b: unknown, tie: unknown) => ({
    id: 7,
    model_a: 'heron',
    model_b: 'osprey',
    prompt: '["Which bird dives?","And sings?"]',
    response_a: '["An osprey.",null]',
    response_b: '["A duck.","A wren."]',
    winner_model_a: a,
    winner_model_b: b,
    winner_tie: tie,
  });

  test('is read, with its lists of turns as conversations', async () => {
    const { record, layout } = await firstRecord(csv([row(0, 1, 0)]));
    expect(layout).toBe('arena-55k');
    expect(record).toMatchObject({ outcome: 'b', battle: '7', prompt: 'Which bird dives?' });
    expect(record?.conversationB).toEqual([
      ...talk('A duck.'),
      { role: 'user', content: 'And sings?' },
      { role: 'assistant', content: 'A wren.' },
    ]);
  });

  test('needs exactly one flag', async () => {
    const rows = [row(1, 0, 0), row(0, 0, 1), row(0, 0, 0), row(1, 1, 0), row('', '', '')];
    const { columns, report, rejects } = await withRejects(aSource(csv(rows)));
    expect([...columns.outcome]).toEqual([0, 2]);
    expect(report.rejected).toEqual({ 'unknown-outcome': 2, 'missing-outcome': 1 });
    expect(rejects[0]?.detail).toBe('"0 flags of 3 set"');
  });
});

test("compar:IA's votes are read, with what was said of each side", async () => {
  const vote = {
    id: 1,
    timestamp: '2025-05-29 14:48:41',
    model_a_name: 'heron',
    model_b_name: 'osprey',
    model_pair_name: '["heron","osprey"]',
    chosen_model_name: 'osprey',
    both_equal: false,
    conversation_pair_id: 'pair-1',
    session_hash: 'session-1',
    visitor_id: '',
    conv_useful_a: true,
    conv_useful_b: false,
  };
  const equal = { ...vote, chosen_model_name: '', both_equal: true, visitor_id: 'visitor-1' };
  const none = { ...vote, chosen_model_name: null, both_equal: null };
  const rows = [vote, equal, none, { ...vote, chosen_model_name: 'robin' }];
  const expected = {
    modelA: 'heron',
    modelB: 'osprey',
    outcome: 'b',
    voter: 'session-1',
    time,
    battle: 'pair-1',
    covariates: { useful: { a: 1, b: 0 } },
  };
  for (const content of [jsonl(...rows), csv(rows), parquet(rows)]) {
    const { records, report } = await allRecords([aSource(content)]);
    expect(records).toEqual([expected, { ...expected, outcome: 'tie', voter: 'visitor-1' }]);
    expect(report.rejected).toEqual({ 'missing-outcome': 1, 'unknown-outcome': 1 });
    expect(report.sources[0]?.layout).toBe('comparia-votes');
  }
});

test('judgments of MT-bench are read, and a verdict that changed with the order is a tie', async () => {
  const row = {
    judge: 'j',
    model_a: 'heron',
    model_b: 'osprey',
    question_id: 81,
    turn: 2,
    winner: 'tie (inconsistent)',
  };
  expect(await firstRecord(jsonl(row))).toEqual({
    record: { modelA: 'heron', modelB: 'osprey', outcome: 'tie', voter: 'j', prompt: '81', turn: 2 },
    layout: 'mt-bench',
  });
});

test('LLMFAO names the models by the side on which they were shown', async () => {
  const row = {
    id: 0,
    prompt: 8,
    model_x: 97,
    model_y: 98,
    worker: 58,
    winner: 'right',
    left: 'heron',
    right: 'osprey',
  };
  expect(await firstRecord(csv([row]))).toEqual({
    record: { modelA: 'heron', modelB: 'osprey', outcome: 'b', voter: '58', prompt: '8' },
    layout: 'llmfao',
  });
});

describe('any table', () => {
  const rows = csv([
    { first: 'heron', second: 'osprey', verdict: '1', user: 'u', seconds_x: 3, seconds_y: 4.5, day: '2025-05-29' },
  ]);

  test('is read through the columns and outcomes that the caller names', async () => {
    const { records, report } = await allRecords([aSource(rows)], {
      columns: {
        model_a: 'first',
        model_b: 'second',
        outcome: 'verdict',
        voter: 'user',
        time: 'day',
        latency_a: 'seconds_x',
        latency_b: 'seconds_y',
      },
      outcomes: { 1: 'a' },
    });
    expect(report.sources[0]?.layout).toBe('table');
    expect(records).toEqual([
      {
        modelA: 'heron',
        modelB: 'osprey',
        outcome: 'a',
        voter: 'u',
        time: Date.UTC(2025, 4, 29),
        covariates: { latency: { a: 3, b: 4.5 } },
      },
    ]);
  });

  test('a named covariate must be a number', async () => {
    const content = csv([
      { model_a: 'heron', model_b: 'osprey', outcome: 'a', x: 1, y: 2 },
      { model_a: 'heron', model_b: 'osprey', outcome: 'a', x: 1, y: 'many' },
    ]);
    const { report } = await withRejects(aSource(content), { columns: { cost_a: 'x', cost_b: 'y' } });
    expect(report.rejected).toEqual({ 'bad-value': 1 });
  });

  test('a column that the caller names stands before the one of the layout', async () => {
    const content = csv([{ model_a: 'heron', model_b: 'osprey', outcome: 'a', second_look: 'b' }]);
    const { columns } = await withRejects(aSource(content), { columns: { outcome: 'second_look' } });
    expect([...columns.outcome]).toEqual([1]);
  });

  test('pairs of columns that hold no numbers are no covariates', async () => {
    const content = csv([
      { model_a: 'heron', model_b: 'osprey', outcome: 'a', note_a: 'x', note_b: 3, n_a: '', n_b: 4 },
    ]);
    const { columns } = await withRejects(aSource(content));
    expect(columns.covariates).toEqual({});
  });
});

test('the 100k set names its voters by a hash', async () => {
  const row = { model_a: 'x', model_b: 'y', winner: 'model_a', judge_hash: 'f00', tstamp: 1.7e9, conv_metadata: {} };
  const { records } = await allRecords([aSource(jsonl([row, { ...row, judge_hash: 'ba2' }]))]);
  expect(records.map(({ voter }) => voter)).toEqual(['f00', 'ba2']);
});
