import { RequestRefused } from './errors.ts';

/** What this server takes from a request for a chat completion; other fields have no effect. */
export interface ChatRequest {
  readonly model: string;
  /** Contents of the messages of user and assistant, in their order. */
  readonly contents: readonly string[];
  readonly stream: boolean;
  readonly includeUsage: boolean;
  readonly maxTokens: number;
  readonly temperature: number;
  readonly seed: number | null;
}

const DEFAULT_MAX_TOKENS = 512;
const MOST_TOKENS = 100_000;
const MOST_SEED = Number.MAX_SAFE_INTEGER;

/**
 * Reads the body of a request for a chat completion. System messages are left out: these models go on with a text and take no
 * instruction.
 *
 * @throws {RequestRefused} naming the field
 */
export function parseChatRequest(text: string): ChatRequest {
  const body = parseObject(text);
  if (typeof body.model !== 'string') throw wrong('model', 'must be the name of a model');
  const fields = numberFields(body);
  const maxTokensField = body.max_completion_tokens == null ? 'max_tokens' : 'max_completion_tokens';
  if (fields('n', { from: 1, to: 1, otherwise: 1, whole: true }) !== 1) throw wrong('n', 'must be 1');
  return {
    model: body.model,
    contents: contentsOf(body.messages),
    stream: body.stream === true,
    includeUsage: isObject(body.stream_options) && body.stream_options.include_usage === true,
    maxTokens: fields(maxTokensField, { from: 1, to: MOST_TOKENS, otherwise: DEFAULT_MAX_TOKENS, whole: true }),
    temperature: fields('temperature', { from: 0, to: 2, otherwise: 1, whole: false }),
    seed: body.seed == null ? null : fields('seed', { from: -MOST_SEED, to: MOST_SEED, otherwise: 0, whole: true }),
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

function parseObject(text: string): JsonObject {
  const body = parseJson(text);
  if (!isObject(body))
    throw new RequestRefused('The body must be a JSON object.', { code: 'invalid_json', status: 400 });
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RequestRefused(`The body is no JSON: ${reason}.`, { code: 'invalid_json', status: 400 });
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly otherwise: number;
  readonly whole: boolean;
}

function numberFields(body: JsonObject): (name: string, bounds: Bounds) => number {
  return (name, { from, to, otherwise, whole }) => {
    const value = body[name] ?? otherwise;
    const fits = typeof value === 'number' && value >= from && value <= to && (!whole || Number.isInteger(value));
    if (!fits) throw wrong(name, `must be a ${whole ? 'whole ' : ''}number from ${from} to ${to}`);
    return value;
  };
}

function contentsOf(messages: unknown): string[] {
  if (!Array.isArray(messages) || messages.length === 0)
    throw wrong('messages', 'must be a list of messages, not empty');
  return messages.flatMap((message: unknown, k) => {
    const param = `messages[${k}]`;
    if (!isObject(message) || typeof message.role !== 'string') throw wrong(`${param}.role`, 'must be a string');
    const content = textOf(message.content, `${param}.content`);
    return message.role === 'user' || message.role === 'assistant' ? [content] : [];
  });
}

/** The text of a message: a string, or a list of parts that are all text. */
function textOf(content: unknown, param: string): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) throw wrong(param, 'must be a string or a list of text parts');
  return content
    .map((part: unknown, k) => {
      if (isObject(part) && part.type === 'text' && typeof part.text === 'string') return part.text;
      throw wrong(`${param}[${k}]`, 'must be a part of type "text"; these models read nothing else');
    })
    .join('');
}

function wrong(param: string, rule: string): RequestRefused {
  return new RequestRefused(`"${param}" ${rule}.`, { code: 'invalid_value', status: 400, param });
}
