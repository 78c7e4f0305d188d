export type {
  Board,
  BoardControl,
  BoardFit,
  BoardModel,
  BoardPair,
  BoardPosition,
  BoardTies,
  BoardVotes,
  Verdict,
} from './board.ts';
export { type BoardSpec, boardSpecSchema, type Condition, controlNames } from './spec.ts';
