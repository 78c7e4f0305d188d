import { demoCharacters } from '@agon/llm';
import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { testDatabases } from '../database/testing/test-databases.ts';
import { createKeyring } from '../secrets/keyring.ts';
import { respondentHash } from './model.ts';
import type { ModelsStore } from './models-store.ts';
import { aConfiguredModel, anInput, leavesOf, openStores, plantedKey } from './testing.ts';

const elsewhere = 'https://api.example.com/v1';

function named(models: ModelsStore, name: string) {
  const model = models.all().find((each) => each.name === name);
  if (model === undefined) throw new Error(`There is no ${name}.`);
  return model;
}

testDatabases('models', (database) => {
  test('a new arena has the demo characters, each a leaf of the ledger, and a restart adds none', async () => {
    const { db } = database();
    const { models } = await openStores(db);
    expect(models.all().map(({ name, source }) => ({ name, source }))).toStrictEqual(
      demoCharacters
        .map(({ name }) => name)
        .toSorted()
        .map((name) => ({ name, source: 'demo' })),
    );
    const again = await openStores(db);
    expect(again.models.all()).toStrictEqual(models.all());
    expect(await leavesOf(db, 'model')).toHaveLength(demoCharacters.length);
  });

  test('an added model is stored with its first revision and a leaf without address or key', async () => {
    const { db } = database();
    const { models } = await openStores(db);
    const model = await models.add(anInput({ apiKey: plantedKey, aliases: ['Plovi'], link: 'https://plover.example' }));
    expect(model).toMatchObject({ name: 'Plover 2', source: 'admin', state: 'active', aliases: ['Plovi'] });
    expect((await openStores(db)).models.find(model.id)).toStrictEqual(model);
    const leaf = (await leavesOf(db, 'model')).at(-1);
    expect(leaf).toMatchObject({
      model: model.id,
      revision: model.revision.id,
      number: 1,
      name: 'Plover 2',
      organisation: 'Shore Labs',
      settings: respondentHash(model.revision),
    });
    expect(JSON.stringify(leaf)).not.toContain('127.0.0.1');
  });

  test('what changes who answers makes a revision, anything else does not', async () => {
    const { db } = database();
    const { models } = await openStores(db);
    const { id } = await models.add(anInput());
    const facts = { name: 'Plover', organisation: null, license: null, aliases: ['P'], weight: 3, concurrency: 9 };
    const renamed = await models.edit(
      id,
      anInput({ ...facts, inputUsdPerMillion: 1, outputUsdPerMillion: 2, dailyCapUsd: 5 }),
    );
    expect(renamed).toMatchObject({ ...facts, revision: { number: 1 }, dailyCapUsd: 5 });
    const { settings } = anInput();
    const changes = [
      anInput({ providerModel: 'plover-3' }),
      anInput({ providerModel: 'plover-3', baseUrl: 'http://127.0.0.1:8001/v1' }),
      anInput({ settings: { ...settings, temperature: 0 } }),
      anInput({ settings: { ...settings, systemPrompt: 'Be brief.' } }),
    ];
    for (const change of changes) await models.edit(id, change);
    const { revision, revisions } = models.find(id);
    expect(revision.number).toBe(5);
    expect(revisions.map(({ number, providerModel }) => [number, providerModel])).toStrictEqual([
      [1, 'plover-2'],
      [2, 'plover-3'],
      [3, 'plover-3'],
      [4, 'plover-2'],
      [5, 'plover-2'],
    ]);
    const numbers = (await leavesOf(db, 'model')).filter(({ model }) => model === id).map(({ number }) => number);
    expect(numbers).toStrictEqual([1, 2, 3, 4, 5]);
  });

  test('an edit leaves the objects of other models as they are', async () => {
    const { models } = await openStores(database().db);
    const { id } = await models.add(anInput());
    const others = models.all().filter((model) => model.id !== id);
    await models.edit(id, anInput({ weight: 2 }));
    for (const other of others) expect(models.find(other.id)).toBe(other);
  });

  test('two models cannot have one name, even if added at the same time', async () => {
    const { models } = await openStores(database().db);
    const results = await Promise.allSettled([models.add(anInput()), models.add(anInput()), models.add(anInput())]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'model-exists', details: { field: 'name' } });
    }
    const other = await models.add(anInput({ name: 'Wren' }));
    await expect(models.edit(other.id, anInput())).rejects.toMatchObject({ code: 'model-exists' });
    expect(models.find(other.id).name).toBe('Wren');
  });

  test('a model pauses, retires and comes back', async () => {
    const { db } = database();
    const { models } = await openStores(db);
    const { id } = await models.add(anInput());
    for (const state of ['paused', 'retired', 'active'] as const)
      expect(await models.setState(id, state)).toMatchObject({ state });
    const [demo] = models.all();
    expect(await models.setState(demo?.id ?? '', 'paused')).toMatchObject({ source: 'demo', state: 'paused' });
    expect((await openStores(db)).models.find(demo?.id ?? '').state).toBe('paused');
  });

  test('what is not there is not found, and a demo character is not edited', async () => {
    const { models } = await openStores(database().db);
    const nobody = '0199f0a0-5c1e-7a44-9a52-1f0c6e5b7d01';
    const [demo] = models.all();
    expect(() => models.find(nobody)).toThrow(expect.objectContaining({ code: 'model-not-found' }));
    await expect(models.edit(nobody, anInput())).rejects.toMatchObject({ code: 'model-not-found' });
    await expect(models.setState(nobody, 'paused')).rejects.toMatchObject({ code: 'model-not-found' });
    await expect(models.edit(demo?.id ?? '', anInput())).rejects.toMatchObject({ code: 'invalid-request' });
  });

  test('what cannot be kept or sent is refused by its field', async () => {
    const { models } = await openStores(database().db);
    const wrong = {
      inputUsdPerMillion: { outputUsdPerMillion: 2 },
      organisation: { organisation: 'o'.repeat(501) },
      'settings.systemPrompt': { settings: { ...anInput().settings, systemPrompt: 'nul \0' } },
      apiKey: { apiKey: 'two\nlines' },
      baseUrl: { baseUrl: 'http://me:secret@127.0.0.1:8000/v1' },
    };
    for (const [field, fields] of Object.entries(wrong)) {
      await expect(models.add(anInput(fields)), field).rejects.toMatchObject({
        code: 'invalid-request',
        details: { field },
      });
    }
    await expect(models.add(anInput({ dailyCapUsd: 1 }))).rejects.toMatchObject({ code: 'invalid-request' });
    expect(models.all()).toHaveLength(demoCharacters.length);
  });
});

testDatabases('keys of models', (database) => {
  test('a key is stored sealed, kept, replaced and removed', async () => {
    const { db } = database();
    const { models } = await openStores(db);
    const model = await models.add(anInput({ apiKey: plantedKey }));
    expect(models.keySource(model)).toBe('stored');
    expect(models.keyOf(model, model.revision)).toBe(plantedKey);
    const [secret] = await db.selectFrom('secrets').selectAll().execute();
    expect(Buffer.from(secret?.ciphertext ?? []).toString('latin1')).not.toContain(plantedKey);

    const kept = await models.edit(model.id, anInput({ settings: { ...anInput().settings, temperature: 1 } }));
    expect(models.keyOf(kept, kept.revision)).toBe(plantedKey);

    const replaced = await models.edit(model.id, anInput({ apiKey: 'another-key' }));
    for (const revision of replaced.revisions) expect(models.keyOf(replaced, revision)).toBe('another-key');
    expect(await db.selectFrom('secrets').selectAll().execute()).toHaveLength(1);

    const removed = await models.edit(model.id, anInput({ apiKey: null }));
    expect(models.keySource(removed)).toBe('none');
    expect(models.keyOf(removed, removed.revision)).toBeNull();
    expect(await db.selectFrom('secrets').selectAll().execute()).toHaveLength(0);
  });

  test('another key alone is no other model', async () => {
    const { models } = await openStores(database().db);
    const model = await models.add(anInput());
    const keyed = await models.edit(model.id, anInput({ apiKey: plantedKey }));
    expect(keyed.revision).toMatchObject({ id: model.revision.id, number: 1 });
    expect(models.keyOf(keyed, keyed.revision)).toBe(plantedKey);
  });

  test('a stored key is never sent to an address that was entered later', async () => {
    const { models } = await openStores(database().db);
    const model = await models.add(anInput({ apiKey: plantedKey }));
    await expect(models.edit(model.id, anInput({ baseUrl: elsewhere }))).rejects.toMatchObject({
      code: 'invalid-request',
      details: { field: 'apiKey' },
    });
    const moved = await models.edit(model.id, anInput({ baseUrl: elsewhere, apiKey: 'key-of-elsewhere' }));
    const [first, second] = moved.revisions;
    if (first === undefined || second === undefined) throw new Error('Two revisions are expected.');
    expect(models.keyOf(moved, first)).toBe(plantedKey);
    expect(models.keyOf(moved, second)).toBe('key-of-elsewhere');
    const unkeyed = await models.edit(model.id, anInput({ baseUrl: 'https://third.example/v1', apiKey: null }));
    for (const revision of unkeyed.revisions) expect(models.keyOf(unkeyed, revision)).toBeNull();
  });

  test('under another secret of the instance a key is lost, says so, and can be entered again', async () => {
    const { db } = database();
    await (await openStores(db)).models.add(anInput({ apiKey: plantedKey }));
    const { models } = await openStores(db, {
      keyring: createKeyring('a second secret, also longer than 32 characters'),
    });
    const model = named(models, 'Plover 2');
    expect(models.keySource(model)).toBe('stored');
    expect(() => models.keyOf(model, model.revision)).toThrow(expect.objectContaining({ code: 'secret-lost' }));
    const again = await models.edit(model.id, anInput({ apiKey: plantedKey }));
    expect(models.keyOf(again, again.revision)).toBe(plantedKey);
  });
});

testDatabases('models of the configuration', (database) => {
  const file = 'agon.config.json';

  test('are there from the start, with a key that is never stored, and cannot be changed here', async () => {
    const { db } = database();
    const config = { file, models: [aConfiguredModel({}, plantedKey)] };
    const { models } = await openStores(db, { config });
    const model = named(models, 'Plover 2');
    expect(model).toMatchObject({ source: 'config', state: 'active' });
    expect(models.keySource(model)).toBe('environment');
    expect(models.keyOf(model, model.revision)).toBe(plantedKey);
    expect(await db.selectFrom('secrets').selectAll().execute()).toHaveLength(0);
    const refusal = { code: 'model-from-config', message: expect.stringContaining(file) };
    await expect(models.edit(model.id, anInput())).rejects.toMatchObject(refusal);
    await expect(models.setState(model.id, 'paused')).rejects.toMatchObject(refusal);
    expect(() => models.requireEditable(model.id)).toThrow(expect.objectContaining(refusal));
  });

  test('follow the file at each start; the same file again changes nothing', async () => {
    const { db } = database();
    const first = await openStores(db, { config: { file, models: [aConfiguredModel()] } });
    const same = await openStores(db, { config: { file, models: [aConfiguredModel()] } });
    expect(same.models.all()).toStrictEqual(first.models.all());
    const { models } = await openStores(db, {
      config: { file, models: [aConfiguredModel({ providerModel: 'plover-3' })] },
    });
    expect(named(models, 'Plover 2').revision).toMatchObject({ number: 2, providerModel: 'plover-3' });
  });

  test("that left the file rest, are the admin's, and come back with the file", async () => {
    const { db } = database();
    const config = { file, models: [aConfiguredModel()] };
    await openStores(db, { config });
    const without = await openStores(db);
    const model = named(without.models, 'Plover 2');
    expect(model).toMatchObject({ source: 'admin', state: 'paused' });
    await without.models.edit(model.id, anInput({ apiKey: plantedKey }));
    const back = await openStores(db, { config });
    expect(named(back.models, 'Plover 2')).toMatchObject({ id: model.id, source: 'config', state: 'active' });
    expect(await db.selectFrom('secrets').selectAll().execute()).toHaveLength(0);
  });

  test('do not send their key to the address of an earlier revision', async () => {
    const { db } = database();
    await openStores(db, { config: { file, models: [aConfiguredModel({}, plantedKey)] } });
    const moved = aConfiguredModel({ baseUrl: elsewhere }, 'key-of-elsewhere');
    const { models } = await openStores(db, { config: { file, models: [moved] } });
    const model = named(models, 'Plover 2');
    expect(model.revisions.map((revision) => models.keyOf(model, revision))).toStrictEqual([null, 'key-of-elsewhere']);
  });

  test('cannot have the name of a demo character', async () => {
    const [character] = demoCharacters;
    const config = { file, models: [aConfiguredModel({ name: character?.name ?? '' })] };
    await expect(openStores(database().db, { config })).rejects.toMatchObject({
      code: 'config-invalid',
      field: 'models[0].name',
    });
  });
});
