import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { testDatabases } from '../database/testing/test-databases.ts';
import { openStores } from '../models/testing.ts';
import { createKeyring } from './keyring.ts';
import { requireSameSecret } from './same-secret.ts';

const first = createKeyring('the first secret, of more than thirty-two characters');
const second = createKeyring('the second secret, of more than thirty-two characters');

testDatabases('the secret of a database', (database) => {
  test('is that of its first start; another one is refused and changes nothing', async () => {
    const { db } = database();
    await requireSameSecret(db, first, 1);
    const stored = await db.selectFrom('settings').selectAll().execute();
    await requireSameSecret(db, first, 2);
    await expect(requireSameSecret(db, second, 3)).rejects.toMatchObject({
      code: 'secret-changed',
      message: expect.stringMatching(/Start with the secret it was made under .*keys\/secret/),
    });
    await requireSameSecret(db, first, 4);
    expect(await db.selectFrom('settings').selectAll().execute()).toStrictEqual(stored);
  });

  test('is one, where two servers start at once with different ones', async () => {
    const { db } = database();
    const started = await Promise.allSettled([first, second].map((keyring) => requireSameSecret(db, keyring, 1)));
    expect(started.map(({ status }) => status).toSorted()).toStrictEqual(['fulfilled', 'rejected']);
  });

  test('stands beside the settings of the arena', async () => {
    const { db } = database();
    await requireSameSecret(db, first, 1);
    const { settings } = await openStores(db, { keyring: first });
    await settings.set({ ...settings.current().settings, name: 'Bird arena' });
    await requireSameSecret(db, first, 2);
  });
});
