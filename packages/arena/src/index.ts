export {
  type Answer,
  type Attempt,
  type Battle,
  type Chat,
  currentAttempt,
  currentTurn,
  type Kind,
  type Phase,
  pendingSides,
  type Side,
  type StandingVote,
  sides,
  standingVotes,
  type Turn,
  type VoidReason,
} from './battle.ts';
export {
  ArenaError,
  type Command,
  CommandRefused,
  InvalidInput,
  NoDrawableWeight,
  NotEnoughModels,
  UndoFirst,
  UndoTooLate,
  VoteRefused,
} from './errors.ts';
export { knownAliases, type ModelNames, modelAliases } from './identity/aliases.ts';
export { createMasker, type Leak, MASK, type Masker, type MaskerOptions } from './identity/masker.ts';
export { isIdentityProbe } from './identity/probe.ts';
export { checkPrompt, type PromptLimits, type PromptRefusal } from './limits.ts';
export type { Candidate } from './pairing/candidates.ts';
export {
  type Draw,
  type DrawnPolicy,
  type DrawOptions,
  drawPair,
} from './pairing/draw-pair.ts';
export type { Knowledge, Policy } from './pairing/policies.ts';
export {
  advance,
  type ClockOptions,
  measuredRate,
  type Release,
  type ReleaseClock,
  type ReleaseMode,
  showWhenFinished,
  sideEnded,
  startClock,
  unitsArrived,
} from './release/release-clock.ts';
export { createUnitCutter, cutUnits, type UnitCutter } from './release/units.ts';
export { abandon, completeAnswer, failAnswer, interrupt, retryFailed, stop } from './transitions/answers.ts';
export { ask, regenerate } from './transitions/ask.ts';
export { startBattle } from './transitions/start.ts';
export { castVote, reveal, revealDue, UNDO_WINDOW_MS, undoVote } from './transitions/vote.ts';
export { checkToken, nextToken, type TokenRefusal, type VoteToken } from './vote-token.ts';
export { type VoteFacts, type VoteWeight, voteWeight, type WeightReason } from './vote-weight.ts';
