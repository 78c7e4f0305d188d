import { ModelError, type ModelErrorCode, type ModelErrorFacts } from '../model-error.ts';
import { redact } from '../redact.ts';
import type { Problem } from './problem.ts';

/** Who answered, and what must not be told. */
export interface Teller {
  readonly place: string;
  readonly secrets: readonly string[];
}

/** The model error of what a server said, with its own words made safe and short. */
export function errorOf(problem: Problem, teller: Teller, facts: ModelErrorFacts = {}): ModelError {
  const code = codeOf(problem);
  const words = redact(problem.message, teller.secrets)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const said = words === '' ? 'no reason given' : words.length > 300 ? `${words.slice(0, 300)}…` : words;
  const status = problem.status === undefined ? '' : ` (${problem.status})`;
  const message = `${teller.place} refused the request${status}: ${said.replace(/[.\s]+$/, '')}. ${ADVICE[code] ?? ''}`;
  return new ModelError(code, message.trim(), {
    ...facts,
    ...(problem.status !== undefined && { status: problem.status }),
  });
}

const ADVICE: Partial<Record<ModelErrorCode, string>> = {
  unauthorized: "Check the key in the model's settings, and that it may use this model.",
  'not-found': "Check the address and the model's name on that server.",
  'rate-limited': 'It takes more requests later; a lower concurrency for this model helps.',
  overloaded: 'The server is busy or failing; try again later.',
  'context-too-long': 'The conversation and the output limit do not fit into the context of this model.',
  'over-budget': 'The account at the provider has no credit left.',
  'invalid-request': "Check the model's settings against what this server takes.",
};

const CONTEXT =
  /context[_ ](length|size|window)|maximum context|exceed_context|too many tokens|(prompt|input) is too long|(input|prompt) (length|tokens).{0,40}exceed|reduce the length/;
const FILTER = /content[_ ]?(filter|policy|management)|moderation|flagged|safety (system|filter)/;
const MONEY = /insufficient_quota|insufficient (credit|balance|fund|quota)|credit balance|requires more credits/;
const KEY = /invalid_api_key|api key not valid|(invalid|incorrect|missing|no) (api )?key|authenticat|unauthori[sz]ed/;
const MODEL = /model_not_found|model.{0,80}(not found|does not exist)|no such model|not a valid model/;
const RATE = /rate.?limit|too many requests/;
const BUSY =
  /overloaded|no capacity|unavailable|timed? ?out|server_error|internal (server )?error|upstream|provider returned error/;

/** The code of a problem: by its words where they are plain, else by its status. */
function codeOf({ status, type, code, message }: Problem): ModelErrorCode {
  const words = `${code ?? ''} ${type ?? ''} ${message}`.toLowerCase();
  if (status === 429) return MONEY.test(words) ? 'over-budget' : 'rate-limited';
  if (CONTEXT.test(words)) return 'context-too-long';
  if (status === 402 || MONEY.test(words)) return 'over-budget';
  if (FILTER.test(words)) return 'content-filtered';
  return byStatus(status) ?? byWords(words) ?? (status === undefined ? 'bad-response' : 'invalid-request');
}

function byStatus(status: number | undefined): ModelErrorCode | undefined {
  if (status === undefined) return undefined;
  if (status === 401 || status === 403 || status === 407) return 'unauthorized';
  if (status === 404 || status === 410 || (status >= 300 && status < 400)) return 'not-found';
  if (status === 413) return 'context-too-long';
  if (status === 408 || status === 425 || status >= 500) return 'overloaded';
  return undefined;
}

function byWords(words: string): ModelErrorCode | undefined {
  if (KEY.test(words)) return 'unauthorized';
  if (MODEL.test(words)) return 'not-found';
  if (RATE.test(words)) return 'rate-limited';
  if (BUSY.test(words)) return 'overloaded';
  return undefined;
}
