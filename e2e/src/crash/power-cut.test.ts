import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRandom } from '@agon/rating';
import { momentOf } from '@agon/server/testing/journal.ts';
import { cutPower } from '@agon/server/testing/power-cut.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestArena, twoModels } from '../harness/arena.ts';
import { type Provider, startProvider } from '../harness/provider.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { createVisitor } from '../harness/visitor.ts';
import { expectNothingLost, type Published } from './check-ledger.ts';
import { type VotedBattle, voteOn } from './voter.ts';

const recording = pathToFileURL(createRequire(import.meta.url).resolve('@agon/server/testing/recording-files.ts'));
const cuts = 5;
const voters = 12;
const enoughDeeds = 150;

let provider: Provider;
beforeAll(async () => {
  provider = await startProvider();
  provider.script('amber', { text: 'The first one.' });
  provider.script('jade', { text: 'The second one, if I may say so.', firstTokenMs: 30 });
});
afterAll(() => provider.close());

/** Votes and votes taken back on a server whose files are recorded. */
async function work(folder: string, random: ReturnType<typeof createRandom>) {
  const arena = await startTestArena({ folder, models: twoModels(provider.baseUrl), databaseFiles: recording });
  const database = join(folder, 'database');
  const battles: VotedBattle[] = [];
  const published: { readonly moment: number; readonly checkpoint: Published }[] = [];
  const first = momentOf(database);
  let deeds = 0;
  let url = arena.url;
  const moment = () => {
    deeds += 1;
    return momentOf(database);
  };
  const isOver = () => deeds > enoughDeeds;
  const publish = async () => {
    const visitor = createVisitor(arena.url);
    while (!isOver()) {
      const { note, verifierKey } = await visitor.call('checkpoint');
      if (note !== null) published.push({ moment: momentOf(database), checkpoint: { note, verifierKey } });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const voting = { url: () => url, random, battles, moment, isOver };
  await Promise.all([publish(), ...Array.from({ length: voters }, () => voteOn(voting))]);
  const last = momentOf(database);
  await arena.close();
  const moveTo = (next: string) => {
    url = next;
  };
  return { battles, published, first, last, moveTo };
}

test(`${cuts} power cuts at random moments under votes lose nothing that was acknowledged`, async () => {
  const random = createRandom(20_261_124);
  const folder = temporaryFolder();
  const { battles, published, first, last, moveTo } = await work(folder, random);
  const comeBack = async (moment: number, ignoreSyncs = false) => {
    const left = temporaryFolder();
    // Keys and all else were written before the first vote.
    cpSync(folder, left, { recursive: true, filter: (path) => !path.startsWith(join(folder, 'database')) });
    const target = join(left, 'database');
    cutPower({ folder: join(folder, 'database'), moment, random: random.uniform, target, ignoreSyncs });
    const arena = await startTestArena({ folder: left, models: twoModels(provider.baseUrl) });
    moveTo(arena.url);
    const known = published.filter((each) => each.moment <= moment).map(({ checkpoint }) => checkpoint);
    await expectNothingLost(arena.url, { battles, moment, published: known }).finally(arena.close);
  };
  for (let cut = 1; cut <= cuts; cut += 1) await comeBack(Math.floor(first + (last - first) * random.uniform()));
  // On a disk to which nothing was synced the same must not hold: were it found whole, this test could not fail.
  await expect(comeBack(last, true)).rejects.toThrow();
}, 120_000);
