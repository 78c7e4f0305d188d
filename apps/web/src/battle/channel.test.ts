import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ChannelOptions, openChannel } from './channel.ts';

const sources: FakeSource[] = [];

/** Stands for the browser's own, and does what the test tells it. */
class FakeSource extends EventTarget {
  readonly url: string;
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(url: string) {
    super();
    this.url = url;
    sources.push(this);
  }
  say(type: string, data: unknown, lastEventId = '1'): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }));
  }
  fail(readyState: 0 | 2): void {
    this.readyState = readyState;
    this.onerror?.();
  }
  close(): void {
    this.readyState = 2;
  }
}

beforeEach(() => {
  sources.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open(facts: Partial<ChannelOptions> = {}) {
  const onEvent = vi.fn();
  const onConnection = vi.fn();
  const close = openChannel({
    url: '/events',
    EventSource: FakeSource as unknown as typeof EventSource, // All that the channel uses is there.
    onEvent,
    onConnection,
    onRefused: async () => true,
    ...facts,
  });
  return { onEvent, onConnection, close };
}

test('events come with their numbers', () => {
  const { onEvent } = open();
  sources[0]?.say('pacing', { type: 'pacing', pacing: 'slow' }, '42');
  expect(onEvent).toHaveBeenCalledWith(42, { type: 'pacing', pacing: 'slow' });
});

test('a dropped connection is left to the browser', async () => {
  const { onConnection } = open();
  sources[0]?.fail(0);
  expect(onConnection).toHaveBeenLastCalledWith('reconnecting');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sources).toHaveLength(1);
  sources[0]?.onopen?.();
  expect(onConnection).toHaveBeenLastCalledWith('open');
});

test('a refused connection is tried again with growing pauses', async () => {
  open();
  sources[0]?.fail(2);
  await vi.advanceTimersByTimeAsync(500);
  expect(sources).toHaveLength(2);
  sources[1]?.fail(2);
  await vi.advanceTimersByTimeAsync(999);
  expect(sources).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(sources).toHaveLength(3);
});

test('it is not tried again where that makes no sense, or after it was closed', async () => {
  open({ onRefused: async () => false });
  sources[0]?.fail(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sources).toHaveLength(1);

  const { close } = open();
  sources[1]?.fail(2);
  close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sources).toHaveLength(2);
});
