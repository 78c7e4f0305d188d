export type {
  Board,
  BoardControl,
  BoardFit,
  BoardInterval,
  BoardModel,
  BoardPair,
  BoardPosition,
  BoardTies,
  BoardVotes,
  Verdict,
} from './board.ts';
export { BoardError, InvalidDocument, NoVotes, SpecMismatch } from './errors.ts';
export { type BoardOptions, board, type FittedBoard, fittedBoard } from './make-board.ts';
export { pairTable } from './pairs.ts';
export { filterFields } from './select.ts';
export { type Slice, slices } from './slices.ts';
export { firstDifference, parseSnapshot, type Snapshot, snapshot, snapshotText } from './snapshot.ts';
export { type BoardSpec, boardSpecSchema, type Condition, parseSpec } from './spec.ts';
