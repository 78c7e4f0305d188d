import type { Answering } from './answering.ts';
import { type Channel, createChannel } from './channel.ts';
import type { LiveText } from './view.ts';

/** A battle that somebody reads or that is being answered, in memory. Everything that must last is in the database. */
export interface LiveBattle {
  readonly id: string;
  readonly channel: Channel;
  /** The attempt under way. */
  answering: Answering | null;
  /** When the first words of the last attempt were shown; null where this server did not show them. */
  firstShownAt: number | null;
  /** Whether work of {@link exclusive} is under way or waits. */
  readonly isBusy: boolean;
  /** Runs one piece of work at a time, in the order of calls: views are sent in the order in which they were true. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** The battles in memory of this server. */
export interface LiveBattles {
  /** The battle of this id, made if it is not there. */
  get(id: string): LiveBattle;
  all(): Iterable<LiveBattle>;
  /** Forgets battles that are quiet: no reader, no answer under way, and nothing for as long as a reader may need to come back. */
  forgetQuiet(): void;
}

const keptQuietMs = 120_000;

/** An empty memory of battles. */
export function createLiveBattles(now: () => number): LiveBattles {
  const battles = new Map<string, LiveBattle>();
  return {
    get(id) {
      const known = battles.get(id);
      if (known !== undefined) return known;
      const made = createLiveBattle(id, now);
      battles.set(id, made);
      return made;
    },
    all: () => battles.values(),
    forgetQuiet() {
      for (const { id, channel, answering, isBusy } of battles.values()) {
        const isQuiet = channel.readers === 0 && now() - channel.quietSince > keptQuietMs;
        if (isQuiet && answering === null && !isBusy) battles.delete(id);
      }
    },
  };
}

/** What has been released of the attempt under way. */
export function liveText({ answering }: LiveBattle): LiveText | null {
  if (answering === null) return null;
  return { turn: answering.turn, attempt: answering.attempt, ...answering.released(), pacing: answering.pacing };
}

function createLiveBattle(id: string, now: () => number): LiveBattle {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    id,
    channel: createChannel(now),
    answering: null,
    firstShownAt: null,
    get isBusy() {
      return waiting > 0;
    },
    exclusive(work) {
      waiting += 1;
      const result = last.then(work).finally(() => {
        waiting -= 1;
      });
      last = result.catch(() => {});
      return result;
    },
  };
}
