import type { ChatEvent, ChatModel, ChatRequest, StreamOptions } from './chat-model.ts';
import { cancellation } from './model-error.ts';

/** How busy a model is. */
export interface Load {
  /** Answers being made. */
  readonly running: number;
  /** Requests that wait for a place. */
  readonly waiting: number;
}

/** A model that tells how busy it is. */
export interface QueuedModel extends ChatModel {
  load(): Load;
}

/**
 * The same model, with at most `maxConcurrent` answers at a time; the others wait in the order they came and can be
 * aborted while waiting.
 *
 * @example
 * const model = withConcurrency(ollama, 2);
 * model.load(); // { running: 2, waiting: 5 }
 */
export function withConcurrency(model: ChatModel, maxConcurrent: number): QueuedModel {
  if (!Number.isInteger(maxConcurrent) || maxConcurrent < 1) {
    throw new RangeError(`maxConcurrent is ${maxConcurrent}; give a whole number from 1.`);
  }
  const places = createPlaces(maxConcurrent);
  return { load: places.load, stream: (request, { signal }) => queued({ model, places }, request, signal) };
}

interface Places {
  /** Whether a place was given; not where the signal was aborted first. */
  take(signal: AbortSignal): Promise<boolean>;
  free(): void;
  load(): Load;
}

async function* queued(
  { model, places }: { model: ChatModel; places: Places },
  request: ChatRequest,
  signal: StreamOptions['signal'],
): AsyncGenerator<ChatEvent> {
  if (!(await places.take(signal))) {
    yield { type: 'error', error: cancellation(signal) };
    return;
  }
  try {
    yield* model.stream(request, { signal });
  } finally {
    places.free();
  }
}

function createPlaces(count: number): Places {
  // A Set keeps the order of insertion and forgets an aborted waiter in constant time.
  const queue = new Set<() => void>();
  let running = 0;
  return {
    take(signal) {
      if (signal.aborted) return Promise.resolve(false);
      if (running < count) {
        running++;
        return Promise.resolve(true);
      }
      return new Promise((resolve) => {
        const leave = (): void => {
          queue.delete(enter);
          resolve(false);
        };
        const enter = (): void => {
          signal.removeEventListener('abort', leave);
          resolve(true);
        };
        signal.addEventListener('abort', leave, { once: true });
        queue.add(enter);
      });
    },
    free() {
      const [next] = queue;
      // The place goes straight to the next in line, so that a newcomer cannot slip in between.
      if (next === undefined) running--;
      else {
        queue.delete(next);
        next();
      }
    },
    load: () => ({ running, waiting: queue.size }),
  };
}
