import type { BattleEvent } from '@agon/api';

/** How the channel of a battle is doing. */
export type Connection = 'connecting' | 'open' | 'reconnecting';

/** What {@link openChannel} needs. */
export interface ChannelOptions {
  readonly url: string;
  readonly EventSource: typeof globalThis.EventSource;
  readonly onEvent: (id: number, event: BattleEvent) => void;
  readonly onConnection: (connection: Connection) => void;
  /** The server refused or ended the channel: says whether another try makes sense. */
  readonly onRefused: () => Promise<boolean>;
}

const eventNames = ['battle', 'words', 'pacing', 'message'] as const;
const firstPauseMs = 500;
const longestPauseMs = 15_000;

/**
 * Listens to a battle until the function returned is called. A dropped connection is taken up again by the browser, which tells the server the last event
 * that it saw; a refused one is tried anew, with growing pauses, as long as `onRefused` says so.
 */
export function openChannel({ url, EventSource, onEvent, onConnection, onRefused }: ChannelOptions): () => void {
  let isClosed = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined;

  const refused = async () => {
    if (!(await onRefused()) || isClosed) return;
    timer = setTimeout(connect, Math.min(firstPauseMs * 2 ** failures, longestPauseMs));
    failures += 1;
  };
  const connect = () => {
    const opened = new EventSource(url);
    source = opened;
    opened.onopen = () => {
      failures = 0;
      onConnection('open');
    };
    opened.onerror = () => {
      onConnection('reconnecting');
      // 2 is CLOSED: the browser will not try again by itself.
      if (opened.readyState === 2 && !isClosed) void refused();
    };
    for (const name of eventNames) {
      opened.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
        const event: BattleEvent = JSON.parse(data);
        onEvent(Number(lastEventId), event);
      });
    }
  };
  onConnection('connecting');
  connect();
  return () => {
    isClosed = true;
    clearTimeout(timer);
    source?.close();
  };
}
