import {
  advance,
  cutUnits,
  type Masker,
  type ReleaseClock,
  type Side,
  showWhenFinished,
  sideEnded,
  sides,
  startClock,
  unitsArrived,
} from '@agon/arena';
import type { ChatModel, ChatRequest } from '@agon/llm';
import { type AnswerSoFar, type AnswerStream, answerStream } from './answer-stream.ts';
import type { Pacing } from './view.ts';

/** What one side needs to answer; a side that keeps its answer from before a retry has only the text. */
export type SidePlan =
  | { readonly chat: ChatModel; readonly request: ChatRequest; readonly masker: Masker }
  | { readonly kept: string };

/** Both answers of one attempt on their way. */
export interface Answering {
  readonly turn: number;
  readonly attempt: number;
  /** UTC milliseconds. */
  readonly startedAt: number;
  /** Text released so far, names masked. */
  released(): Readonly<Record<Side, string>>;
  /** Null for a side that keeps its answer. */
  soFar(side: Side): AnswerSoFar | null;
  /** When the first words were released, UTC milliseconds. */
  readonly firstShownAt: number | null;
  /** Resolves when both have ended and everything is released, or after `stop`. */
  readonly finished: Promise<'complete' | 'stopped'>;
  readonly pacing: Pacing;
  /** Holds what is not released yet until both are complete. */
  showWhenFinished(): void;
  /** Ends both calls; what was not released is never shown. */
  stop(): void;
}

/** What an attempt is and who hears of it. */
export interface AnsweringOptions {
  readonly turn: number;
  readonly attempt: number;
  readonly plans: Readonly<Record<Side, SidePlan>>;
  readonly now: () => number;
  readonly onWords: (words: Readonly<Record<Side, string>>) => void;
  /** One side is further ahead than people like to wait for (called once), or the reader asked to hold both. */
  readonly onPacing: (pacing: Pacing) => void;
  readonly onTick: () => void;
}

/** A tick of the release clock. */
const tickMs = 80;
/** From here on the page offers to show both answers when finished. */
const slowMs = 8_000;

/** Asks both models and releases their answers by one clock. */
export function startAnswering(options: AnsweringOptions): Answering {
  const { plans, now } = options;
  const abort = new AbortController();
  const queues: Record<Side, string[]> = { a: [], b: [] };
  const released: Record<Side, string> = { a: '', b: '' };
  const streams: Partial<Record<Side, AnswerStream>> = {};
  const startedAt = now();
  let clock = beginClock(plans, startedAt);
  let firstShownAt: number | null = null;
  let pacing: Pacing = 'paced';
  const { promise: finished, resolve } = Promise.withResolvers<'complete' | 'stopped'>();

  for (const side of sides) {
    const plan = plans[side];
    if ('kept' in plan) {
      released[side] = plan.kept;
      continue;
    }
    const stream = answerStream({
      ...plan,
      signal: abort.signal,
      now,
      onUnits: (units) => {
        queues[side].push(...units);
        clock = unitsArrived(clock, { side, units: units.length, now: now() });
      },
    });
    streams[side] = stream;
    void stream.read().then(() => {
      clock = sideEnded(clock, side);
    });
  }

  const timer = setInterval(tick, tickMs);

  function tick(): void {
    const release = advance(clock, now());
    clock = release.clock;
    const words = { a: queues.a.splice(0, release.a).join(''), b: queues.b.splice(0, release.b).join('') };
    if (words.a !== '' || words.b !== '') {
      firstShownAt ??= now();
      for (const side of sides) released[side] += words[side];
      options.onWords(words);
    }
    if (release.bufferedMs > slowMs && pacing === 'paced') changePacing('slow');
    if (release.done) end('complete');
    else options.onTick();
  }

  function changePacing(next: Pacing): void {
    pacing = next;
    options.onPacing(next);
  }

  function end(how: 'complete' | 'stopped'): void {
    clearInterval(timer);
    abort.abort();
    resolve(how);
  }

  return {
    turn: options.turn,
    attempt: options.attempt,
    startedAt,
    released: () => ({ ...released }),
    soFar: (side) => streams[side]?.soFar() ?? null,
    get firstShownAt() {
      return firstShownAt;
    },
    get pacing() {
      return pacing;
    },
    finished,
    showWhenFinished() {
      clock = showWhenFinished(clock);
      changePacing('when-finished');
    },
    stop: () => end('stopped'),
  };
}

function beginClock(plans: AnsweringOptions['plans'], now: number): ReleaseClock {
  for (const side of sides) {
    const plan = plans[side];
    if ('kept' in plan) return startClock({ now, kept: { side, units: cutUnits(plan.kept).length, rate: null } });
  }
  return startClock({ now });
}
