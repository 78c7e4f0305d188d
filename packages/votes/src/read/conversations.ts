import type { Message } from '../record.ts';
import { at, isObject, nested } from './json.ts';

/**
 * The messages of a conversation, from a list of `{ role, content }`; a content in parts is the text of its parts.
 * `undefined` where there is none.
 *
 * @example readConversation([{ role: 'user', content: 'Hello' }])
 */
export function readConversation(value: unknown): Message[] | undefined {
  const list = nested(value);
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const messages: Message[] = [];
  for (const entry of list) {
    const role = at(entry, 'role');
    if (typeof role === 'string') messages.push({ role, content: contentText(at(entry, 'content')) });
  }
  return messages.length > 0 ? messages : undefined;
}

/** The text of the first message by a user. */
export function firstPrompt(value: unknown): string | undefined {
  return readConversation(value)?.find((message) => message.role === 'user')?.content;
}

/**
 * The conversation of two lists of turns, prompts and answers; each may be one text.
 *
 * @example zipTurns('["Hi"]', '["Hello!"]') // a message by the user, one by the assistant
 */
export function zipTurns(prompts: unknown, answers: unknown): Message[] | undefined {
  const asked = turnsOf(prompts);
  const answered = turnsOf(answers);
  const messages: Message[] = [];
  for (let turn = 0; turn < Math.max(asked.length, answered.length); turn++) {
    if (turn < asked.length) messages.push({ role: 'user', content: asked[turn] });
    if (turn < answered.length) messages.push({ role: 'assistant', content: answered[turn] });
  }
  return messages.length > 0 ? messages : undefined;
}

/** The first of a list of turns. */
export function firstTurn(value: unknown): string | undefined {
  return turnsOf(value)[0];
}

function turnsOf(value: unknown): string[] {
  const turns = nested(value);
  if (turns === null || turns === undefined || turns === '') return [];
  return Array.isArray(turns) ? turns.map(contentText) : [contentText(turns)];
}

function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content)) return content.map(contentText).join('');
  if (isObject(content)) return contentText(at(content, 'text') ?? '');
  return '';
}
