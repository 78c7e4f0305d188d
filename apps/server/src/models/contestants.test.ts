import { inspect } from 'node:util';
import { demoCharacters } from '@agon/llm';
import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { testDatabases } from '../database/testing/test-databases.ts';
import { Refused } from '../http/refused.ts';
import { createKeyring } from '../secrets/keyring.ts';
import { uuidv7 } from '../uuid.ts';
import { createLineup } from './contestants.ts';
import type { Lineup } from './lineup.ts';
import {
  anInput,
  answerOf,
  morning,
  openStores,
  plantedKey,
  type Reply,
  type Stores,
  says,
  stillRuntime,
  withModelServer,
} from './testing.ts';

const priced = { inputUsdPerMillion: 1, outputUsdPerMillion: 1_000 };

function lineupOf(stores: Stores): Lineup {
  return createLineup({ ...stores, runtime: stillRuntime, fetch });
}

const serving = async (lineup: Lineup, characters = 100) =>
  (await lineup.candidates(characters))
    .filter(({ canServe }) => canServe)
    .map(({ name }) => name)
    .toSorted();

testDatabases('who is drawn', (database) => {
  test('the demo characters, until a real model is there and not at rest', async () => {
    const stores = await openStores(database().db);
    const lineup = lineupOf(stores);
    const characters = demoCharacters.map(({ name }) => name).toSorted();
    expect(await serving(lineup)).toStrictEqual(characters);
    expect(await lineup.isDemo()).toBe(true);
    const { id } = await stores.models.add(anInput());
    expect(await serving(lineup)).toStrictEqual(['Plover 2']);
    expect(await lineup.isDemo()).toBe(false);
    await stores.models.setState(id, 'paused');
    expect(await serving(lineup)).toStrictEqual(characters);
    expect(await lineup.everyone()).toHaveLength(characters.length + 1);
  });

  test('by their current revision, name and weight, if active', async () => {
    const stores = await openStores(database().db);
    const lineup = lineupOf(stores);
    const plover = await stores.models.add(anInput({ weight: 3 }));
    const wren = await stores.models.add(anInput({ name: 'Wren' }));
    await stores.models.setState(wren.id, 'retired');
    const edited = await stores.models.edit(plover.id, anInput({ weight: 3, providerModel: 'plover-3' }));
    expect(await lineup.candidates(0)).toStrictEqual([
      { revision: edited.revision.id, name: 'Plover 2', weight: 3, isReady: true, canServe: true },
    ]);
  });

  test('not for a conversation that their context cannot hold with an answer', async () => {
    const stores = await openStores(database().db);
    const settings = { ...anInput().settings, maxOutputTokens: 1_000, contextTokens: 2_000 };
    await stores.models.add(anInput({ settings }));
    const lineup = lineupOf(stores);
    expect(await serving(lineup, 3_000)).toStrictEqual(['Plover 2']);
    expect(await serving(lineup, 3_001)).toStrictEqual([]);
  });

  test('not with a cap that the answer could pass, and the battle then waits for midnight', async () => {
    const stores = await openStores(database().db);
    const settings = { ...anInput().settings, maxOutputTokens: 1_000 };
    for (const name of ['Plover', 'Wren', 'Knot']) {
      await stores.models.add(anInput({ name, ...priced, settings, dailyCapUsd: 2 }));
    }
    const lineup = lineupOf(stores);
    expect(await serving(lineup)).toStrictEqual(['Knot', 'Plover', 'Wren']);
    const spendOn = async (name: string) => {
      const model = stores.models.all().find((each) => each.name === name);
      if (model !== undefined) await stores.spend.budgetOf(model).reserve(1.5);
    };
    await spendOn('Wren');
    expect(await serving(lineup)).toStrictEqual(['Knot', 'Plover']);
    await spendOn('Knot');
    await expect(lineup.drawable(100)).rejects.toMatchObject({
      code: 'budget-spent',
      details: { retryAfterSeconds: 14 * 3_600 },
    });
    // Only a draw is refused: pages and greetings still count who is there.
    expect(await serving(lineup)).toStrictEqual(['Plover']);
    expect((await lineup.candidates(100)).filter(({ isReady }) => isReady)).toHaveLength(3);
  });

  test('to be drawn as they are, where money is no hindrance', async () => {
    const stores = await openStores(database().db);
    await stores.models.add(anInput());
    const lineup = lineupOf(stores);
    expect(await lineup.drawable(100)).toStrictEqual(await lineup.candidates(100));
    // One model alone makes no battle, with or without money.
    await stores.settings.set({ ...stores.settings.current().settings, dailyCapUsd: 0 });
    expect(await lineup.drawable(100)).toHaveLength(1);
  });

  test('not when the cap of the arena is spent; models without a price cost nothing', async () => {
    const stores = await openStores(database().db);
    const { settings } = stores.settings.current();
    await stores.settings.set({ ...settings, dailyCapUsd: 1 });
    await stores.models.add(anInput({ name: 'Dear', ...priced }));
    await stores.models.add(anInput({ name: 'Free' }));
    await stores.models.add(anInput({ name: 'Free too' }));
    expect(await serving(lineupOf(stores))).toStrictEqual(['Free', 'Free too']);
  });

  test('not with a key that cannot be read any more', async () => {
    const { db } = database();
    await (await openStores(db)).models.add(anInput({ apiKey: plantedKey }));
    const stores = await openStores(db, { keyring: createKeyring('a second secret, also longer than 32 characters') });
    expect(await serving(lineupOf(stores))).toStrictEqual([]);
  });
});

testDatabases('contestants', (database) => {
  test("answer under the arena's conditions, but for what the model sets itself", async () => {
    const stores = await openStores(database().db);
    const { settings } = stores.settings.current();
    await stores.settings.set({ ...settings, temperature: 0.5, maxOutputTokens: 700, systemPrompt: 'Be kind.' });
    const own = { temperature: 0, maxOutputTokens: null, reasoningEffort: 'low', systemPrompt: null } as const;
    const { revision } = await stores.models.add(anInput({ settings: { ...own, contextTokens: null } }));
    const { conditions } = await lineupOf(stores).contestant(revision.id);
    expect(conditions).toStrictEqual({
      temperature: 0,
      maxOutputTokens: 700,
      reasoningEffort: 'low',
      systemPrompt: 'Be kind.',
    });
  });

  test('are found by any revision', async () => {
    const stores = await openStores(database().db);
    const { id, revision } = await stores.models.add(anInput());
    await stores.models.edit(id, anInput({ name: 'Plover', providerModel: 'plover-3' }));
    const lineup = lineupOf(stores);
    expect(await lineup.contestant(revision.id)).toMatchObject({
      revision: revision.id,
      modelId: id,
      name: 'Plover',
      demo: false,
    });
  });

  test('that are unknown are an error of the server that names nobody', async () => {
    const stores = await openStores(database().db);
    const unknown = uuidv7(morning);
    const error = await lineupOf(stores)
      .contestant(unknown)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(Refused);
    expect(inspect(error)).not.toContain(unknown);
  });

  test('that another server added are found, and the others stay as they were', async () => {
    const { db } = database();
    const here = await openStores(db);
    const plover = await here.models.add(anInput());
    const there = await openStores(db);
    const wren = await there.models.add(anInput({ name: 'Wren', apiKey: plantedKey }));
    const edited = await there.models.edit(plover.id, anInput({ providerModel: 'plover-3' }));
    const before = here.models.all();
    const lineup = lineupOf(here);
    expect(await lineup.contestant(wren.revision.id)).toMatchObject({ name: 'Wren' });
    expect(here.models.keyOf(wren, wren.revision)).toBe(plantedKey);
    expect(await lineup.contestant(edited.revision.id)).toMatchObject({ modelId: plover.id });
    const unchanged = here.models.all().filter((model) => before.includes(model));
    expect(unchanged).toHaveLength(demoCharacters.length);
  });

  test('are asked with their key and their own name, each revision by its own', async () => {
    const stores = await openStores(database().db);
    await withModelServer(says('Hello there'), async (baseUrl, asked) => {
      const before = await stores.models.add(anInput({ baseUrl, apiKey: plantedKey }));
      const after = await stores.models.edit(before.id, anInput({ baseUrl, providerModel: 'plover-3' }));
      const lineup = lineupOf(stores);
      for (const { id } of [before.revision, after.revision]) {
        const { chat } = await lineup.contestant(id);
        expect(await answerOf(chat)).toMatchObject([{ text: 'Hello there' }, { type: 'usage' }, { type: 'finish' }]);
      }
      expect(asked.map(({ authorization, body }) => [authorization, body.model])).toStrictEqual([
        [`Bearer ${plantedKey}`, 'plover-2'],
        [`Bearer ${plantedKey}`, 'plover-3'],
      ]);
    });
  });

  test('share the cap of answers at a time between the revisions of a model', async () => {
    const stores = await openStores(database().db);
    let running = 0;
    let most = 0;
    const slowly: Reply = (response, asked) => {
      running += 1;
      most = Math.max(most, running);
      setImmediate(() => {
        running -= 1;
        says('Hello')(response, asked);
      });
    };
    await withModelServer(slowly, async (baseUrl, asked) => {
      const before = await stores.models.add(anInput({ baseUrl, concurrency: 2 }));
      await stores.models.edit(before.id, anInput({ baseUrl, providerModel: 'plover-3', concurrency: 2 }));
      const lineup = lineupOf(stores);
      const revisions = stores.models.find(before.id).revisions.map(({ id }) => id);
      const chats = await Promise.all(Array.from({ length: 12 }, (_, k) => lineup.contestant(revisions[k % 2] ?? '')));
      await Promise.all(chats.map(({ chat }) => answerOf(chat)));
      expect(asked).toHaveLength(12);
      expect(most).toBe(2);
    });
  });

  test('stop when the lineup is closed', async () => {
    const stores = await openStores(database().db);
    const reached = Promise.withResolvers<void>();
    await withModelServer(
      () => reached.resolve(),
      async (baseUrl) => {
        const { revision } = await stores.models.add(anInput({ baseUrl }));
        const lineup = lineupOf(stores);
        const answer = answerOf((await lineup.contestant(revision.id)).chat);
        await reached.promise;
        lineup.close();
        expect((await answer).at(-1)).toMatchObject({ type: 'error', error: { code: 'cancelled' } });
      },
    );
  });

  test('spend from the budget of their model, and are not asked when it is spent', async () => {
    const stores = await openStores(database().db);
    await withModelServer(says('Hello'), async (baseUrl, asked) => {
      const model = await stores.models.add(anInput({ baseUrl, ...priced, dailyCapUsd: 0.15 }));
      const { chat } = await lineupOf(stores).contestant(model.revision.id);
      expect((await answerOf(chat)).at(-1)).toMatchObject({ type: 'finish' });
      const spent = 10 / 1e6 + (5 * 1_000) / 1e6;
      expect((await stores.spend.today()).get(model.id)).toBeCloseTo(spent, 12);
      await stores.spend.budgetOf(model).reserve(0.1);
      expect((await answerOf(chat)).at(-1)).toMatchObject({ type: 'error', error: { code: 'over-budget' } });
      expect(asked).toHaveLength(1);
    });
  });

  test('follow an edit at once', async () => {
    const stores = await openStores(database().db);
    await withModelServer(says('Hello'), async (baseUrl, asked) => {
      const { id, revision } = await stores.models.add(anInput({ baseUrl, apiKey: plantedKey }));
      const lineup = lineupOf(stores);
      await answerOf((await lineup.contestant(revision.id)).chat);
      await stores.models.edit(id, anInput({ baseUrl, apiKey: 'another-key' }));
      await answerOf((await lineup.contestant(revision.id)).chat);
      expect(asked.map(({ authorization }) => authorization)).toStrictEqual([
        `Bearer ${plantedKey}`,
        'Bearer another-key',
      ]);
    });
  });

  test('that are characters answer by themselves', async () => {
    const stores = await openStores(database().db);
    const [laconic] = stores.models.all().filter(({ revision }) => revision.providerModel === 'demo-laconic');
    const lineup = createLineup({ ...stores, runtime: { ...stillRuntime, sleep: () => Promise.resolve() }, fetch });
    const { demo, chat } = await lineup.contestant(laconic?.revision.id ?? '');
    expect(demo).toBe(true);
    const request = { messages: [{ role: 'user', content: '2 + 2' }] } as const;
    for await (const event of chat.stream(request, { signal: new AbortController().signal })) {
      expect(event).toMatchObject({ type: 'text' });
      break;
    }
  });
});
