import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { AddressRefused, type AddressRules, checkAddress, checkUrl, hostOf } from './address-rules.ts';

/** One address that a name stands for. */
export interface FoundAddress {
  readonly address: string;
  readonly family: number;
}

/** Looks a name up; `dns.promises.lookup` with `all` has this form. */
export type LookUp = (host: string) => Promise<readonly FoundAddress[]>;

/** A fetch for the addresses that admins enter. */
export interface SafeFetch {
  /** Never follows a redirect. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /**
   * Says before anything is sent whether an address would be refused. A name that cannot be looked up passes: it is found
   * out when it is used.
   * @throws {AddressRefused}
   */
  check(url: string): Promise<void>;
  /** Closes the connections that are kept open. */
  close(): void;
}

/**
 * A fetch that looks a name up once, checks every address that it stands for, and connects to those very addresses: a name that changes
 * its mind in between gains nothing.
 */
export function createSafeFetch({
  rules,
  lookUp,
}: {
  readonly rules: AddressRules;
  readonly lookUp: LookUp;
}): SafeFetch {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

  async function addressesOf(url: URL): Promise<readonly FoundAddress[]> {
    const found = await lookUp(hostOf(url));
    for (const { address } of found) checkAddress(address, url, rules);
    return found;
  }

  /** Node asks this for the addresses of a new connection; for a host that is an address it asks nothing, and `checkUrl` has looked. */
  function lookupFor(url: URL): LookupFunction {
    return (_host, { all }, done) => {
      addressesOf(url).then(
        (found) => {
          const [first] = found;
          if (first === undefined) done(notFound(url), '', 0);
          else if (all) done(null, [...found]);
          else done(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => done(error, '', 0),
      );
    };
  }

  return {
    async fetch(address, init) {
      const url = new URL(address);
      checkUrl(url, rules);
      const secure = url.protocol === 'https:';
      const options = { ...optionsOf(init), lookup: lookupFor(url), agent: secure ? agents.https : agents.http };
      return send(secure ? httpsRequest : httpRequest, url, { options, body: bodyOf(init) });
    },
    async check(address) {
      const url = URL.parse(address);
      if (url === null) throw new AddressRefused('This is no address.');
      checkUrl(url, rules);
      await addressesOf(url).catch((error: unknown) => {
        if (error instanceof AddressRefused) throw error;
      });
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

function send(
  request: typeof httpRequest,
  url: URL,
  { options, body }: { readonly options: RequestOptions; readonly body: string | null },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (answer) => {
      try {
        resolve(responseOf(answer));
      } catch (error) {
        answer.destroy();
        reject(error);
      }
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

function responseOf(answer: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const status = answer.statusCode ?? 0;
  if (status === 204 || status === 205 || status === 304) {
    answer.resume();
    return new Response(null, { status, headers });
  }
  // The same streams under two names: Node's own and the standard's.
  return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array<ArrayBuffer>>, { status, headers });
}

function optionsOf({ method, headers, signal }: RequestInit): RequestOptions {
  return {
    method: method ?? 'GET',
    // What is not asked for packed need not be unpacked.
    headers: { 'accept-encoding': 'identity', ...Object.fromEntries(new Headers(headers)) },
    ...(signal && { signal }),
  };
}

function bodyOf({ body }: RequestInit): string | null {
  if (body === undefined || body === null || typeof body === 'string') return body ?? null;
  throw new TypeError('A request to a model has a text as its body.');
}

function notFound(url: URL): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostOf(url)} has no address.`), { code: 'ENOTFOUND' });
}
