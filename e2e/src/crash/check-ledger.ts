import type { CallOutput } from '@agon/api/client';
import { treeRoot, verifyCheckpoint } from '@agon/ledger';
import { expect } from 'vitest';
import { createVisitor } from '../harness/visitor.ts';
import type { VotedBattle } from './voter.ts';

type Leaf = CallOutput<'leaf'>;

/** A checkpoint as it was published. */
export interface Published {
  readonly note: string;
  readonly verifierKey: string;
}

/**
 * Checks an arena that came back after a crash: what was acknowledged up to `moment` is there exactly once, what was not acknowledged is
 * there wholly or not at all, the ledger is the tree of its leaves, and it extends every checkpoint in `published`.
 */
export async function expectNothingLost(
  url: string,
  {
    battles,
    moment,
    published,
  }: { readonly battles: readonly VotedBattle[]; readonly moment: number; readonly published: readonly Published[] },
): Promise<void> {
  const leaves = await readLeaves(url, published);
  let standing = 0;
  for (const battle of battles) {
    const deeds = battle.deeds.filter(({ acknowledged }) => acknowledged !== null && acknowledged.moment <= moment);
    for (const { kind, acknowledged } of deeds) {
      const receipt = acknowledged?.receipt ?? null;
      if (kind === 'vote')
        expect(leaves[receipt?.index ?? -1]).toMatchObject({ type: 'vote', hash: receipt?.leafHash });
    }
    // One that the server had not spoken of yet may be gone, and has no vote to lose.
    if (battle.moment > moment && !(await isThere(battle))) continue;
    standing += Number(await hasStandingVote(battle, deeds.length));
  }
  const count = (type: string) => leaves.filter((leaf) => leaf.type === type).length;
  expect(count('vote') - count('undo')).toBe(standing);
}

/** Whether the battle has a vote now; it must be that of the last acknowledged deed or of one after it. */
async function hasStandingVote({ id, visitor, deeds }: VotedBattle, acknowledged: number): Promise<boolean> {
  const view = await visitor.call('battle', { params: { battle: id } });
  const vote = view.turns[0]?.vote ?? null;
  const possible = deeds.slice(Math.max(0, acknowledged - 1)).map(({ outcome }) => outcome);
  if (acknowledged === 0) possible.push(null);
  expect({ id, outcome: vote?.outcome ?? null, isPossible: possible.includes(vote?.outcome ?? null) }).toMatchObject({
    isPossible: true,
  });
  return vote !== null;
}

async function isThere({ visitor, id }: VotedBattle): Promise<boolean> {
  const { status } = await visitor.fetch(`/api/battles/${id}`);
  return status === 200;
}

/** All leaves, checked against the arena's checkpoint and those that were published before. */
async function readLeaves(url: string, published: readonly Published[]): Promise<readonly Leaf[]> {
  const visitor = createVisitor(url);
  const { note, verifierKey } = await visitor.call('checkpoint');
  const { size, origin, root } = verifyCheckpoint(note ?? '', verifierKey);
  // A server that starts signs what it finds, so there is nothing beyond.
  expect((await visitor.fetch(`/api/ledger/leaves/${size}`)).status).toBe(404);
  const places = Array.from({ length: size }, (_, index) => index);
  const leaves = await Promise.all(places.map((index) => visitor.call('leaf', { params: { index } })));
  const hashes = leaves.map(({ hash }) => Buffer.from(hash, 'hex'));
  expect(hexOf(treeRoot(hashes))).toBe(hexOf(root));
  for (const each of published) {
    const old = verifyCheckpoint(each.note, verifierKey);
    expect(old.origin).toBe(origin);
    expect(old.size).toBeLessThanOrEqual(size);
    expect(hexOf(treeRoot(hashes.slice(0, old.size)))).toBe(hexOf(old.root));
  }
  return leaves;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
