import type { BattleEvent } from '@agon/api';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { NumberedEvent } from './channel.ts';
import type { LiveBattle } from './live-battle.ts';

/** A comment is sent after this long without an event, so that nothing on the way takes the line for dead. */
const keepAliveMs = 15_000;
/** A reader so far behind is cut off; it comes back and resumes. */
const mostWaiting = 2_000;

/**
 * The events of a battle for one reader: those after `Last-Event-ID`, or the whole view where they are gone, then all that happens,
 * until the reader leaves.
 */
export function battleEventStream(context: Context, live: LiveBattle, view: () => Promise<BattleEvent>): Response {
  context.header('cache-control', 'no-store');
  context.header('x-accel-buffering', 'no');
  const lastSeen = Number(context.req.header('last-event-id') ?? Number.NaN);
  return streamSSE(context, async (stream) => {
    const waiting: NumberedEvent[] = [];
    let wake = () => {};
    let isOpen = true;
    const close = () => {
      isOpen = false;
      leave();
      wake();
    };
    const leave = live.channel.join((event) => {
      if (event.event.type === 'battle') waiting.length = 0;
      waiting.push(event);
      if (waiting.length > mostWaiting) close();
      wake();
    });
    stream.onAbort(close);
    try {
      // The reader has joined before, so nothing falls between the past and what comes.
      await begin();
      while (isOpen) {
        const next = waiting.shift();
        if (next === undefined) await idle();
        else await write(next);
      }
    } finally {
      leave();
    }

    async function begin(): Promise<void> {
      const missed = Number.isSafeInteger(lastSeen) ? live.channel.since(lastSeen) : null;
      if (missed !== null) {
        waiting.unshift(...missed.filter(({ number }) => number < (waiting[0]?.number ?? Number.POSITIVE_INFINITY)));
        return;
      }
      const event = await view();
      const number = event.type === 'battle' ? event.battle.lastEvent : live.channel.last;
      // What came while the view was made and is in it already.
      while ((waiting[0]?.number ?? Number.POSITIVE_INFINITY) <= number) waiting.shift();
      await write({ number, event });
    }

    async function idle(): Promise<void> {
      const timer = setTimeout(() => {
        void stream.write(': still here\n\n').catch(close);
        wake();
      }, keepAliveMs);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      clearTimeout(timer);
    }

    async function write({ number, event }: NumberedEvent): Promise<void> {
      await stream.writeSSE({ id: String(number), data: JSON.stringify(event) });
    }
  });
}
