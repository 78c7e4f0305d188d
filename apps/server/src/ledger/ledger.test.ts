import { inclusionProof, nodesOf, parseCheckpoint, verifyCheckpoint, verifyInclusion } from '@agon/ledger';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { testDatabases } from '../database/testing/test-databases.ts';
import { createKeyring } from '../secrets/keyring.ts';
import { appendLeaves } from './append.ts';
import { openLedger } from './ledger.ts';

const policy = (policyVersion: number) =>
  ({ version: 1, type: 'policy', time: '2026-01-02T03:04Z', policyVersion, policy: { kind: 'uniform' } }) as const;

testDatabases('the ledger', (database) => {
  const open = (checkpointEveryMs = 60_000) =>
    openLedger({
      db: database().db,
      keyring: createKeyring('a secret of tests, of more than thirty-two characters'),
      log: pino({ level: 'error' }),
      now: () => 1_000,
      checkpointEveryMs,
    });
  const append = (count: number, from = 1) =>
    database()
      .db.transaction()
      .execute((tx) =>
        appendLeaves(
          tx,
          Array.from({ length: count }, (_, k) => policy(from + k)),
          1_000,
        ),
      );

  test('leaves appended together and apart are one log, and each is proved to be in the signed checkpoint', async () => {
    const ledger = await open();
    expect(await ledger.checkpoint()).toBeNull();
    await append(5);
    await Promise.all([append(1, 6), append(1, 7), append(1, 8)]);
    await ledger.sign();
    const note = (await ledger.checkpoint()) ?? '';
    const { size, root, origin } = verifyCheckpoint(note, ledger.verifierKey);
    expect({ size, origin }).toEqual({ size: 8, origin: ledger.origin });
    const hashes = (await database().db.selectFrom('ledger_leaves').select('hash').orderBy('index').execute()).map(
      ({ hash }) => hash,
    );
    for (let index = 0; index < size; index++) {
      const { inclusion, hash } = await ledger.leaf(index);
      const proof = (inclusion?.proof ?? []).map((each) => Uint8Array.from(Buffer.from(each, 'hex')));
      expect(proof).toEqual(await inclusionProof(nodesOf(hashes), { index, size }));
      expect(() =>
        verifyInclusion({ index, size, root, leafHash: Uint8Array.from(Buffer.from(hash, 'hex')) }, proof),
      ).not.toThrow();
    }
    ledger.close();
  });

  test('a leaf without a checkpoint has no proof yet, and one that is not there is refused', async () => {
    const ledger = await open();
    await append(1);
    expect(await ledger.leaf(0)).toMatchObject({ inclusion: null, type: 'policy' });
    await expect(ledger.leaf(1)).rejects.toMatchObject({ code: 'leaf-not-found' });
    ledger.close();
  });

  test('the log keeps its name and key when it is opened again, and signs nothing twice', async () => {
    const first = await open();
    await append(3);
    await first.sign();
    await first.sign();
    first.close();
    const second = await open();
    expect([second.origin, second.verifierKey]).toEqual([first.origin, first.verifierKey]);
    expect(parseCheckpoint((await second.checkpoint()) ?? '').size).toBe(3);
    expect(await database().db.selectFrom('checkpoints').select('size').execute()).toHaveLength(1);
    second.close();
  });

  test('leaves of a transaction that fails leave no trace', async () => {
    const ledger = await open();
    await append(2);
    const failing = database()
      .db.transaction()
      .execute(async (tx) => {
        await appendLeaves(tx, [policy(3)], 1_000);
        throw new Error('taken back');
      });
    await expect(failing).rejects.toThrow('taken back');
    await append(1, 3);
    expect(await ledger.size()).toBe(3);
    ledger.close();
  });
});
