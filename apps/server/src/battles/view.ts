import type { BattleView } from '@agon/api';
import type { ReasonChip } from '@agon/api/client';
import { type Attempt, type Battle, currentAttempt, currentTurn, type Side, sides, type Turn } from '@agon/arena';
import type { Contestant } from '../models/lineup.ts';
import type { StandingVoteRow } from '../votes/standing-votes.ts';
import type { BattleRow } from './battle-row.ts';
import type { StoredAnswer, StoredTurn } from './conversation.ts';

/** How the answers under way are shown; see the contract. */
export type Pacing = NonNullable<BattleView['pacing']>;

/** What has been released of the attempt under way; the database may hold more, or less. */
export interface LiveText {
  readonly turn: number;
  readonly attempt: number;
  readonly a: string;
  readonly b: string;
  readonly pacing: Pacing;
}

/** All that a view is made of. */
export interface ViewFacts {
  readonly row: BattleRow;
  readonly turns: readonly StoredTurn[];
  readonly votes: readonly StandingVoteRow[];
  readonly live: LiveText | null;
  /** Both models; needed only once the battle is revealed. */
  readonly contestants: { readonly a: Contestant; readonly b: Contestant } | null;
  readonly voteToken: string | null;
  readonly lastEvent: number;
  readonly now: number;
}

/** A battle as its voter may see it. Only a revealed battle's view holds anything that depends on who the models are. */
export function battleView(facts: ViewFacts): BattleView {
  const { row, contestants, voteToken, lastEvent, now } = facts;
  const { state } = row;
  return {
    id: row.id,
    phase: state.phase,
    turns: state.turns.map((turn) => turnView(turn, facts)),
    voteToken: state.phase === 'voting' ? voteToken : null,
    revealInMs: state.phase === 'voted' ? Math.max(0, state.revealAt - now) : null,
    failedSides: isFailed(state) ? sides.filter((side) => currentAttempt(state)[side].state === 'failed') : [],
    chat: state.phase === 'revealed' ? state.chat : null,
    pacing: isAnswering(state) ? (facts.live?.pacing ?? 'paced') : null,
    voidReason: state.phase === 'void' ? state.reason : null,
    reveal: state.phase === 'revealed' && contestants !== null ? reveal(facts, contestants) : null,
    lastEvent,
  };
}

function isAnswering(state: Battle): boolean {
  return state.phase === 'answering' || (state.phase === 'revealed' && state.chat === 'answering');
}

function isFailed(state: Battle): boolean {
  return state.phase === 'failed' || (state.phase === 'revealed' && state.chat === 'failed');
}

function turnView({ turn, ranked, attempts }: Turn, facts: ViewFacts): BattleView['turns'][number] {
  const stored = facts.turns.find((candidate) => candidate.turn === turn);
  const current = attempts.at(-1);
  if (stored === undefined || current === undefined) throw new Error(`Battle ${facts.row.id} lacks its turn ${turn}.`);
  const show = (attempt: Attempt) => attemptView(attempt, { turn, answers: stored.answers, live: facts.live });
  return {
    turn,
    prompt: stored.prompt,
    ranked,
    ...show(current),
    vote: voteView(turn, current.attempt, facts),
    earlier: attempts.slice(0, -1).map(show),
  };
}

function attemptView(
  attempt: Attempt,
  { turn, answers, live }: { turn: number; answers: readonly StoredAnswer[]; live: LiveText | null },
): BattleView['turns'][number]['earlier'][number] {
  const isLive = live?.turn === turn && live.attempt === attempt.attempt;
  // Until both have ended neither is said to have: which one ended first would tell speed.
  const isPending = sides.some((side) => attempt[side].state === 'pending');
  const answer = (side: Side) => {
    const stored = answers.find((candidate) => candidate.attempt === attempt.attempt && candidate.side === side);
    return {
      text: isLive ? live[side] : (stored?.shown ?? ''),
      state: isPending ? ('pending' as const) : attempt[side].state,
    };
  };
  return { attempt: attempt.attempt, a: answer('a'), b: answer('b') };
}

function voteView(turn: number, attempt: number, { row, votes }: ViewFacts): BattleView['turns'][number]['vote'] {
  const vote = votes.find((candidate) => candidate.turn === turn && candidate.attempt === attempt);
  if (vote === undefined) return null;
  const isRevealed = row.state.phase === 'revealed';
  const chips = (side: Side) => vote.reasons[side] as ReasonChip[]; // Written through the contract's schema.
  return {
    outcome: vote.outcome,
    reasons: { a: chips('a'), b: chips('b') },
    comment: vote.comment,
    weight: isRevealed ? vote.weight : null,
    weightReasons: isRevealed ? [...vote.weightReasons] : [],
    receipt: {
      index: vote.leafIndex,
      leafHash: Buffer.from(vote.leafHash).toString('hex'),
      record: isRevealed ? vote.record : null,
      salt: isRevealed && vote.salt !== null ? Buffer.from(vote.salt).toString('hex') : null,
    },
  };
}

function reveal(
  { row, turns }: ViewFacts,
  contestants: { readonly a: Contestant; readonly b: Contestant },
): NonNullable<BattleView['reveal']> {
  const model = (side: Side) => {
    const { name, organisation, license, link, demo } = contestants[side];
    const conditions = row.conditions[side];
    const answers = turns.flatMap(({ turn, answers }) => {
      const answer = answers.findLast((candidate) => candidate.side === side);
      return answer === undefined ? [] : [{ turn, answer }];
    });
    return {
      name,
      organisation,
      license,
      link,
      demo,
      temperature: conditions.temperature,
      maxOutputTokens: conditions.maxOutputTokens,
      reasoningEffort: conditions.reasoningEffort,
      systemPrompt: conditions.systemPrompt,
      answers: answers.map(({ turn, answer }) => ({
        turn,
        inputTokens: answer.inputTokens,
        outputTokens: answer.outputTokens,
        costUsd: answer.costUsd,
        firstTokenMs: answer.firstTokenMs,
        durationMs: answer.durationMs,
      })),
      masked: maskedNames(turns, side),
    };
  };
  return { a: model('a'), b: model('b'), probability: row.probability, policyVersion: row.policy_version };
}

function maskedNames(turns: readonly StoredTurn[], side: Side): string[] {
  const ofSide = turns.flatMap(({ answers }) => answers.filter((answer) => answer.side === side));
  return [...new Set(ofSide.flatMap(({ leaks }) => leaks.map(({ alias }) => alias)))];
}

/** Where the next vote of a battle would go. */
export function openBallot(
  state: Battle,
): { readonly turn: number; readonly attempt: number; readonly serial: number } | null {
  if (state.phase !== 'voting') return null;
  const { attempt, votes } = currentAttempt(state);
  return { turn: currentTurn(state).turn, attempt, serial: votes };
}
