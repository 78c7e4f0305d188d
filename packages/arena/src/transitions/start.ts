import type { Battle } from '../battle.ts';
import { firstAttempt } from './thread.ts';

/**
 * A new battle: the first prompt was sent, both answers are to come.
 *
 * @example startBattle().phase // 'answering'
 */
export function startBattle(): Battle {
  return { kind: 'blind', phase: 'answering', turns: [{ turn: 1, ranked: true, attempts: [firstAttempt()] }] };
}
