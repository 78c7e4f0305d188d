import { asText, at, isRecord, parseJson } from '../json.ts';

/** What a server said went wrong, whatever form it said it in. */
export interface Problem {
  readonly message: string;
  /** HTTP status, or the number that stands for one inside a stream. */
  readonly status?: number;
  readonly type?: string;
  readonly code?: string;
  /** The field of the request that is meant. */
  readonly param?: string;
}

/** Reads the body of a failed request: JSON in any of the forms in use, a page of HTML, or plain text. */
export function problemOfBody(body: string, status: number): Problem {
  const parsed = parseJson(body);
  const problem = parsed === undefined ? undefined : problemOfJson(parsed);
  // The status line is surer than a number inside the body.
  return { ...(problem ?? { message: plainText(body) }), status };
}

/** The problem in a document, or undefined where it holds none. */
export function problemOfJson(document: unknown): Problem | undefined {
  // Some gateways wrap the error in a list.
  const value: unknown = Array.isArray(document) ? document[0] : document;
  if (!isRecord(value)) return undefined;
  if (isRecord(value.error)) return problemOfObject(value.error);
  const told = asText(value.error) ?? validationText(value.detail);
  if (told !== undefined) return { message: told };
  if (value.object === 'error') return problemOfObject(value);
  return undefined;
}

function problemOfObject(error: Readonly<Record<string, unknown>>): Problem {
  const { code, type, param } = error;
  const upstream = asText(at(error, 'metadata', 'raw'));
  const message = asText(error.message) ?? asText(at(error, 'message', 'detail')) ?? '';
  const status = Number(code);
  return {
    message: upstream === undefined ? message : `${message} (${upstream})`,
    ...(Number.isInteger(status) && status >= 400 && status < 600 && { status }),
    ...(typeof type === 'string' && { type }),
    ...(typeof code === 'string' && { code }),
    ...(typeof param === 'string' && { param }),
  };
}

/** Validation errors come as a text or as a list of places and messages. */
function validationText(detail: unknown): string | undefined {
  if (!Array.isArray(detail)) return asText(detail);
  const lines = detail.map((item) => {
    const place: unknown = at(item, 'loc');
    return `${Array.isArray(place) ? place.join('.') : ''}: ${asText(at(item, 'msg')) ?? 'invalid'} ${asText(at(item, 'type')) ?? ''}`;
  });
  return asText(lines.join('; '));
}

function plainText(body: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1];
  return title ?? body.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
}
