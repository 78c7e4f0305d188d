import { createRandom } from '@agon/rating';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Provider, startProvider } from '../harness/provider.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { createVisitor } from '../harness/visitor.ts';
import { startArenaProcess } from './arena-process.ts';
import { expectNothingLost, type Published } from './check-ledger.ts';
import { type VotedBattle, voteOn } from './voter.ts';

/** What is asked where an answer is to be in the middle when the server dies. */
const slowly = 'Take your time.';
const text = 'The second one, if I may say so.';

let provider: Provider;
let isStalling = false;
beforeAll(async () => {
  provider = await startProvider();
  provider.script('amber', { text: 'The first one.' });
  provider.script('jade', ({ prompt }) =>
    isStalling && prompt === slowly
      ? { text, ending: { kind: 'stall', afterCharacters: 10 } }
      : { text, firstTokenMs: 50 },
  );
});
afterAll(() => provider.close());

const voters = 16;
/** Battles begun, votes, and votes taken back. */
const deedsBeforeKill = 90;
const kills = 2;
const interrupted = 3;

test(`${kills} kills under votes lose nothing that was acknowledged, and what was interrupted goes on`, async () => {
  const options = { folder: temporaryFolder(), provider: provider.baseUrl };
  const random = createRandom(7);
  const battles: VotedBattle[] = [];
  const published: Published[] = [];
  let arena = await startArenaProcess(options);
  for (let kill = 1; kill <= kills; kill += 1) {
    const busy = Promise.withResolvers<void>();
    let deeds = 0;
    const moment = () => {
      deeds += 1;
      if (deeds === deedsBeforeKill) busy.resolve();
      return 0;
    };
    const voting = { url: () => arena.url, random, battles, moment, isOver: () => false };
    const going = Array.from({ length: voters }, () => voteOn(voting));
    await Promise.race([busy.promise, Promise.all(going)]);
    isStalling = true;
    const begun = Array.from({ length: interrupted }, () => beginSlowly(() => arena.url));
    battles.push(...(await Promise.all(begun)));
    const { note, verifierKey } = await createVisitor(arena.url).call('checkpoint');
    if (note !== null) published.push({ note, verifierKey });
    await arena.kill();
    await Promise.all(going);

    arena = await startArenaProcess(options);
    await expectNothingLost(arena.url, { battles, moment: Number.POSITIVE_INFINITY, published });
    isStalling = false;
    expect(await resume(battles)).toBeGreaterThanOrEqual(interrupted);
  }
}, 120_000);

/** A battle whose answers do not end before the server does. */
async function beginSlowly(url: () => string): Promise<VotedBattle> {
  const visitor = createVisitor(url);
  await visitor.consent();
  const { id } = await visitor.call('startBattle', { body: { prompt: slowly } });
  return { id, visitor, moment: 0, deeds: [] };
}

/** No battle is being answered by a server that has just started. Asks again where it was interrupted, and votes; gives how many there were. */
async function resume(battles: readonly VotedBattle[]): Promise<number> {
  const resumed = battles.map(async ({ id, visitor, deeds }) => {
    const params = { battle: id };
    const { phase } = await visitor.call('battle', { params });
    expect(phase).not.toBe('answering');
    if (phase !== 'stopped') return 0;
    await visitor.call('regenerate', { params });
    const { voteToken } = await visitor.follow(id, (view) => view.phase === 'voting');
    const view = await visitor.call('castVote', { params, body: { token: voteToken ?? '', outcome: 'tie' } });
    const receipt = view.turns[0]?.vote?.receipt ?? null;
    deeds.push({ kind: 'vote', outcome: 'tie', acknowledged: { moment: 0, receipt } });
    return 1;
  });
  return (await Promise.all<number>(resumed)).reduce((sum, one) => sum + one, 0);
}
