import { type Battle, createMasker, currentAttempt, currentTurn, interrupt, type Side, sides } from '@agon/arena';
import type { ChatRequest } from '@agon/llm';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Schema } from '../database/schema.ts';
import type { Conditions, Contestant, Lineup } from '../models/lineup.ts';
import { createAliasBook } from './alias-book.ts';
import { type Answering, type SidePlan, startAnswering } from './answering.ts';
import { type BattleRow, battleRow } from './battle-row.ts';
import { messagesFor, readTurns, type StoredTurn } from './conversation.ts';
import type { LiveBattle } from './live-battle.ts';
import { saveAnswers } from './save-answers.ts';
import { settleAnswers } from './settle.ts';
import { stopUnfinished } from './stop-unfinished.ts';

/** Asks the models of battles and follows their answers to the end. */
export interface AttemptRunner {
  /** Asks whoever the battle waits for. Call it inside the battle's exclusive work, after a transition. */
  follow(live: LiveBattle): Promise<void>;
  /** Resolves when no attempt is under way, or after `patienceMs`. */
  settled(patienceMs: number): Promise<void>;
}

export interface AttemptRunnerOptions {
  readonly db: Kysely<Schema>;
  readonly lineup: Lineup;
  readonly log: Logger;
  readonly now: () => number;
  /** Sends the new view to the readers of a battle. */
  readonly show: (live: LiveBattle) => Promise<unknown>;
}

type BothContestants = Readonly<Record<Side, Contestant>>;

/** Text that has arrived is on the disk after this long. */
const saveEveryMs = 500;

/** A runner over the models of a lineup. */
export function attemptRunner({ db, lineup, log, now, show }: AttemptRunnerOptions): AttemptRunner {
  const running = new Set<Promise<unknown>>();
  const aliases = createAliasBook();

  async function begin(live: LiveBattle, row: BattleRow): Promise<void> {
    const contestants = { a: await lineup.contestant(row.model_a), b: await lineup.contestant(row.model_b) };
    const turns = await readTurns(db, live.id);
    const plans = await plansOf(row, turns, contestants);
    const saves = savesOf(live, contestants);
    const answering: Answering = startAnswering({
      turn: currentTurn(row.state).turn,
      attempt: currentAttempt(row.state).attempt,
      plans,
      now,
      onWords: (words) => {
        live.firstShownAt ??= now();
        const { turn, attempt } = answering;
        live.channel.send({ type: 'words', turn, attempt, ...words });
      },
      onPacing: (pacing) => live.channel.send({ type: 'pacing', pacing }),
      onTick: () => saves.tick(answering),
    });
    live.answering = answering;
    live.firstShownAt = null;
    const end = answering.finished.then((how) =>
      how === 'complete' ? settle(live, answering, row, contestants, saves) : undefined,
    );
    running.add(end);
    void end
      .catch((error: unknown) => log.error({ err: error }, 'a battle could not be stored'))
      .finally(() => running.delete(end));
  }

  async function plansOf(
    row: BattleRow,
    turns: readonly StoredTurn[],
    contestants: BothContestants,
  ): Promise<Record<Side, SidePlan>> {
    const drawn = sides.flatMap((side) => aliases.of(contestants[side]));
    const known = await aliases.everyone(lineup);
    const attempt = currentAttempt(row.state);
    const stored = turns.at(-1)?.answers.filter((answer) => answer.attempt === attempt.attempt) ?? [];
    const plan = (side: Side): SidePlan => {
      if (attempt[side].state !== 'pending')
        return { kept: stored.find((answer) => answer.side === side)?.shown ?? '' };
      const conditions = row.conditions[side];
      return {
        chat: contestants[side].chat,
        request: requestOf(messagesFor(side, turns, conditions.systemPrompt), conditions),
        masker: createMasker({ drawn, known }),
      };
    };
    return { a: plan('a'), b: plan('b') };
  }

  /** Saves at most every half second, and one save at a time. */
  function savesOf(live: LiveBattle, contestants: BothContestants) {
    let savedAt = now();
    let saving: Promise<void> | null = null;
    return {
      idle: () => saving ?? Promise.resolve(),
      tick(answering: Answering) {
        if (saving !== null || now() - savedAt < saveEveryMs) return;
        savedAt = now();
        saving = saveAnswers(db, answering, {
          battleId: live.id,
          states: null,
          prices: pricesOf(contestants),
          now: now(),
        })
          .catch((error: unknown) => log.error({ err: error }, 'an answer could not be saved on its way'))
          .finally(() => {
            saving = null;
          });
      },
    };
  }

  async function settle(
    live: LiveBattle,
    answering: Answering,
    row: BattleRow,
    contestants: BothContestants,
    saves: { idle(): Promise<void> },
  ): Promise<void> {
    await saves.idle();
    await live.exclusive(async () => {
      // Stopped while this waited for its turn.
      if (live.answering !== answering) return;
      const revisions = { a: row.model_a, b: row.model_b };
      try {
        await settleAnswers(db, { battleId: live.id, answering, revisions, prices: pricesOf(contestants), now: now() });
        live.answering = null;
      } catch (error) {
        log.error({ err: error }, 'answers could not be stored');
        await giveUp(live);
      }
      await show(live);
    });
  }

  /** Rather a turn that is stopped and can be asked again than a battle that waits for ever. */
  async function giveUp(live: LiveBattle): Promise<void> {
    live.answering?.stop();
    live.answering = null;
    await stopUnfinished(db, { live, command: interrupt, now: now() });
  }

  return {
    async follow(live) {
      if (live.answering !== null) return;
      const row = battleRow(
        await db.selectFrom('battles').selectAll().where('id', '=', live.id).executeTakeFirstOrThrow(),
      );
      if (!isAnswering(row.state)) return;
      try {
        await begin(live, row);
      } catch (error) {
        log.error({ err: error }, 'the models of a battle could not be asked');
        await giveUp(live);
      }
    },
    async settled(patienceMs) {
      const { promise: patience, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, patienceMs);
      await Promise.race([Promise.allSettled(running), patience]);
      clearTimeout(timer);
    },
  };
}

function isAnswering(state: Battle): boolean {
  return state.phase === 'answering' || (state.phase === 'revealed' && state.chat === 'answering');
}

function requestOf(messages: ChatRequest['messages'], conditions: Conditions): ChatRequest {
  const { temperature, maxOutputTokens, reasoningEffort } = conditions;
  return {
    messages,
    maxOutputTokens,
    ...(temperature !== null && { temperature }),
    ...(reasoningEffort !== null && { reasoningEffort }),
  };
}

function pricesOf({ a, b }: BothContestants) {
  return { a: a.price, b: b.price };
}
