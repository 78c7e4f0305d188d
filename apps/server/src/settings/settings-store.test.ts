import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { testDatabases } from '../database/testing/test-databases.ts';
import { leavesOf, openStores } from '../models/testing.ts';
import { defaultSettings } from './settings.ts';

const uniform = { kind: 'uniform' } as const;

testDatabases('settings', (database) => {
  test('a new arena has the usual settings, and its policy is in the ledger', async () => {
    const { db } = database();
    const { settings } = await openStores(db);
    expect(settings.current()).toStrictEqual({ settings: defaultSettings, policyVersion: 1 });
    expect(await leavesOf(db, 'policy')).toMatchObject([{ policyVersion: 1, policy: { kind: 'active', floor: 0.2 } }]);
  });

  test('changes are seen at once and after a restart', async () => {
    const { db } = database();
    const { settings } = await openStores(db);
    await settings.set({ ...defaultSettings, name: 'Bird arena', turns: 7 });
    expect(settings.current().settings).toMatchObject({ name: 'Bird arena', turns: 7 });
    const again = await openStores(db);
    expect(again.settings.current()).toStrictEqual(settings.current());
  });

  test('another policy is a version and a leaf, and another name is neither', async () => {
    const { db } = database();
    const { settings } = await openStores(db);
    await settings.set({ ...defaultSettings, policy: uniform });
    await settings.set({ ...defaultSettings, policy: uniform, name: 'Bird arena' });
    expect(settings.current().policyVersion).toBe(2);
    expect(await leavesOf(db, 'policy')).toHaveLength(2);
    expect(await db.selectFrom('policies').selectAll().orderBy('version').execute()).toMatchObject([
      { version: 1 },
      { version: 2, policy: uniform },
    ]);
  });

  test('changes at the same time are all in order, and memory ends with what the database ends with', async () => {
    const { db } = database();
    const { settings } = await openStores(db);
    const policies = [uniform, { kind: 'weighted', floor: 0.1 }, { kind: 'weighted', floor: 0.2 }] as const;
    await Promise.all(policies.map((policy) => settings.set({ ...defaultSettings, policy })));
    const again = await openStores(db);
    expect(settings.current()).toMatchObject({ policyVersion: 4, settings: { policy: policies[2] } });
    expect(again.settings.current()).toStrictEqual(settings.current());
  });

  test('a field of the configuration wins, cannot be changed, and gives way when it leaves the file', async () => {
    const { db } = database();
    await (await openStores(db)).settings.set({ ...defaultSettings, name: 'Chosen' });
    const config = { file: 'agon.config.json', settings: { name: 'From the file' } };
    const { settings } = await openStores(db, { config });
    expect(settings.current().settings.name).toBe('From the file');
    expect(settings.config).toStrictEqual({ file: 'agon.config.json', fields: ['name'] });
    await expect(settings.set({ ...defaultSettings, name: 'Mine' })).rejects.toMatchObject({
      code: 'invalid-request',
      details: { field: 'name' },
      message: expect.stringContaining('agon.config.json'),
    });
    await settings.set({ ...settings.current().settings, turns: 9 });
    const without = await openStores(db);
    expect(without.settings.current().settings).toMatchObject({ name: 'Chosen', turns: 9 });
  });

  test('a policy of the configuration is a version of its own at the next start', async () => {
    const { db } = database();
    await openStores(db);
    const { settings } = await openStores(db, { config: { file: 'agon.config.ts', settings: { policy: uniform } } });
    expect(settings.current().policyVersion).toBe(2);
    await openStores(db, { config: { file: 'agon.config.ts', settings: { policy: uniform } } });
    expect(await leavesOf(db, 'policy')).toHaveLength(2);
  });

  test('a text that cannot be stored is refused by its field', async () => {
    const { settings } = await openStores(database().db);
    for (const systemPrompt of ['nul \0', 'half \ud800']) {
      await expect(settings.set({ ...defaultSettings, systemPrompt })).rejects.toMatchObject({
        details: { field: 'systemPrompt' },
      });
    }
    expect(settings.current().settings.systemPrompt).toBeNull();
  });
});
