import type { ChatEvent, ChatModel } from './chat-model.ts';
import { cancellation, ModelError } from './model-error.ts';
import { abortable } from './runtime.ts';

/**
 * The same model, held to the grammar of `ChatEvent` whatever it does: empty texts are dropped, usage moves to the end,
 * what it throws and an end without `finish` become an error, what follows the end is not read, and an abort ends the
 * stream at once even where the model does not heed it.
 *
 * @example
 * guarded({ async *stream() { yield { type: 'text', text: 'Half a' } } }) // its stream ends with error `bad-response`
 */
export function guarded(model: ChatModel): ChatModel {
  return { stream: (request, { signal }) => guardedEvents(() => model.stream(request, { signal }), signal) };
}

async function* guardedEvents(open: () => AsyncIterable<ChatEvent>, signal: AbortSignal): AsyncGenerator<ChatEvent> {
  let usage: ChatEvent | undefined;
  let last: ChatEvent | undefined;
  let source: AsyncIterator<ChatEvent> | undefined;
  try {
    source = open()[Symbol.asyncIterator]();
    while (last === undefined) {
      const { done, value } = await abortable(source.next(), signal);
      if (done) throw new ModelError('bad-response', 'The answer broke off without saying that it was complete.');
      if (value.type === 'usage') usage = value;
      else if (value.type === 'finish' || value.type === 'error') last = value;
      else if (value.text !== '') yield value;
    }
  } catch (error) {
    last = { type: 'error', error: asModelError(error, signal) };
  } finally {
    // Not awaited: a source that hangs must not hold up its reader. What it throws while closing concerns nobody.
    source?.return?.()?.catch(() => undefined);
  }
  if (usage !== undefined) yield usage;
  yield last;
}

function asModelError(error: unknown, signal: AbortSignal): ModelError {
  if (signal.aborted) return cancellation(signal);
  if (error instanceof ModelError) return error;
  // Its own words stay out: they may quote what was sent.
  const kind = error instanceof Error ? error.name : typeof error;
  return new ModelError('bad-response', `The model's adapter failed (${kind}); this is a defect of the program.`);
}
