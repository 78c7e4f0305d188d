import { type Attempt, type Battle, type Side, sides } from '../battle.ts';
import { withAttempt } from './thread.ts';

/** A model that fails this often in one battle ends it. */
const MOST_FAILURES = 2;

/**
 * The battle with its current attempt replaced, in the phase that the two answers make together. While one is pending the phase stays
 * `answering`, whatever became of the other: an early end of one side must not show.
 */
export function settle(battle: Battle, attempt: Attempt): Battle {
  const turns = withAttempt(battle, attempt);
  const { kind } = battle;
  if (battle.phase === 'revealed') return { kind, turns, phase: 'revealed', chat: chatOf(attempt) };
  if (isPending(attempt)) return { kind, turns, phase: 'answering' };
  const spent = sidesSpent(attempt);
  if (spent.length > 0) return { kind, turns, phase: 'void', reason: 'model-failed', sides: spent };
  if (sides.some((side) => attempt[side].state === 'stopped')) return { kind, turns, phase: 'stopped' };
  return { kind, turns, phase: sides.some((side) => attempt[side].state === 'failed') ? 'failed' : 'voting' };
}

/** The attempt with every answer still to come marked as stopped. */
export function stopPending(attempt: Attempt): Attempt {
  const stopped = (side: Side) =>
    attempt[side].state === 'pending' ? { ...attempt[side], state: 'stopped' as const } : attempt[side];
  return { ...attempt, a: stopped('a'), b: stopped('b') };
}

function isPending({ a, b }: Attempt): boolean {
  return a.state === 'pending' || b.state === 'pending';
}

/** Only a side whose answer has just failed is spent: after the reveal failures have no end. */
function sidesSpent(attempt: Attempt): readonly Side[] {
  return sides.filter((side) => attempt[side].state === 'failed' && attempt[side].failures >= MOST_FAILURES);
}

function chatOf(attempt: Attempt): 'idle' | 'answering' | 'stopped' | 'failed' {
  if (isPending(attempt)) return 'answering';
  if (sides.some((side) => attempt[side].state === 'stopped')) return 'stopped';
  return sides.some((side) => attempt[side].state === 'failed') ? 'failed' : 'idle';
}
