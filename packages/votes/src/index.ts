export { type CodedColumn, MISSING, type SidedColumn, type VoteColumns } from './columns.ts';
export { type Message, type Outcome, outcomes, type VoteRecord, voteRecordSchema } from './record.ts';
