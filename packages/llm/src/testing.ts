import type { ChatEvent, ChatModel, ChatRequest } from './chat-model.ts';
import type { Runtime } from './runtime.ts';

/** A clock that stands still until everybody waits, and then jumps to the first who is due. */
export function virtualRuntime(random: () => number = () => 0.5): Runtime {
  let time = 1_700_000_000_000;
  let waiting: { at: number; wake: () => void }[] = [];
  let isTicking = false;
  const tick = (): void => {
    const next = Math.min(...waiting.map(({ at }) => at));
    const due = waiting.find(({ at }) => at === next);
    waiting = waiting.filter((sleeper) => sleeper !== due);
    isTicking = false;
    if (due === undefined) return;
    time = Math.max(time, due.at);
    due.wake();
    schedule();
  };
  // A turn of the event loop lets everything run that does not wait for the clock.
  const schedule = (): void => {
    if (isTicking || waiting.length === 0) return;
    isTicking = true;
    setImmediate(tick);
  };
  return {
    now: () => time,
    random,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { at: time + ms, wake: resolve };
        waiting.push(sleeper);
        signal.addEventListener('abort', () => {
          waiting = waiting.filter((other) => other !== sleeper);
          resolve();
        });
        schedule();
      }),
  };
}

/** A clock that never moves, for tests that talk to a real server: nothing times out in them. */
export const stillRuntime: Runtime = {
  now: () => 1_700_000_000_000,
  sleep: () => new Promise(() => undefined),
  random: () => 0.5,
};

/** A request of one message. */
export function ask(content: string, settings: Partial<ChatRequest> = {}): ChatRequest {
  return { messages: [{ role: 'user', content }], ...settings };
}

/** A number is a wait in milliseconds. */
export type Script = readonly (ChatEvent | number)[];

/** A model that plays one script for each call, the last one again and again, and remembers what it was asked. */
export function scriptedModel(
  runtime: Runtime,
  ...scripts: readonly Script[]
): ChatModel & { readonly asked: ChatRequest[] } {
  const asked: ChatRequest[] = [];
  return {
    asked,
    async *stream(request, { signal }) {
      asked.push(request);
      for (const step of scripts[Math.min(asked.length, scripts.length) - 1] ?? []) {
        if (typeof step === 'number') await runtime.sleep(step, signal);
        else yield step;
      }
    },
  };
}

/** All events of an answer. */
export async function eventsOf(
  model: ChatModel,
  request: ChatRequest = ask('Hello'),
  signal?: AbortSignal,
): Promise<ChatEvent[]> {
  const options = { signal: signal ?? new AbortController().signal };
  const events: ChatEvent[] = [];
  for await (const event of model.stream(request, options)) events.push(event);
  return events;
}

/** Answer, reasoning and last event, without the borders between the pieces. */
export function summary(events: readonly ChatEvent[]): {
  text: string;
  reasoning: string;
  end: string;
  usage?: ChatEvent;
} {
  const join = (type: 'text' | 'reasoning'): string =>
    events.map((event) => (event.type === type && 'text' in event ? event.text : '')).join('');
  const last = events.at(-1);
  const end = last?.type === 'finish' ? last.reason : last?.type === 'error' ? last.error.code : 'nothing';
  const usage = events.find(({ type }) => type === 'usage');
  return { text: join('text'), reasoning: join('reasoning'), end, ...(usage !== undefined && { usage }) };
}

export const hello: ChatEvent = { type: 'text', text: 'Hello' };
export const stop: ChatEvent = { type: 'finish', reason: 'stop' };
