import { MISSING } from '../columns.ts';
import type { Message } from '../record.ts';
import { Cells, isColumn } from './cells.ts';
import { readConversation } from './conversations.ts';
import { type DecodedSides, decodeCovariates, decodeNumbers, type RejectRow } from './decode-numbers.ts';
import { type CodedField, codedFields, type Dictionaries } from './dictionaries.ts';
import type { CellSource } from './layouts.ts';
import type { RejectReason } from './options.ts';
import { UNKNOWN_WORD } from './outcome-words.ts';
import type { Plan } from './plan.ts';
import type { Block, Wanted } from './table.ts';
import { tagSet } from './tags.ts';

/** The votes of a block as columns, and the rows that are none. */
export interface DecodedBlock {
  readonly rows: number;
  /** See {@link Block}. */
  readonly rowsAfter?: number | undefined;
  readonly modelA: Uint32Array;
  readonly modelB: Uint32Array;
  readonly outcome: Uint8Array;
  readonly coded: Partial<Record<CodedField, Uint32Array>>;
  readonly time?: Float64Array;
  readonly turn?: Uint16Array;
  /** NaN where a row names none. */
  readonly weight?: Float64Array;
  readonly covariates: ReadonlyMap<string, DecodedSides>;
  readonly labels: ReadonlyMap<string, Uint32Array>;
  readonly conversations?: (row: number) => { readonly a: Message[] | undefined; readonly b: Message[] | undefined };
  readonly rejected: ReadonlyMap<number, RowFault>;
}

/** Why a row is not used. */
export interface RowFault {
  readonly reason: RejectReason;
  readonly detail: string;
}

/** The columns that a plan reads, and which of them as codes. */
export function wantedColumns({ layout, fields, covariates, labels }: Plan, dictionaries: Dictionaries): Wanted[] {
  const wanted: Wanted[] = [];
  const addValues = ({ columns }: CellSource) => {
    for (const column of columns) {
      if (!wanted.some((one) => one.column === column && !one.dictionary)) wanted.push({ column });
    }
  };
  for (const [field, source] of fields) {
    const dictionary = dictionaryOf(field, dictionaries);
    if (dictionary && isColumn(source)) wanted.push({ column: source.columns[0], dictionary });
    else addValues(source);
  }
  if (layout.skip) addValues(layout.skip);
  for (const { a, b } of covariates) {
    addValues(a);
    addValues(b);
  }
  for (const label of labels) wanted.push({ column: label, dictionary: dictionaries.label(label) });
  return wanted;
}

function dictionaryOf(field: string, { models, words, coded }: Dictionaries) {
  if (field === 'model_a' || field === 'model_b') return models;
  if (field === 'outcome') return words;
  const known = codedFields.find((one) => one === field && one !== 'tags');
  return known && coded[known];
}

/** Reads the votes of a block. The order of the checks is the order of the reasons: a row has the first that is true. */
export function decodeBlock(block: Block, plan: Plan, dictionaries: Dictionaries): DecodedBlock {
  const cells = new Cells(block);
  const rejected = new Map<number, RowFault>();
  const reject: RejectRow = (row, reason, detail) => {
    if (!rejected.has(row)) rejected.set(row, { reason, detail });
  };
  if (plan.layout.skip) {
    const skip = cells.reader(plan.layout.skip);
    for (let row = 0; row < block.rows; row++) {
      const detail = skip(row);
      if (typeof detail === 'string') reject(row, 'not-a-vote', detail);
    }
  }
  const models = decodeModels(cells, plan, dictionaries, reject);
  const outcome = decodeOutcomes(cells, plan, dictionaries, reject);
  const coded: Partial<Record<CodedField, Uint32Array>> = {};
  for (const field of codedFields) {
    const source = plan.fields.get(field);
    if (source) coded[field] = cells.codes(source, dictionaries.coded[field], field === 'tags' ? tagSet : undefined);
  }
  const labels = plan.labels.map((name) => [name, block.codes(name, dictionaries.label(name))] as const);
  return {
    rows: block.rows,
    rowsAfter: block.rowsAfter,
    ...models,
    outcome,
    coded,
    ...decodeNumbers(cells, plan, reject),
    covariates: decodeCovariates(cells, plan, reject),
    labels: new Map(labels),
    ...decodeConversations(cells, plan),
    rejected,
  };
}

function decodeModels(cells: Cells, plan: Plan, { models }: Dictionaries, reject: RejectRow) {
  const [modelA, modelB] = (['model_a', 'model_b'] as const).map((field) => {
    const source = plan.fields.get(field);
    return source ? cells.codes(source, models) : new Uint32Array(cells.rows).fill(MISSING);
  });
  for (let row = 0; row < cells.rows; row++) {
    if (modelA[row] === MISSING || modelB[row] === MISSING) {
      const sides = [modelA[row] === MISSING ? 'a' : '', modelB[row] === MISSING ? 'b' : ''];
      reject(row, 'missing-model', `no name for side ${sides.filter(Boolean).join(' and ')}`);
    } else if (modelA[row] === modelB[row]) {
      reject(row, 'same-model', `${models.names[modelA[row]]} on both sides`);
    }
  }
  return { modelA, modelB };
}

function decodeOutcomes(cells: Cells, plan: Plan, dictionaries: Dictionaries, reject: RejectRow): Uint8Array {
  const outcome = new Uint8Array(cells.rows);
  const source = plan.fields.get('outcome');
  const words = source ? cells.codes(source, dictionaries.words) : new Uint32Array(cells.rows).fill(MISSING);
  const known = dictionaries.outcomeOfWord();
  for (let row = 0; row < cells.rows; row++) {
    const word = words[row];
    if (word === MISSING) {
      reject(row, 'missing-outcome', 'no outcome');
      continue;
    }
    outcome[row] = known[word];
    if (known[word] === UNKNOWN_WORD) reject(row, 'unknown-outcome', JSON.stringify(dictionaries.words.names[word]));
  }
  return outcome;
}

function decodeConversations(cells: Cells, { fields }: Plan): Pick<DecodedBlock, 'conversations'> {
  const sourceA = fields.get('conversation_a');
  const sourceB = fields.get('conversation_b');
  if (!sourceA && !sourceB) return {};
  const a = sourceA ? cells.reader(sourceA) : () => undefined;
  const b = sourceB ? cells.reader(sourceB) : () => undefined;
  return { conversations: (row) => ({ a: readConversation(a(row)), b: readConversation(b(row)) }) };
}
