import type { z } from 'zod';
import type { contract } from './contract.ts';
import { type EndpointName, endpoints } from './endpoints.ts';
import type { Problem } from './problem.ts';

export { type ReasonChip, reasonChips } from './reason-chips.ts';

type Contract = typeof contract;

/** What a call takes: `params` of its path, `body`. */
export type CallInput<Name extends EndpointName> = (Contract[Name] extends { params: infer Params extends z.ZodType }
  ? { readonly params: z.input<Params> }
  : unknown) &
  (Contract[Name] extends { body: infer Body extends z.ZodType } ? { readonly body: z.input<Body> } : unknown);

/** What a call gives. */
export type CallOutput<Name extends EndpointName> = z.output<Contract[Name]['response']>;

/** A refusal of the arena, as an error. `problem.code` is stable. */
export class ArenaRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ArenaRefused';
    this.problem = problem;
  }
}

/** The arena could not be reached, or something between answered in its place. */
export class ArenaUnreachable extends Error {
  override name = 'ArenaUnreachable';
}

/** Calls the arena by name. */
export type Client = <Name extends EndpointName>(
  name: Name,
  ...input: unknown extends CallInput<Name> ? [] : [CallInput<Name>]
) => Promise<CallOutput<Name>>;

/** Where and with what a client calls. */
export interface ClientOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Origin of the arena; empty in a page that it serves. */
  readonly origin?: string;
}

/**
 * A typed client of the arena.
 *
 * Throws {@link ArenaRefused} where the arena says no and {@link ArenaUnreachable} where it cannot be heard.
 *
 * @example
 * const call = createClient({ fetch });
 * const battle = await call('startBattle', { body: { prompt: 'Why is the sky blue?' } });
 */
export function createClient({ fetch, origin = '' }: ClientOptions): Client {
  return async (name, ...rest) => {
    const input: { params?: Record<string, unknown>; body?: unknown } = rest[0] ?? {};
    const { method } = endpoints[name];
    const headers: Record<string, string> = { accept: 'application/json' };
    if (input.body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(origin + pathOf(name, input.params), {
      method,
      headers,
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
    }).catch((cause: unknown) => {
      throw new ArenaUnreachable('The arena cannot be reached.', { cause });
    });
    const answer: unknown = await response.json().catch((cause: unknown) => {
      throw new ArenaUnreachable(`Something else answered in the arena's place (status ${response.status}).`, {
        cause,
      });
    });
    if (!response.ok) throw isProblem(answer) ? new ArenaRefused(answer) : new ArenaUnreachable('An unknown refusal.');
    return answer as CallOutput<typeof name>; // The contract's tests check every answer of the server against its schema.
  };
}

/** Path of a call with its parameters filled in, for links and event streams. */
export function pathOf(name: EndpointName, params: Readonly<Record<string, unknown>> = {}): string {
  return endpoints[name].path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params[key])));
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer;
}
