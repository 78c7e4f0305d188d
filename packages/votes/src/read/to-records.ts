import { MISSING } from '../columns.ts';
import { outcomes, type VoteRecord } from '../record.ts';
import type { DecodedBlock } from './decode.ts';
import { codedFields, type Dictionaries } from './dictionaries.ts';

/** The used rows of a block as vote records. */
export function toRecords(block: DecodedBlock, dictionaries: Dictionaries): VoteRecord[] {
  const records: VoteRecord[] = [];
  for (let row = 0; row < block.rows; row++) {
    if (!block.rejected.has(row)) records.push(toRecord(block, row, dictionaries));
  }
  return records;
}

function toRecord(block: DecodedBlock, row: number, dictionaries: Dictionaries): VoteRecord {
  const { models, coded } = dictionaries;
  const record: VoteRecord = {
    modelA: models.names[block.modelA[row]],
    modelB: models.names[block.modelB[row]],
    outcome: outcomes[block.outcome[row]],
  };
  for (const field of codedFields) {
    const code = block.coded[field]?.[row] ?? MISSING;
    if (code === MISSING) continue;
    const name = coded[field].names[code];
    if (field === 'tags') record.tags = name.split('|');
    else record[field] = name;
  }
  if (block.time && !Number.isNaN(block.time[row])) record.time = block.time[row];
  if (block.turn && block.turn[row] > 0) record.turn = block.turn[row];
  if (block.weight && !Number.isNaN(block.weight[row])) record.weight = block.weight[row];
  addCovariates(record, block, row);
  addLabels(record, block, row, dictionaries);
  const conversations = block.conversations?.(row);
  if (conversations?.a) record.conversationA = conversations.a;
  if (conversations?.b) record.conversationB = conversations.b;
  return record;
}

/** A covariate that one side lacks is left out: its use is the difference of the two. */
function addCovariates(record: VoteRecord, { covariates }: DecodedBlock, row: number): void {
  const found: NonNullable<VoteRecord['covariates']> = {};
  for (const [name, { a, b }] of covariates) {
    if (Number.isFinite(a[row]) && Number.isFinite(b[row])) found[name] = { a: a[row], b: b[row] };
  }
  if (Object.keys(found).length > 0) record.covariates = found;
}

function addLabels(record: VoteRecord, { labels }: DecodedBlock, row: number, dictionaries: Dictionaries): void {
  const found: NonNullable<VoteRecord['labels']> = {};
  for (const [name, codes] of labels) {
    if (codes[row] !== MISSING) found[name] = dictionaries.label(name).names[codes[row]];
  }
  if (Object.keys(found).length > 0) record.labels = found;
}
