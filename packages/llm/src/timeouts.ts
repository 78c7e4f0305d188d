import type { ChatEvent, ChatModel, ChatRequest, StreamOptions } from './chat-model.ts';
import { guarded } from './guard.ts';
import { ModelError } from './model-error.ts';
import { pause, type Runtime } from './runtime.ts';

/** How long a model may be silent, in milliseconds; what is left out has the default. */
export interface TimeoutOptions {
  /** Until the first text or reasoning; 60,000. */
  readonly firstTokenMs?: number;
  /** Between two events after that; 30,000. The time that the reader takes does not count. */
  readonly stallMs?: number;
  /** For the whole answer; 180,000. */
  readonly totalMs?: number;
}

/**
 * The same model, ended with `timed-out-first-token` or `stalled` when it is silent for too long.
 *
 * @example
 * withTimeouts(model, { firstTokenMs: 120_000 }, runtime) // for a model that thinks before it speaks
 */
export function withTimeouts(model: ChatModel, options: TimeoutOptions, runtime: Runtime): ChatModel {
  const limits = { firstTokenMs: 60_000, stallMs: 30_000, totalMs: 180_000, ...options };
  return { stream: (request, { signal }) => timed({ model: guarded(model), limits, runtime }, request, signal) };
}

interface Timed {
  readonly model: ChatModel;
  readonly limits: Required<TimeoutOptions>;
  readonly runtime: Runtime;
}

async function* timed(timed: Timed, request: ChatRequest, signal: StreamOptions['signal']): AsyncGenerator<ChatEvent> {
  const timer = new AbortController();
  const watch = createWatch(timed, timer);
  try {
    watch.run().catch((error: unknown) => timer.abort(error));
    for await (const event of timed.model.stream(request, { signal: AbortSignal.any([signal, timer.signal]) })) {
      watch.heard();
      yield event;
      watch.listen();
    }
  } finally {
    timer.abort();
  }
}

interface Watch {
  run(): Promise<void>;
  heard(): void;
  listen(): void;
}

/** One timer for a whole stream, since a timer for every event would be most of the work of a busy server. */
function createWatch({ limits, runtime }: Timed, timer: AbortController): Watch {
  const started = runtime.now();
  let hasBegun = false;
  let silentSince: number | undefined = started;

  const due = (): { at: number; error: () => ModelError } => {
    const silence = (silentSince ?? runtime.now()) + (hasBegun ? limits.stallMs : limits.firstTokenMs);
    const total = started + limits.totalMs;
    if (total < silence) return { at: total, error: () => tooLong(limits.totalMs, hasBegun) };
    return { at: silence, error: () => (hasBegun ? stalled(limits.stallMs) : noFirstToken(limits.firstTokenMs)) };
  };

  return {
    async run() {
      for (;;) {
        const { at, error } = due();
        const left = at - runtime.now();
        if (left <= 0) return timer.abort(error());
        if (!(await pause(runtime.sleep, left, timer.signal))) return;
      }
    },
    heard() {
      hasBegun = true;
      silentSince = undefined;
    },
    listen() {
      silentSince = runtime.now();
    },
  };
}

function noFirstToken(ms: number): ModelError {
  const advice =
    'See whether the server is busy or still loading the model, or raise the time-out for the first token.';
  return new ModelError('timed-out-first-token', `The model said nothing for ${ms / 1000} s. ${advice}`);
}

function stalled(ms: number): ModelError {
  return new ModelError('stalled', `The model fell silent for ${ms / 1000} s in the middle of its answer.`);
}

function tooLong(ms: number, hasBegun: boolean): ModelError {
  const advice = 'Lower the output limit or raise the total time-out.';
  const code = hasBegun ? 'stalled' : 'timed-out-first-token';
  return new ModelError(code, `The answer was not complete after ${ms / 1000} s. ${advice}`);
}
