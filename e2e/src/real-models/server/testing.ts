/** A server as its clients know it. */
interface Address {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** Asks for a chat completion; a string is sent as it is. */
export function post({ baseUrl, apiKey }: Address, body: unknown, signal?: AbortSignal): Promise<Response> {
  return fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: signal ?? null,
  });
}

/** The text of a whole chat completion. */
export async function textOf(response: Response): Promise<string> {
  const body: unknown = await response.json();
  const content = inside(body, 'choices', 0, 'message', 'content');
  if (typeof content !== 'string') throw new Error(`There is no answer in ${JSON.stringify(body)}`);
  return content;
}

/** What lies at a path inside of parsed JSON. */
export function inside(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce(
    (outer: unknown, key) => (typeof outer === 'object' && outer !== null ? Reflect.get(outer, key) : undefined),
    value,
  );
}

/** The data of each server-sent event, in order. */
export async function eventsOf(response: Response): Promise<string[]> {
  const text = await response.text();
  return text.split('\n\n').flatMap((event) => (event === '' ? [] : [event.replace(/^data: /, '')]));
}
