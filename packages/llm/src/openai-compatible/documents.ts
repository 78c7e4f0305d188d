import { createParser } from 'eventsource-parser';
import { ModelError } from '../model-error.ts';

// Far above any event that servers send, far below what would hurt.
const MAX_EVENT_CHARACTERS = 1_048_576;

/** What arrived: one event of a stream, or the whole body where it is no stream. */
export type Arrived = { readonly kind: 'event' | 'body'; readonly text: string };

/**
 * The events in the bytes of an answer, however the bytes were cut. A body that begins as JSON or HTML is given whole:
 * servers answer so where they cannot stream, whatever content type they name.
 *
 * @throws ModelError `bad-response` where one event, or a body that is no stream, passes `maxCharacters` (1,048,576).
 */
export async function* documents(
  bytes: AsyncIterable<Uint8Array>,
  maxCharacters = MAX_EVENT_CHARACTERS,
): AsyncGenerator<Arrived> {
  const decoder = new TextDecoder();
  const sink = createSink(maxCharacters);
  for await (const chunk of bytes) yield* sink.push(decoder.decode(chunk, { stream: true }));
  // A last event without its blank line is still an event: servers that break off leave it so.
  yield* sink.push(decoder.decode());
  yield* sink.end();
}

interface Sink {
  push(text: string): Arrived[];
  end(): Arrived[];
}

function createSink(maxCharacters: number): Sink {
  const events: Arrived[] = [];
  let isTooLong = false;
  const parser = createParser({
    maxBufferSize: maxCharacters,
    onEvent: ({ data }) => events.push({ kind: 'event', text: data }),
    onError: (error) => {
      isTooLong ||= error.type === 'max-buffer-size-exceeded';
    },
  });
  let form: 'unknown' | 'events' | 'body' = 'unknown';
  let body = '';

  const drain = (): Arrived[] => {
    if (isTooLong || body.length > maxCharacters) throw tooLong(maxCharacters);
    return events.splice(0);
  };
  return {
    push(text) {
      if (form === 'unknown') {
        const head = (form === 'unknown' ? body + text : text).trimStart();
        body = '';
        if (head === '') return [];
        form = /^[{[<]/.test(head) ? 'body' : 'events';
        text = head;
      }
      if (form === 'body') body += text;
      else parser.feed(text);
      return drain();
    },
    end() {
      if (form === 'body') return [{ kind: 'body', text: body }];
      if (form === 'events') parser.feed('\n\n');
      return drain();
    },
  };
}

function tooLong(limit: number): ModelError {
  return new ModelError(
    'bad-response',
    `The server sent more than ${limit} characters in one piece; nothing was kept.`,
  );
}
