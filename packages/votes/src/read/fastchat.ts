import { createHash } from 'node:crypto';
import type { Message } from '../record.ts';
import { at } from './json.ts';

const voteTypes = new Set(['leftvote', 'rightvote', 'tievote', 'bothbad_vote']);

/** Why an event of a FastChat log is no vote; `undefined` for a vote. */
export function notAVote(type: unknown): string | undefined {
  if (typeof type === 'string' && voteTypes.has(type)) return undefined;
  return type === undefined ? 'an event without a type' : `an event of type ${JSON.stringify(type)}`;
}

/** The name of a side: blind battles log empty names, the hidden ones stand in the states. */
export function sideName(models: unknown, states: unknown, side: number): unknown {
  return at(models, side) || at(at(states, side), 'model_name');
}

/** The messages of a side's state, without those that were there before the conversation began. */
export function stateMessages(state: unknown): Message[] | undefined {
  const listed = at(state, 'messages');
  if (!Array.isArray(listed)) return undefined;
  const offset = Number(at(state, 'offset') ?? 0) || 0;
  const userRole = at(at(state, 'roles'), 0);
  const messages: Message[] = [];
  for (const entry of listed.slice(offset)) {
    // An image comes as a pair of the text and the pictures.
    const written = at(entry, 1);
    const content = Array.isArray(written) ? written[0] : written;
    if (typeof content !== 'string') continue;
    const speaker = at(entry, 0);
    const isUser = speaker === userRole || (typeof speaker === 'string' && /^(user|human)$/i.test(speaker));
    messages.push({ role: isUser ? 'user' : 'assistant', content });
  }
  return messages.length > 0 ? messages : undefined;
}

/** How many turns a side's state holds. */
export function stateTurns(state: unknown): number | undefined {
  return stateMessages(state)?.filter((message) => message.role === 'user').length;
}

/**
 * A voter's pseudonym from an address. It keeps one voter's votes together and nothing more: whoever tries all addresses
 * can undo it, so it is no anonymity and has no place in a file that is published.
 */
export function addressPseudonym(address: unknown): string | undefined {
  if (typeof address !== 'string' || address === '') return undefined;
  return `ip-${createHash('sha256').update(address).digest('hex').slice(0, 16)}`;
}
