import type { BattleEvent, BattleView } from '@agon/api';
import { type Client, createClient, pathOf } from '@agon/api/client';
import { EventSourceParserStream } from 'eventsource-parser/stream';

type Fetch = typeof globalThis.fetch;

/** A visitor without a browser: a client with a jar of cookies. */
export interface Visitor {
  readonly call: Client;
  /** Of a path of the arena, with the cookies. */
  readonly fetch: Fetch;
  /** Says that the texts stay private, as the page does before the first question. */
  consent(): Promise<void>;
  /** The events of a battle, from its whole view on, until the caller stops reading. */
  events(battle: string, lastEvent?: number): AsyncIterable<Heard>;
  /** Reads the events of a battle until its view is such. */
  follow(battle: string, until: (view: BattleView) => boolean): Promise<BattleView>;
}

/** One event of a battle with its number. */
export interface Heard {
  readonly id: number;
  readonly event: BattleEvent;
}

/**
 * A new visitor of the arena at an origin; a function where the arena comes back elsewhere after a restart. `fetch` is that of the
 * platform unless given.
 *
 * @example
 * const visitor = createVisitor(arena.url);
 * await visitor.consent();
 * const { id } = await visitor.call('startBattle', { body: { prompt: 'Why is the sky blue?' } });
 * const view = await visitor.follow(id, ({ phase }) => phase === 'voting');
 */
export function createVisitor(
  origin: string | (() => string),
  { fetch = globalThis.fetch }: { readonly fetch?: Fetch } = {},
): Visitor {
  const originNow = typeof origin === 'string' ? () => origin : origin;
  const jar = new Map<string, string>();
  const withCookies: Fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(`${originNow()}${String(input)}`, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  const call = createClient({ fetch: withCookies });

  async function* events(battle: string, lastEvent?: number): AsyncGenerator<Heard> {
    const headers = lastEvent === undefined ? {} : { 'last-event-id': String(lastEvent) };
    const response = await withCookies(pathOf('battleEvents', { battle }), { headers });
    if (!response.ok || response.body === null) throw new Error(`No events of the battle: ${response.status}.`);
    const messages = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
    for await (const { id, data } of messages) {
      const event: BattleEvent = JSON.parse(data);
      yield { id: Number(id), event };
    }
  }

  return {
    call,
    fetch: withCookies,
    events,
    async consent() {
      const { consentVersion } = await call('arena');
      await call('setConsent', { body: { choice: 'private', version: consentVersion } });
    },
    async follow(battle, until) {
      for await (const { event } of events(battle)) {
        if (event.type === 'battle' && until(event.battle)) return event.battle;
      }
      throw new Error(`The events of battle ${battle} ended too early.`);
    },
  };
}
