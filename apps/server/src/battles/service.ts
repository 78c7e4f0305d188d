import { randomBytes } from 'node:crypto';
import type { BattleView } from '@agon/api';
import type { ReasonChip } from '@agon/api/client';
import { abandon, ask, type Battle, currentTurn, interrupt, regenerate, retryFailed, stop } from '@agon/arena';
import type { Outcome } from '@agon/votes';
import { json } from '../database/json.ts';
import { Refused } from '../http/refused.ts';
import type { SettingsReader } from '../settings/settings.ts';
import { CONSENT_VERSION, type Visitor } from '../visitors/visitors.ts';
import { createBallotBox } from '../votes/ballot-box.ts';
import { readStandingVotes } from '../votes/standing-votes.ts';
import { weigh } from '../votes/weigh.ts';
import { readTurns } from './conversation.ts';
import type { Draw } from './draw.ts';
import type { LiveBattle } from './live-battle.ts';
import { type Along, createMoves, type MovesOptions } from './moves.ts';
import { addAnswers, addPrompt, openBattle } from './open-battle.ts';
import { checkedPrompt, storable } from './prompt-limits.ts';
import { stopUnfinished } from './stop-unfinished.ts';
import { readToken } from './vote-token.ts';

/** What the battles are built on. */
export interface BattlesOptions extends MovesOptions {
  readonly settings: SettingsReader;
  readonly draw: Draw;
}

/** Battles as their voters use them. Every call takes the visitor, and finds only this visitor's battles. */
export interface Battles {
  /** `admit` is called once the question is known to be good, and may refuse it. */
  start(visitor: Visitor, prompt: string, admit: () => Promise<void>): Promise<BattleView>;
  view(visitor: Visitor, id: string): Promise<BattleView>;
  ask(visitor: Visitor, id: string, prompt: string): Promise<BattleView>;
  /** Holds the answers under way until both are complete. */
  showWhenFinished(visitor: Visitor, id: string): Promise<BattleView>;
  stop(visitor: Visitor, id: string): Promise<BattleView>;
  regenerate(visitor: Visitor, id: string): Promise<BattleView>;
  retry(visitor: Visitor, id: string): Promise<BattleView>;
  vote(visitor: Visitor, id: string, vote: { readonly token: string; readonly outcome: Outcome }): Promise<BattleView>;
  setFeedback(visitor: Visitor, id: string, feedback: Feedback): Promise<BattleView>;
  undo(visitor: Visitor, id: string): Promise<BattleView>;
  reveal(visitor: Visitor, id: string): Promise<BattleView>;
  /** The battle in memory, for a reader of its events. */
  follow(visitor: Visitor, id: string): Promise<LiveBattle>;
  /** Takes up what the last run of the server left behind. */
  resume(): Promise<void>;
  /** Takes no new question, waits for running answers up to `patienceMs`, stops the rest. */
  close(patienceMs: number): Promise<void>;
}

/** Why a voter voted so. */
export interface Feedback {
  readonly turn: number;
  readonly reasons: { readonly a: readonly ReasonChip[]; readonly b: readonly ReasonChip[] };
  readonly comment: string | null;
}

/** How long a battle is answered without a reader. */
const unreadMs = 60_000;
const sweepMs = 1_000;
/** Attempts at one turn. */
const mostAttempts = 20;

/** The battles of one server. */
export function createBattles(options: BattlesOptions): Battles {
  const { db, keyring, lineup, settings, draw, log, now } = options;
  const moves = createMoves(options);
  const { memory, runner } = moves;
  const box = createBallotBox({ db, now });
  let isClosing = false;
  let sweeping: Promise<void> | null = null;
  const sweeper = setInterval(() => {
    sweeping ??= sweep().finally(() => {
      sweeping = null;
    });
  }, sweepMs);
  sweeper.unref();

  function refuseWhenClosing(): void {
    if (isClosing) throw new Refused('shutting-down', 'The arena is being restarted. Try again in a moment.');
  }

  /** Rows for the answers that a move waits for. */
  const withAnswers =
    (id: string): Along =>
    (tx, state) =>
      addAnswers(tx, { battleId: id, state, now: now() });

  /** Ends what is being answered, by a command of the machine. */
  const end = (live: LiveBattle, command: (state: Battle) => Battle) =>
    live.exclusive(async () => {
      await stopUnfinished(db, { live, command, now: now() });
      return moves.show(live);
    });

  /** As {@link end}, where a click may have been faster. One battle that cannot be ended must not keep others from it. */
  async function endUnlessEnded(live: LiveBattle, command: (state: Battle) => Battle): Promise<void> {
    await end(live, command).catch((error: unknown) => {
      if (!(error instanceof Refused)) log.error({ err: error }, 'a battle could not be ended');
      live.answering?.stop();
      live.answering = null;
    });
  }

  /** A battle of a model that has been retired meanwhile cannot go on. */
  async function interruptUnfinished(id: string): Promise<void> {
    const { model_a, model_b } = await db
      .selectFrom('battles')
      .select(['model_a', 'model_b'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const states = [(await lineup.contestant(model_a)).state, (await lineup.contestant(model_b)).state];
    const resumable = !states.includes('retired');
    await endUnlessEnded(memory.get(id), (state) => interrupt(state, { resumable }));
  }

  async function sweep(): Promise<void> {
    memory.forgetQuiet();
    for (const live of memory.all()) {
      const { answering, channel } = live;
      if (answering === null || channel.readers > 0) continue;
      if (now() - Math.max(channel.quietSince, answering.startedAt) < unreadMs) continue;
      await endUnlessEnded(live, abandon);
    }
  }

  return {
    async start(visitor, text, admit) {
      refuseWhenClosing();
      const prompt = checkedPrompt(settings, { prompt: text, turn: 1 });
      if (visitor.consent === null || visitor.consentVersion !== CONSENT_VERSION) {
        throw new Refused('consent-needed', 'Say first what may be done with the texts of your conversations.');
      }
      const { a, b, probability } = await draw(prompt.length);
      await admit();
      const contestants = { a: await lineup.contestant(a), b: await lineup.contestant(b) };
      const id = await openBattle(db, {
        visitor,
        consent: { choice: visitor.consent, version: visitor.consentVersion },
        prompt,
        a,
        b,
        probability,
        conditions: { a: contestants.a.conditions, b: contestants.b.conditions },
        policyVersion: settings.current().policyVersion,
        now: now(),
      });
      const live = memory.get(id);
      return live.exclusive(async () => {
        await runner.follow(live);
        return moves.show(live);
      });
    },

    async view(visitor, id) {
      await moves.row(visitor.id, id);
      const live = memory.get(id);
      return live.exclusive(() => moves.view(live));
    },

    async ask(visitor, id, text) {
      refuseWhenClosing();
      const { state } = await moves.row(visitor.id, id);
      const prompt = checkedPrompt(settings, { prompt: text, turn: currentTurn(state).turn + 1 });
      return moves.move(visitor.id, id, ask, async (tx, next) => {
        const { turn } = currentTurn(next);
        await addPrompt(tx, { battleId: id, turn, text: prompt, salt: randomBytes(16), now: now() });
        await withAnswers(id)(tx, next);
      });
    },

    async showWhenFinished(visitor, id) {
      await moves.row(visitor.id, id);
      const live = memory.get(id);
      if (live.answering === null) {
        throw new Refused('nothing-to-hold', 'No answer is on its way, so there is nothing to hold.');
      }
      live.answering.showWhenFinished();
      return live.exclusive(() => moves.view(live));
    },

    async stop(visitor, id) {
      await moves.row(visitor.id, id);
      return end(memory.get(id), stop);
    },

    async regenerate(visitor, id) {
      refuseWhenClosing();
      const { state } = await moves.row(visitor.id, id);
      if (currentTurn(state).attempts.length >= mostAttempts) {
        throw new Refused('turns-exhausted', `A question is answered ${mostAttempts} times at most. Ask another one.`, {
          facts: { limit: mostAttempts },
        });
      }
      return moves.move(visitor.id, id, regenerate, withAnswers(id));
    },

    async retry(visitor, id) {
      refuseWhenClosing();
      return moves.move(visitor.id, id, retryFailed, withAnswers(id));
    },

    async vote(visitor, id, { token, outcome }) {
      const claims = readToken(keyring, token);
      if (claims === null) throw new Refused('vote-forged', 'This vote token was not given out by this arena.');
      const { state } = await moves.row(visitor.id, id);
      const live = memory.get(id);
      const turns = await readTurns(db, id);
      const weighed = weigh({ state, claims, turns, firstShownAt: live.firstShownAt, now: now() });
      const voted = await box.cast({ visitor, battleId: id, claims, outcome, ...weighed });
      if (visitor.preferences.revealAtOnce) {
        return moves.reveal(visitor.id, id).catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error;
          // The vote stands; an undo or the next question was faster than the reveal.
          return live.exclusive(() => moves.show(live));
        });
      }
      if (voted.phase === 'voted') moves.revealLater(visitor.id, id, voted.revealAt - now());
      return live.exclusive(() => moves.show(live));
    },

    async setFeedback(visitor, id, { turn, reasons, comment }) {
      await moves.row(visitor.id, id);
      const vote = (await readStandingVotes(db, id)).find((candidate) => candidate.turn === turn);
      if (vote === undefined) throw new Refused('not-voted', `Turn ${turn} has no vote to explain.`, { field: 'turn' });
      const live = memory.get(id);
      return live.exclusive(async () => {
        await db
          .updateTable('votes')
          .set({ reasons: json(reasons), comment: comment === null ? null : storable(comment) })
          .where('id', '=', vote.id)
          .execute();
        return moves.show(live);
      });
    },

    async undo(visitor, id) {
      await moves.row(visitor.id, id);
      await box.undo(visitor, id);
      const live = memory.get(id);
      return live.exclusive(() => moves.show(live));
    },

    reveal: (visitor, id) => moves.reveal(visitor.id, id),

    async follow(visitor, id) {
      await moves.row(visitor.id, id);
      return memory.get(id);
    },

    async resume() {
      const unfinished = await db
        .selectFrom('answers')
        .select('battle_id')
        .distinct()
        .where('state', '=', 'pending')
        .execute();
      for (const { battle_id } of unfinished) await interruptUnfinished(battle_id);
      // Nothing is being answered at a start, whatever rows say.
      await db
        .updateTable('answers')
        .set({ state: 'stopped', updated_at: now() })
        .where('state', '=', 'pending')
        .execute();
      const voted = await db
        .selectFrom('battles')
        .select(['id', 'visitor_id', 'reveal_at'])
        .where('phase', '=', 'voted')
        .execute();
      for (const { id, visitor_id, reveal_at } of voted) {
        moves.revealLater(visitor_id, id, Math.max(0, (reveal_at ?? 0) - now()));
      }
    },

    async close(patienceMs) {
      isClosing = true;
      clearInterval(sweeper);
      await sweeping;
      moves.close();
      await runner.settled(patienceMs);
      for (const live of memory.all()) if (live.answering !== null) await endUnlessEnded(live, interrupt);
    },
  };
}
