import { ModelError } from '../model-error.ts';
import { readBody } from '../read-body.ts';
import { redact } from '../redact.ts';
import type { Fetch } from '../runtime.ts';
import type { CheckedEndpoint } from './endpoint.ts';
import { errorOf } from './error-of.ts';
import { type Problem, problemOfBody } from './problem.ts';
import { retryAfterMs } from './retry-after.ts';

// Enough for any message; the page of a proxy may be much longer.
const MAX_ERROR_BYTES = 65_536;

/** An answer that has begun, or what the server had against the request. */
export type Sent =
  | { readonly isOk: true; readonly body: ReadableStream<Uint8Array> }
  | { readonly isOk: false; readonly problem: Problem; readonly error: ModelError };

/** One request and the head of its response. */
export interface Sending {
  readonly endpoint: CheckedEndpoint;
  readonly fetch: Fetch;
  readonly now: () => number;
}

/** @throws ModelError `unreachable`; or what the signal was aborted with. */
export async function send({ endpoint, fetch, now }: Sending, body: unknown, signal: AbortSignal): Promise<Sent> {
  const response = await fetch(endpoint.url, {
    method: 'POST',
    headers: { ...endpoint.headers },
    body: JSON.stringify(body),
    // A redirect would take the key to an address that nobody entered.
    redirect: 'manual',
    signal,
  }).catch((error: unknown) => {
    throw lostConnection(error, endpoint);
  });
  if (response.ok && response.body !== null) return { isOk: true, body: response.body };
  const { status, headers } = response;
  if (response.ok) {
    throw new ModelError('bad-response', `${endpoint.place} answered ${status} with nothing in it.`, { status });
  }
  const problem = { ...problemOfBody(await readBody(response.body, MAX_ERROR_BYTES), status) };
  const described = status >= 300 && status < 400 ? { ...problem, message: redirection(headers) } : problem;
  const wait = retryAfterMs(headers, now());
  return {
    isOk: false,
    problem,
    error: errorOf(described, endpoint, wait === undefined ? {} : { retryAfterMs: wait }),
  };
}

/** The error of a connection that could not be made or was lost. */
export function lostConnection(error: unknown, { place, secrets }: CheckedEndpoint): ModelError {
  const reason = redact(networkCode(error), secrets);
  const advice = ADVICE[reason] ?? 'Check the address and the network.';
  return new ModelError('unreachable', `No connection to ${place}, or it was lost (${reason}). ${advice}`);
}

const ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there: is the model server running?',
  ENOTFOUND: 'No server has this name.',
  EAI_AGAIN: 'The name could not be looked up; check the network.',
  UND_ERR_SOCKET: 'The server closed the connection.',
  ECONNRESET: 'The server closed the connection.',
};

/** Only codes of the network layer are told: its messages may quote headers. */
function networkCode(error: unknown): string {
  for (let inner: unknown = error, depth = 0; inner instanceof Error && depth < 4; inner = inner.cause, depth++) {
    if ('code' in inner && typeof inner.code === 'string' && /^[A-Z0-9_]+$/.test(inner.code)) return inner.code;
  }
  return 'network error';
}

function redirection(headers: Headers): string {
  const target = URL.parse(headers.get('location') ?? '');
  const where = target === null ? 'elsewhere' : `to ${target.origin}${target.pathname}`;
  return `it redirects ${where}, and redirects are not followed; enter the final address`;
}
