import type { BattleView } from '@agon/api';
import { type Battle, reveal, revealDue } from '@agon/arena';
import type { Kysely, Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { Schema } from '../database/schema.ts';
import { Refused } from '../http/refused.ts';
import type { Lineup } from '../models/lineup.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { readStandingVotes } from '../votes/standing-votes.ts';
import { type AttemptRunner, attemptRunner } from './attempt-runner.ts';
import { type BattleRow, battleNotFound, battleRow, isBattleId, lockBattle, saveBattle } from './battle-row.ts';
import { readTurns } from './conversation.ts';
import { createLiveBattles, type LiveBattle, type LiveBattles, liveText } from './live-battle.ts';
import { transition } from './refusals.ts';
import { battleView, openBallot } from './view.ts';
import { writeToken } from './vote-token.ts';

/** What moves are built on. */
export interface MovesOptions {
  readonly db: Kysely<Schema>;
  readonly keyring: Keyring;
  readonly lineup: Lineup;
  readonly log: Logger;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Called after votes became visible: boards are to be made anew. */
  readonly onRevealed: () => void;
}

/** What goes with a move, in its transaction. */
export type Along = (tx: Transaction<Schema>, next: Battle) => Promise<void>;

/** How every change of a battle is made: in one transaction, one at a time, and told to all its readers. */
export interface Moves {
  readonly memory: LiveBattles;
  readonly runner: AttemptRunner;
  /** @throws {Refused} there is no such battle of this visitor */
  row(visitorId: string, id: string): Promise<BattleRow>;
  view(live: LiveBattle): Promise<BattleView>;
  /** Sends the view to all readers; also what the caller gets. Call it inside the battle's exclusive work. */
  show(live: LiveBattle): Promise<BattleView>;
  /** One transition and what goes along, then the models that are asked by it, then the new view to everybody. */
  move(visitorId: string, id: string, command: (state: Battle) => Battle, along?: Along): Promise<BattleView>;
  /** Shows the names now. */
  reveal(visitorId: string, id: string): Promise<BattleView>;
  /** Shows the names after a delay, unless the vote is undone or the battle goes on meanwhile. */
  revealLater(visitorId: string, id: string, delayMs: number): void;
  /** Forgets the reveals that are to come; the next start of the server takes them up. */
  close(): void;
}

/** The moves of the battles of one server. */
export function createMoves({ db, keyring, lineup, log, now, onRevealed }: MovesOptions): Moves {
  const memory = createLiveBattles(now);
  const reveals = new Set<NodeJS.Timeout>();
  const runner = attemptRunner({ db, lineup, log, now, show });

  async function view(live: LiveBattle): Promise<BattleView> {
    const stored = await db.selectFrom('battles').selectAll().where('id', '=', live.id).executeTakeFirstOrThrow();
    const row = battleRow(stored);
    const contestants =
      row.state.phase === 'revealed'
        ? { a: await lineup.contestant(row.model_a), b: await lineup.contestant(row.model_b) }
        : null;
    const turns = await readTurns(db, live.id);
    const votes = await readStandingVotes(db, live.id);
    const ballot = openBallot(row.state);
    const voteToken = ballot === null ? null : writeToken(keyring, { battle: live.id, ...ballot });
    // From here on nothing waits, so that the released words and the number of the last event belong together.
    const facts = { row, turns, votes, contestants, voteToken, live: liveText(live), now: now() };
    return battleView({ ...facts, lastEvent: live.channel.last });
  }

  async function show(live: LiveBattle): Promise<BattleView> {
    const battle = await view(live);
    live.channel.send({ type: 'battle', battle: { ...battle, lastEvent: live.channel.last + 1 } });
    return { ...battle, lastEvent: live.channel.last };
  }

  async function row(visitorId: string, id: string): Promise<BattleRow> {
    if (!isBattleId(id)) throw battleNotFound();
    const stored = await db
      .selectFrom('battles')
      .selectAll()
      .where('id', '=', id)
      .where('visitor_id', '=', visitorId)
      .executeTakeFirst();
    if (stored === undefined) throw battleNotFound();
    return battleRow(stored);
  }

  async function move(
    visitorId: string,
    id: string,
    command: (state: Battle) => Battle,
    along?: Along,
  ): Promise<BattleView> {
    // Before anything is remembered of it: there is no end of ids that somebody may try.
    await row(visitorId, id);
    const live = memory.get(id);
    return live.exclusive(async () => {
      await db.transaction().execute(async (tx) => {
        const row = await lockBattle(tx, id, visitorId);
        const next = transition(() => command(row.state));
        await saveBattle(tx, id, next, now());
        await along?.(tx, next);
      });
      await runner.follow(live);
      return show(live);
    });
  }

  async function revealBy(visitorId: string, id: string, command: (state: Battle) => Battle): Promise<BattleView> {
    const revealed = await move(visitorId, id, command);
    onRevealed();
    return revealed;
  }

  return {
    memory,
    runner,
    view,
    show,
    move,
    row,
    reveal: (visitorId, id) => revealBy(visitorId, id, reveal),
    revealLater(visitorId, id, delayMs) {
      const whenDue = (state: Battle) => {
        const next = revealDue(state, now());
        if (next === state) throw new Refused('not-revealable', 'The names are not due.');
        return next;
      };
      const timer = setTimeout(() => {
        reveals.delete(timer);
        revealBy(visitorId, id, whenDue).catch((error: unknown) => {
          if (!(error instanceof Refused)) log.error({ err: error }, 'a reveal failed');
        });
      }, delayMs);
      timer.unref();
      reveals.add(timer);
    },
    close() {
      for (const timer of reveals) clearTimeout(timer);
    },
  };
}
