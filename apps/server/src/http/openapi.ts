import { contract, type EndpointName, endpoints, type ProblemCode, problemStatus, type Route } from '@agon/api';
import { z } from 'zod';

const problemSchema = {
  type: 'object',
  required: ['type', 'code', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    code: { type: 'string', enum: Object.keys(problemStatus) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    field: { type: 'string' },
    facts: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    retryAfterSeconds: { type: 'number' },
  },
} as const;

/** The contract as an OpenAPI 3.1 document. */
export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of Object.keys(contract) as EndpointName[]) {
    const { method, path } = endpoints[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(name) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Agon', version, description: 'Blind battles between language models, votes, board and ledger.' },
    paths,
    components: { schemas: { Problem: problemSchema } },
  };
}

function operation(name: EndpointName): Record<string, unknown> {
  const { summary, tag, params, body, response, status, isStream, refusals }: Route = contract[name];
  return {
    operationId: name,
    summary,
    tags: [tag],
    ...(params && { parameters: parametersOf(params) }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: {
      [status ?? 200]: {
        description: 'Done.',
        content: { [isStream ? 'text/event-stream' : 'application/json']: { schema: schemaOf(response, 'output') } },
      },
      ...refusalsOf(refusals),
    },
  };
}

function parametersOf(params: z.ZodObject): unknown[] {
  return Object.entries(params.shape).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(schema, 'output'),
  }));
}

function refusalsOf(codes: readonly ProblemCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy([...codes, 'invalid-request', 'internal-error'] as const, (code) => problemStatus[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** `agon-board/1` is described by a page of its own and stands here as any value. */
function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): unknown {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
