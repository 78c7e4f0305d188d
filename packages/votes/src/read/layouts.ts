import { firstPrompt, firstTurn, readConversation, zipTurns } from './conversations.ts';
import { addressPseudonym, notAVote, sideName, stateMessages, stateTurns } from './fastchat.ts';
import { at } from './json.ts';
import { readCount, readFlag } from './numbers.ts';
import type { FieldName } from './options.ts';
import type { TimeUnit } from './time.ts';

/** Where a value comes from: one column as it is, or a function of the cells of some columns of one row. */
export interface CellSource {
  readonly columns: readonly string[];
  /** Cells may be JSON written as text; they are parsed before they are read. */
  readonly nested?: true;
  readonly read?: (...cells: readonly unknown[]) => unknown;
}

/** What a file of a known origin looks like, and how its columns map to the fields of a vote. */
export interface Layout {
  readonly name: string;
  /** All are there; of a list, one is. */
  readonly needs: readonly (string | readonly string[])[];
  /** None is there. */
  readonly lacks?: readonly string[];
  readonly fields: Readonly<Partial<Record<FieldName, CellSource>>>;
  /** Says why a row is no vote. */
  readonly skip?: CellSource;
  readonly timeUnit: TimeUnit;
  readonly covariates?: Readonly<Record<string, { readonly a: CellSource; readonly b: CellSource }>>;
  /** Begins the names of column pairs here and is left out of the covariate's name. */
  readonly pairPrefix?: string;
  /** The prompt is a text, read only where it is asked for. */
  readonly promptIsText?: true;
}

function column(name: string): CellSource {
  return { columns: [name] };
}

function from(columns: readonly string[], read: NonNullable<CellSource['read']>): CellSource {
  return { columns, read };
}

function fromNested(columns: readonly string[], read: NonNullable<CellSource['read']>): CellSource {
  return { columns, read, nested: true };
}

function firstOf(...columns: readonly string[]): CellSource {
  return from(columns, (...cells) => cells.find((cell) => cell !== undefined && cell !== null && cell !== ''));
}

const conversations = {
  conversation_a: fromNested(['conversation_a'], readConversation),
  conversation_b: fromNested(['conversation_b'], readConversation),
};

const pair = { model_a: column('model_a'), model_b: column('model_b') };

// Public sets blank the number of a voter and leave the rest, which would make all votes one voter's.
// One of the sets names the voter by a hash.
const judge = from(['judge_hash', 'judge'], (hash, name) => hash ?? (name === 'arena_user_' ? undefined : name));

const conversationTags = fromNested(['category_tag', 'is_code', 'is_refusal', 'anony'], (tag, code, refusal, blind) => [
  tag,
  readFlag(code) === true ? 'code' : '',
  readFlag(refusal) === true ? 'refusal' : '',
  // A vote on models whose names were visible is another kind of vote; it stays one that can be told apart.
  readFlag(blind) === false ? 'named' : '',
]);

const battleFields = {
  ...pair,
  ...conversations,
  outcome: column('winner'),
  voter: judge,
  time: column('tstamp'),
  battle: column('question_id'),
  turn: column('turn'),
  prompt: fromNested(['conversation_a'], firstPrompt),
  language: column('language'),
  tags: conversationTags,
};

function counted(key: string): CellSource {
  return fromNested(['conv_metadata'], (metadata) => readCount(at(metadata, key)));
}

const styleCounts = {
  length: { a: counted('sum_assistant_a_tokens'), b: counted('sum_assistant_b_tokens') },
  headers: { a: counted('header_count_a'), b: counted('header_count_b') },
  lists: { a: counted('list_count_a'), b: counted('list_count_b') },
  bold: { a: counted('bold_count_a'), b: counted('bold_count_b') },
};

function flagged(...cells: readonly unknown[]): unknown {
  const flags = cells.map(readFlag);
  if (flags.every((flag) => flag === undefined)) return undefined;
  const set = flags.filter((flag) => flag === true).length;
  if (set !== 1) return `${set} flags of ${flags.length} set`;
  return ['a', 'b', 'tie'][flags.indexOf(true)];
}

function chosen(name: unknown, equal: unknown, a: unknown, b: unknown): unknown {
  if (readFlag(equal) === true) return 'tie';
  if (name === undefined || name === null || name === '') return undefined;
  if (name === a) return 'a';
  return name === b ? 'b' : `chosen: ${String(name)}`;
}

const ownFields = {
  ...pair,
  ...conversations,
  voter: column('voter'),
  time: column('time'),
  battle: column('battle'),
  turn: column('turn'),
  prompt: column('prompt'),
  language: column('language'),
  tags: { columns: ['tags'], nested: true } as const,
  weight: column('weight'),
};

/** Names under which tables of unknown origin hold the outcome. */
export const outcomeColumns = ['outcome', 'winner', 'vote', 'verdict', 'result'] as const;

/** Any table that names its columns as we do, or whose columns the caller names. */
export const tableLayout: Layout = {
  name: 'table',
  needs: ['model_a', 'model_b', outcomeColumns],
  fields: {
    ...ownFields,
    outcome: firstOf(...outcomeColumns),
    voter: firstOf('voter', 'judge', 'worker', 'user'),
    time: firstOf('time', 'timestamp', 'tstamp'),
  },
  timeUnit: 'auto',
};

/** The layouts that are told by their columns, in the order in which they are tried: the narrower first. */
export const layouts: readonly Layout[] = [
  {
    name: 'fastchat-log',
    needs: ['type', 'tstamp', ['models', 'states', 'state']],
    skip: from(['type'], notAVote),
    fields: {
      model_a: fromNested(['models', 'states'], (models, states) => sideName(models, states, 0)),
      model_b: fromNested(['models', 'states'], (models, states) => sideName(models, states, 1)),
      outcome: column('type'),
      voter: from(['ip'], addressPseudonym),
      time: column('tstamp'),
      battle: fromNested(['states'], (states) => at(at(states, 0), 'conv_id')),
      turn: fromNested(['states'], (states) => stateTurns(at(states, 0))),
      prompt: fromNested(['states'], (states) => stateMessages(at(states, 0))?.[0]?.content),
      conversation_a: fromNested(['states'], (states) => stateMessages(at(states, 0))),
      conversation_b: fromNested(['states'], (states) => stateMessages(at(states, 1))),
    },
    timeUnit: 's',
    promptIsText: true,
  },
  {
    name: 'comparia-votes',
    needs: ['model_a_name', 'model_b_name', 'chosen_model_name'],
    fields: {
      ...conversations,
      model_a: column('model_a_name'),
      model_b: column('model_b_name'),
      outcome: from(['chosen_model_name', 'both_equal', 'model_a_name', 'model_b_name'], chosen),
      voter: firstOf('visitor_id', 'session_hash'),
      time: column('timestamp'),
      battle: column('conversation_pair_id'),
      turn: column('conv_turns'),
      prompt: column('opening_msg'),
    },
    timeUnit: 'auto',
    pairPrefix: 'conv_',
    promptIsText: true,
  },
  {
    name: 'llmfao',
    needs: ['left', 'right', 'winner'],
    fields: {
      model_a: column('left'),
      model_b: column('right'),
      outcome: column('winner'),
      voter: column('worker'),
      prompt: column('prompt'),
    },
    timeUnit: 'auto',
  },
  {
    name: 'arena-55k',
    needs: ['model_a', 'model_b', 'winner_model_a', 'winner_model_b', 'winner_tie'],
    fields: {
      ...pair,
      outcome: from(['winner_model_a', 'winner_model_b', 'winner_tie'], flagged),
      battle: column('id'),
      prompt: from(['prompt'], firstTurn),
      conversation_a: from(['prompt', 'response_a'], zipTurns),
      conversation_b: from(['prompt', 'response_b'], zipTurns),
    },
    timeUnit: 'auto',
    promptIsText: true,
  },
  {
    name: 'arena-140k',
    needs: ['model_a', 'model_b', 'winner', 'evaluation_session_id'],
    fields: {
      ...battleFields,
      voter: column('evaluation_session_id'),
      time: column('timestamp'),
      battle: column('id'),
      turn: { columns: [] },
    },
    timeUnit: 'auto',
    covariates: styleCounts,
    promptIsText: true,
  },
  {
    name: 'arena-100k',
    needs: ['model_a', 'model_b', 'winner', 'conv_metadata'],
    fields: battleFields,
    timeUnit: 's',
    covariates: styleCounts,
    promptIsText: true,
  },
  {
    name: 'arena-33k',
    needs: ['model_a', 'model_b', 'winner', 'conversation_a', 'conversation_b', 'judge'],
    fields: battleFields,
    timeUnit: 's',
    promptIsText: true,
  },
  {
    name: 'mt-bench',
    needs: ['model_a', 'model_b', 'winner', 'judge', 'question_id', 'turn'],
    lacks: ['tstamp', 'anony'],
    fields: {
      ...pair,
      outcome: column('winner'),
      voter: column('judge'),
      turn: column('turn'),
      prompt: column('question_id'),
    },
    timeUnit: 's',
  },
  {
    name: 'fastchat-battles',
    needs: ['model_a', 'model_b', 'winner', ['tstamp', 'anony']],
    fields: battleFields,
    timeUnit: 's',
    promptIsText: true,
  },
  {
    name: 'agon',
    needs: ['model_a', 'model_b', 'outcome'],
    fields: { ...ownFields, outcome: column('outcome') },
    timeUnit: 'ms',
  },
  tableLayout,
];
