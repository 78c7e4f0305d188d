import type { BattleEvent } from '@agon/api';

/** An event with its place in the channel. */
export interface NumberedEvent {
  readonly number: number;
  readonly event: BattleEvent;
}

/** Events kept for readers who come back; a reader who missed more gets the whole view. */
const keptEvents = 3_000;

/** What happens in one battle, numbered, for any number of readers. */
export interface Channel {
  /** Number of the newest event. */
  readonly last: number;
  readonly readers: number;
  /** When the last reader left, UTC milliseconds; the channel's beginning while none has come. */
  readonly quietSince: number;
  send(event: BattleEvent): void;
  /** Events after `number`, or null where some of them are gone or the number is not of this channel. */
  since(number: number): readonly NumberedEvent[] | null;
  /** Calls `read` for each event from now on, until the function returned is called. */
  join(read: (event: NumberedEvent) => void): () => void;
}

/**
 * A channel. Numbers begin at the time of its making, in microseconds, so that one made after a restart never gives a number again
 * that a reader of the former one holds.
 */
export function createChannel(now: () => number): Channel {
  const first = now() * 1000;
  const events: NumberedEvent[] = [];
  const readers = new Set<(event: NumberedEvent) => void>();
  let last = first;
  let quietSince = now();
  return {
    get last() {
      return last;
    },
    get readers() {
      return readers.size;
    },
    get quietSince() {
      return quietSince;
    },
    send(event) {
      last += 1;
      const numbered = { number: last, event };
      // A whole view takes the place of all before it, for readers who come back too.
      if (event.type === 'battle') events.length = 0;
      events.push(numbered);
      if (events.length > keptEvents) events.splice(0, events.length - keptEvents);
      for (const read of readers) read(numbered);
    },
    since(number) {
      const oldest = events[0]?.number ?? last + 1;
      if (number > last || number < oldest - 1) return null;
      return events.slice(number - oldest + 1);
    },
    join(read) {
      readers.add(read);
      return () => {
        readers.delete(read);
        quietSince = now();
      };
    },
  };
}
