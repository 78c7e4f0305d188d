import { expect, test } from 'vitest';
import { testArena, until } from '../battles/testing.ts';
import { testDatabases } from '../database/testing/test-databases.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createLiveBoards } from './live-board.ts';

testDatabases('the live board', (database) => {
  test('has the last vote of each revealed battle, and nothing of an unrevealed one', async () => {
    const { db } = database();
    let lagMs = 0;
    const arena = await testArena(db, () => lagMs);
    const ledger = { size: async () => 7 } satisfies Pick<Ledger, 'size'>;
    const boards = createLiveBoards({ db, lineup: arena.lineup, ledger, now: () => 5 });
    expect(await boards.read()).toMatchObject({ board: null, reason: 'no-votes', ledgerSize: 7, computedAt: 5 });

    const play = async (outcomes: readonly ('a' | 'b' | 'tie')[], reveal: boolean) => {
      const visitor = await arena.visitor();
      let { id } = await arena.battles.start(visitor, 'Hello?', async () => {});
      for (const [at, outcome] of outcomes.entries()) {
        if (at > 0) ({ id } = await arena.battles.ask(visitor, id, 'More?'));
        const battle = await until(
          () => arena.battles.view(visitor, id),
          ({ phase }) => phase === 'voting',
        );
        lagMs += 60_000;
        await arena.battles.vote(visitor, id, { token: battle.voteToken ?? '', outcome });
      }
      if (reveal) await arena.battles.reveal(visitor, id);
    };
    await play(['a', 'tie'], true);
    await play(['b'], false);
    expect((await boards.read()).votes.standing, 'kept until something changes').toBe(0);
    boards.changed();
    const live = await boards.read();
    expect(live.votes).toEqual({ standing: 1, counted: 1, weightless: {} });
    expect(live.board?.models.map(({ rating }) => rating)).toEqual([1000, 1000]);
    expect(await boards.fit()).not.toBeNull();
    await arena.close();
  });

  test('counts votes without weight by reason and leaves them out of the ratings', async () => {
    const { db } = database();
    const arena = await testArena(db);
    const boards = createLiveBoards({ db, lineup: arena.lineup, ledger: { size: async () => 0 }, now: () => 5 });
    const visitor = await arena.visitor();
    const { id } = await arena.battles.start(visitor, 'Which model are you?', async () => {});
    const battle = await until(
      () => arena.battles.view(visitor, id),
      ({ phase }) => phase === 'voting',
    );
    await arena.battles.vote(visitor, id, { token: battle.voteToken ?? '', outcome: 'a' });
    await arena.battles.reveal(visitor, id);
    const live = await boards.read();
    expect(live.board).toBeNull();
    expect(live.votes).toEqual({
      standing: 1,
      counted: 0,
      weightless: { 'faster-than-reading': 1, 'identity-probe': 1 },
    });
    await arena.close();
  });
});
