import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { copiesOfOneFolder, openOnDisk } from './data-folders.ts';
import { momentOf } from './journal.ts';
import { cutPower } from './power-cut.ts';
import { seededRandom } from './seeded-random.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Acknowledged {
  readonly moment: number;
  readonly id: number;
  readonly version: number;
}

const copyFolder = copiesOfOneFolder();
const recording = new URL('./recording-files.ts', import.meta.url);
const cuts = 5;

/** Inserts, updates and checkpoints, with what was acknowledged at which moment. */
async function work(random: () => number): Promise<{ folder: string; acknowledged: readonly Acknowledged[] }> {
  const { database, path, close } = await openOnDisk(copyFolder(), { files: recording });
  const { db } = database;
  const folder = join(path, 'database');
  await sql`create table probe (id int primary key, version int not null, body text not null)`.execute(db);
  await sql`create index on probe (body)`.execute(db);
  const acknowledged: Acknowledged[] = [];
  for (let id = 0; id < 300; id += 1) {
    const body = `${random()}${'x'.repeat(random() * 800)}`;
    await sql`insert into probe values (${id}, 1, ${body})`.execute(db);
    acknowledged.push({ moment: momentOf(folder), id, version: 1 });
    if (random() < 0.2) {
      const older = Math.floor(random() * id);
      const { rows } = await sql<{ version: number }>`
        update probe set version = version + 1, body = body || 'y' where id = ${older} returning version`.execute(db);
      for (const { version } of rows) acknowledged.push({ moment: momentOf(folder), id: older, version });
    }
    if (random() < 0.02) await sql`checkpoint`.execute(db);
  }
  await close();
  return { folder, acknowledged };
}

/** What a folder does not have of what was acknowledged; null where it does not even open. */
async function missing(folder: string, expected: readonly Acknowledged[]): Promise<Acknowledged[] | null> {
  try {
    const engine = await PGlite.create({ dataDir: folder });
    const { rows } = await engine.query<{ id: number; version: number }>('select id, version from probe');
    // Through the index too, which could have lost what the table has.
    await engine.exec('set enable_seqscan = off; set enable_bitmapscan = off');
    const indexed = await engine.query<{ id: number }>('select id from probe where id >= 0 order by id');
    await engine.close();
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    const inIndex = new Set(indexed.rows.map(({ id }) => id));
    return expected.filter(({ id, version }) => !(inIndex.has(id) && (versions.get(id) ?? 0) >= version));
  } catch {
    return null;
  }
}

test(`${cuts} power cuts at random moments lose nothing that was acknowledged`, async () => {
  const seed = 20_260_301;
  const random = seededRandom(seed);
  const { folder, acknowledged } = await work(random);
  const first = acknowledged[0]?.moment ?? 0;
  const last = acknowledged.at(-1)?.moment ?? 0;
  const target = join(temporaryFolder(), 'left');
  for (let cut = 0; cut < cuts; cut += 1) {
    const moment = Math.floor(first + random() * (last - first));
    cutPower({ folder, moment, random, target });
    const expected = acknowledged.filter((each) => each.moment <= moment);
    expect({ seed, cut, missing: await missing(target, expected) }).toEqual({ seed, cut, missing: [] });
  }
  // The same cut on a disk to which nothing was synced: were it survived, this test could not fail.
  cutPower({ folder, moment: last, random, target, ignoreSyncs: true });
  expect(await missing(target, acknowledged)).not.toEqual([]);
}, 120_000);
