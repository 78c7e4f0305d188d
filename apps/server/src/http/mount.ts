import { contract, type EndpointName, endpoints, type Route } from '@agon/api';
import type { CallOutput } from '@agon/api/client';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import { Refused } from './refused.ts';

type Contract = typeof contract;
type Parsed<Name extends EndpointName, Part extends 'params' | 'body'> = Contract[Name] extends {
  [Key in Part]: infer Schema extends z.ZodType;
}
  ? z.output<Schema>
  : undefined;

/** One call, parsed. */
export interface Call<Name extends EndpointName> {
  readonly params: Parsed<Name, 'params'>;
  readonly body: Parsed<Name, 'body'>;
  /** For cookies and addresses; what a call means is in `params` and `body`. */
  readonly context: Context;
}

/** Answers the calls of a contract's name; `events` answers a stream with a response of its own. */
export interface Mount {
  on<Name extends EndpointName>(name: Name, answer: (call: Call<Name>) => Promise<CallOutput<Name>>): void;
  stream<Name extends EndpointName>(name: Name, answer: (call: Call<Name>) => Promise<Response>): void;
}

/** Mounts calls of the contract on an app: parse once, call, answer. */
export function mountOn(app: Hono): Mount {
  const route = <Name extends EndpointName>(name: Name, answer: (call: Call<Name>) => Promise<Response>) => {
    const { method, path } = endpoints[name];
    app.on(method, path.replace(/\{(\w+)\}/g, ':$1'), async (context) => answer(await parse(name, context)));
  };
  return {
    on: (name, answer) =>
      route(name, async (call) => {
        const { status }: Route = contract[name];
        call.context.header('cache-control', 'no-store');
        return call.context.json(await answer(call), status ?? 200);
      }),
    // A request for the headers alone must not become a reader.
    stream: (name, answer) =>
      route(name, async (call) =>
        call.context.req.method === 'HEAD'
          ? call.context.body(null, 200, { 'content-type': 'text/event-stream' })
          : answer(call),
      ),
  };
}

async function parse<Name extends EndpointName>(name: Name, context: Context): Promise<Call<Name>> {
  const { params, body }: Route = contract[name];
  return {
    params: (params && check(params, context.req.param())) as Parsed<Name, 'params'>, // Its schema has just said so.
    body: (body && check(body, await json(context))) as Parsed<Name, 'body'>,
    context,
  };
}

function check(schema: z.ZodType, value: unknown): unknown {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw new Refused('invalid-request', `${field === '' ? 'The request' : field}: ${issue?.message ?? 'is wrong'}`, {
    ...(field !== '' && { field }),
  });
}

async function json(context: Context): Promise<unknown> {
  if (!context.req.header('content-type')?.startsWith('application/json')) {
    throw new Refused('invalid-request', 'Send the body as application/json.');
  }
  return context.req.json().catch((cause: unknown) => {
    if (cause instanceof Refused) throw cause;
    throw new Refused('invalid-request', 'The body is not JSON.', { cause });
  });
}
