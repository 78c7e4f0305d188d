import { ModelError } from '../model-error.ts';

/** Where an OpenAI-compatible model is, and how it is called there. */
export interface OpenAiEndpoint {
  /** Address before `/chat/completions`, such as `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  /** The model's name on that server. */
  readonly model: string;
  /** Sent as a bearer token; local servers need none. */
  readonly apiKey?: string;
  /** Sent with every request; values are kept as secret as the key. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of the server's own to add to every request, such as `chat_template_kwargs`. */
  readonly extraBody?: Readonly<Record<string, unknown>>;
  /** Longest answer, reasoning included, in UTF-16 units; a longer one is cut off as an error. 1,000,000. */
  readonly maxAnswerCharacters?: number;
}

/** An endpoint that was checked. */
export interface CheckedEndpoint {
  readonly url: string;
  /** The address as it may be told: without query. */
  readonly place: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** @throws ModelError `invalid-request` naming the field that cannot be used; a value that may be secret is not quoted. */
export function checkEndpoint(endpoint: OpenAiEndpoint): CheckedEndpoint {
  const url = checkAddress(endpoint.baseUrl);
  if (endpoint.model.trim() === '') throw refused('model is empty; give the name the server knows the model by.');
  const { apiKey, headers = {} } = endpoint;
  if (apiKey !== undefined) checkHeader('apiKey', apiKey);
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw refused(`headers has a name that HTTP does not allow: "${name}".`);
    checkHeader(`headers["${name}"]`, value);
  }
  return {
    url: url.href,
    place: url.origin + url.pathname.replace(/\/chat\/completions$/, ''),
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream, application/json',
      ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      ...headers,
    },
    secrets: [...(apiKey === undefined ? [] : [apiKey]), ...Object.values(headers), ...url.searchParams.values()],
  };
}

function checkAddress(baseUrl: string): URL {
  const url = URL.parse(baseUrl);
  if (url === null) throw refused('baseUrl is no URL; give one such as http://127.0.0.1:11434/v1.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(`baseUrl begins with ${url.protocol}//; only http:// and https:// can be used.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw refused('baseUrl has a user name or password in it; put the key in apiKey.');
  }
  url.hash = '';
  url.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')}/chat/completions`;
  return url;
}

function checkHeader(field: string, value: string): void {
  if (!/^[\x20-\x7e]*$/.test(value) || value !== value.trim()) {
    throw refused(`${field} has spaces at an end, line breaks or letters outside ASCII; paste it again.`);
  }
}

function refused(message: string): ModelError {
  return new ModelError('invalid-request', message);
}
