import { expect, test } from 'vitest';
import { eventsOf, summary } from '../testing.ts';
import { modelOfPieces } from './testing.ts';
import { createThinkTags } from './think-tags.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const delta = (content: string): string => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;

test('an answer longer than its cap is cut off as an error', async () => {
  const pieces = Array.from({ length: 20 }, () => bytes(delta('x'.repeat(100))));
  const events = await eventsOf(modelOfPieces(pieces, { maxAnswerCharacters: 1000 }));
  expect(summary(events)).toMatchObject({ text: 'x'.repeat(1000), end: 'bad-response' });
});

test.each([
  ['a line without end', 'data: '],
  ['an event without end', 'data: x\n'],
  ['a document without end', '{"choices": ['],
])('%s does not fill the memory', async (_, head) => {
  let sent = 0;
  const endless = function* (): Generator<Uint8Array> {
    yield bytes(head);
    for (; sent < 1000; sent++) yield bytes(head.endsWith('\n') ? 'data: x\n'.repeat(1000) : 'x'.repeat(8000));
  };
  const events = await eventsOf(modelOfPieces([...endless()]));
  expect(summary(events)).toMatchObject({ text: '', end: 'bad-response' });
  expect(events).toMatchObject([{ error: { message: expect.stringContaining('1048576') } }]);
});

test.each([
  ['<think>a</think>b', 'a', 'b'],
  ['\n <think>\na\n</think>\n\nb', '\na\n', 'b'],
  ['a <think>b</think>', '', 'a <think>b</think>'],
  ['<thinker>', '', '<thinker>'],
  ['<thi', '', '<thi'],
  ['<think>a</thin', 'a</thin', ''],
  ['<think></think>b', '', 'b'],
  ['<think>a</think><think>b', 'a', '<think>b'],
  ['  b', '', '  b'],
])('%j is told apart, in one piece and in single characters', (content, reasoning, text) => {
  for (const pieces of [[content], [...content]]) {
    const tags = createThinkTags();
    const all = [...pieces.flatMap((piece) => tags.push(piece)), ...tags.end()];
    const join = (type: string): string => all.map((piece) => (piece.type === type ? piece.text : '')).join('');
    expect({ reasoning: join('reasoning'), text: join('text') }).toEqual({ reasoning, text });
  }
});
