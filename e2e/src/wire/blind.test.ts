import type { BattleView } from '@agon/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ending } from '../harness/script.ts';
import { type ScriptedArena, startScriptedArena } from '../harness/scripted-arena.ts';
import { createVisitor, type Visitor } from '../harness/visitor.ts';
import { startRecording } from './recording.ts';

let arena: ScriptedArena;
let revisions: readonly string[];
beforeAll(async () => {
  arena = await startScriptedArena({ hasPages: true });
  revisions = await revisionsOf(arena.url);
}, 180_000);
afterAll(() => arena.close());

const models = ['amber', 'jade'] as const;
const text = 'I am Jade Owl by Aviary Labs, also called amber, and Amber Fox made me. The sky is blue.';

/** Each way in which an answer of one of the two can end. */
const endings: readonly Ending[] = [
  { kind: 'complete' },
  { kind: 'empty' },
  { kind: 'refuse', status: 401 },
  { kind: 'refuse', status: 429, retryAfterSeconds: 1 },
  { kind: 'refuse', status: 500 },
  { kind: 'error', afterCharacters: 30 },
  { kind: 'drop', afterCharacters: 30 },
  { kind: 'stall', afterCharacters: 30 },
];

const endingNamed = (name: string): Ending => endings.find((ending) => nameOf(ending) === name) ?? { kind: 'complete' };
const nameOf = (ending: Ending) => ('status' in ending ? `${ending.kind} ${ending.status}` : ending.kind);

describe('before the reveal no byte tells who answers', { timeout: 60_000 }, () => {
  beforeAll(() => {
    const { provider } = arena;
    provider.script('amber', { text });
    // The prompt says how the answer is to end.
    provider.script('jade', ({ prompt }) => ({ text, chunkCharacters: 5, ending: endingNamed(prompt) }));
  });

  test.concurrent.each(endings.map((ending) => ({ ending, name: nameOf(ending) })))(
    'where one answer ends as $name',
    async ({ ending, name }) => {
      const { url } = arena;
      const recording = startRecording();
      const visitor = createVisitor(url, { fetch: recording.fetch });
      await visitor.consent();
      await visitor.fetch('/');
      const { id } = await visitor.call('startBattle', { body: { prompt: name } });
      const isSettled = ({ phase }: BattleView) => phase !== 'answering';
      if (ending.kind === 'stall') await stopInTheMiddle(visitor, id);
      let view = await visitor.follow(id, isSettled);
      if (view.phase === 'failed') {
        await visitor.call('retry', { params: { battle: id } });
        view = await visitor.follow(id, isSettled);
      }
      expect(view.phase).toBe({ complete: 'voting', stall: 'stopped' }[String(ending.kind)] ?? 'void');
      const votes = view.phase === 'voting' ? await voteTwice(visitor, view) : [];
      await visitor.fetch(`/battles/${id}`);
      await visitor.call('battle', { params: { battle: id } });
      await visitor.call('arena');
      for (const index of votes) {
        expect(await visitor.call('leaf', { params: { index } })).toMatchObject({ record: null, salt: null });
      }
      const recorded = recording.text();

      expect(found(recorded, needles())).toEqual([]);
      if (view.phase !== 'voting') return;
      expect(recorded).toContain('█████');
      await visitor.call('reveal', { params: { battle: id } });
      const secrets = await secretsOf(id, Math.max(...votes));
      // Of the battle: salt, both revisions and a hash; of each vote: salt and hash.
      expect(secrets).toHaveLength(8);
      expect(found(recorded, secrets)).toEqual([]);
    },
  );

  test('two models that fail in different ways look alike', async () => {
    const { url } = arena;
    const silent = endings.filter((ending) => ending.kind === 'refuse' || ending.kind === 'empty');
    const looks = await Promise.all(
      silent.map(async (ending) => {
        const visitor = createVisitor(url);
        await visitor.consent();
        const { id } = await visitor.call('startBattle', { body: { prompt: nameOf(ending) } });
        const view = await visitor.follow(id, ({ phase }) => phase !== 'answering');
        const { failedSides, turns, phase } = view;
        const failed = failedSides[0] ?? 'a';
        const other = failed === 'a' ? 'b' : 'a';
        return { phase, failed: turns[0]?.[failed], other: turns[0]?.[other] };
      }),
    );
    expect(new Set(looks.map((look) => JSON.stringify(look)))).toHaveLength(1);
    expect(looks[0]).toMatchObject({ phase: 'failed', failed: { text: '', state: 'failed' } });
  });
});

/** What would tell: names, what the providers say of themselves, their addresses, and words of usage and price. */
function needles(): string[] {
  const { provider } = arena;
  const planted = models.flatMap((model) => {
    const { mark, promptTokens, completionTokens, costUsd, errorMessage } = provider.planted(model);
    return [mark, model, String(promptTokens), String(completionTokens), String(costUsd), errorMessage];
  });
  const names = ['Amber Fox', 'Jade Owl', 'aviary', 'menagerie'];
  const words = [
    'usage',
    '_tokens',
    'costUsd',
    'system_fingerprint',
    'chatcmpl',
    'finish_reason',
    'retry-after',
    'req-',
    'x-served-by',
    'probability',
  ];
  const address = [new URL(provider.baseUrl).host, provider.baseUrl];
  return [...planted, ...names, ...words, ...address, ...revisions];
}

function found(recorded: string, wanted: readonly string[]): string[] {
  return wanted.filter((needle) => patternOf(needle).test(recorded));
}

/** Short ones must stand alone: random ids and numbers of events hold any four letters or five digits some day. */
function patternOf(needle: string): RegExp {
  const words = needle.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(needle.length < 8 ? String.raw`(?<![\w-])${words}(?![\w-])` : words, 'i');
}

/** Ids of the models and their revisions, which the ledger tells everybody: a battle must not. */
async function revisionsOf(url: string): Promise<readonly string[]> {
  const visitor = createVisitor(url);
  const ids: string[] = [];
  for (let index = 0; (await visitor.fetch(`/api/ledger/leaves/${index}`)).ok; index += 1) {
    const { type, record } = await visitor.call('leaf', { params: { index } });
    const { revision = '', model = '' }: Readonly<Record<string, string>> = JSON.parse(record ?? '{}');
    if (type === 'model') ids.push(revision, model);
  }
  expect(ids.length).toBeGreaterThanOrEqual(2 * models.length);
  return ids;
}

/** Stops both answers once their first words are there. */
async function stopInTheMiddle(visitor: Visitor, battle: string): Promise<void> {
  for await (const { event } of visitor.events(battle)) if (event.type === 'words') break;
  await visitor.call('stop', { params: { battle } });
}

/** Votes, takes it back, votes again, and says why; gives the places of both votes in the ledger. */
async function voteTwice(visitor: Visitor, { id, voteToken }: BattleView): Promise<readonly number[]> {
  const params = { battle: id };
  const first = await visitor.call('castVote', { params, body: { token: voteToken ?? '', outcome: 'a' } });
  const undone = await visitor.call('undoVote', { params });
  const second = await visitor.call('castVote', { params, body: { token: undone.voteToken ?? '', outcome: 'b' } });
  await visitor.call('setFeedback', { params, body: { turn: 1, reasons: { a: ['clear'], b: [] }, comment: 'Hm.' } });
  return [first, second].map(({ turns }) => turns[0]?.vote?.receipt.index ?? 0);
}

/** Salts, revisions and hashes of texts in the leaves of a revealed battle, up to its last vote. */
async function secretsOf(battle: string, lastVote: number): Promise<string[]> {
  const visitor = createVisitor(arena.url);
  const secrets: string[] = [];
  for (let index = 0; index <= lastVote; index += 1) {
    const { record, salt } = await visitor.call('leaf', { params: { index } });
    if (record === null || salt === null || !record.includes(battle)) continue;
    const { prompt, texts, modelA, modelB }: Readonly<Record<string, string>> = JSON.parse(record);
    secrets.push(salt, ...[prompt, texts, modelA, modelB].filter((value) => value !== undefined));
  }
  return secrets;
}
