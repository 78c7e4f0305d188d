import type { LiveBoard } from '@agon/api';

type Board = NonNullable<LiveBoard['board']>;
type BoardModel = Board['models'][number];

/** Facts of a model beside its figures. */
export type ModelFacts = LiveBoard['models'][string];

/** A model whose rating, interval and ranks are known. */
export interface Standing {
  readonly rating: number;
  readonly stdErr: number;
  readonly lower: number;
  readonly upper: number;
  /** Best and worst rank that the votes allow. */
  readonly rank: readonly [number, number];
}

/** One line of the board. */
export interface BoardRow {
  readonly model: string;
  /** Place in the order of the board, from 0. */
  readonly place: number;
  /** Null where the votes cannot place the model; `reason` then says why, where it is known. */
  readonly standing: Standing | null;
  readonly reason: string | null;
  readonly votes: number;
  readonly facts: ModelFacts | null;
  /** Where the row lies in the bracket of neighbours that cannot be told apart. */
  readonly bracket: Bracket;
}

/** A fact of a model that can have a column. */
export type FactColumn = 'organisation' | 'license';

/** The facts that at least one model has; nobody needs a column that is empty from top to bottom. */
export function factColumns(rows: readonly BoardRow[]): readonly FactColumn[] {
  return (['organisation', 'license'] as const).filter((column) => rows.some(({ facts }) => facts?.[column]));
}

/** Part of a bracket that a row draws; `none` for a model that stands alone. */
export type Bracket = 'none' | 'first' | 'inner' | 'last';

/**
 * The rows of a board, best first: its rated models, those that it cannot rate, then models without any vote by name.
 *
 * @example boardRows({ board: null, models: { heron: facts } … })[0]?.model // 'heron'
 */
export function boardRows({ board, models }: Pick<LiveBoard, 'board' | 'models'>): BoardRow[] {
  const listed = board?.models ?? [];
  const brackets = bracketsOf(listed);
  const known = new Set(listed.map(({ model }) => model));
  const rows = listed.map((model, place) => ({
    model: model.model,
    place,
    standing: standingOf(model),
    reason: model.reason ?? null,
    votes: model.votes,
    facts: models[model.model] ?? null,
    bracket: brackets[place] ?? ('none' as const),
  }));
  const waiting = Object.keys(models)
    .filter((name) => !known.has(name) && models[name]?.state === 'active')
    .sort((x, y) => (x < y ? -1 : 1));
  return [...rows, ...waiting.map((name, index) => waitingRow(name, listed.length + index, models[name] ?? null))];
}

function waitingRow(model: string, place: number, facts: ModelFacts | null): BoardRow {
  return { model, place, standing: null, reason: null, votes: 0, facts, bracket: 'none' };
}

function standingOf({ rating, stdErr, lower, upper, rank }: BoardModel): Standing | null {
  if (rating === null || stdErr === null || lower === null || upper === null || rank === null) return null;
  return { rating, stdErr, lower, upper, rank };
}

/**
 * Cuts models, best first, into runs that the rank ranges do not tell apart, by the rule of the printed board: a run starts with its
 * head at place h; the model at place p joins while p ≤ worst rank of the head and h ≥ best rank of the model.
 */
function bracketsOf(models: readonly BoardModel[]): Bracket[] {
  const lengths: number[] = [];
  let head: { readonly place: number; readonly worst: number } | null = null;
  for (const [index, { rank }] of models.entries()) {
    if (rank === null) break;
    if (head !== null && index + 1 <= head.worst && head.place >= rank[0]) {
      lengths.push((lengths.pop() ?? 0) + 1);
    } else {
      head = { place: index + 1, worst: rank[1] };
      lengths.push(1);
    }
  }
  return lengths.flatMap((length) =>
    Array.from({ length }, (_, index) => {
      if (length === 1) return 'none';
      return index === 0 ? 'first' : index === length - 1 ? 'last' : 'inner';
    }),
  );
}
