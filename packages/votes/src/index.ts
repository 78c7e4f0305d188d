export { type CodedColumn, MISSING, type SidedColumn, type VoteColumns } from './columns.ts';
export { hashVotes } from './hash-votes.ts';
export {
  NoUsableVotes,
  SourceBroken,
  SourceEmpty,
  SourceNotOpened,
  UnknownColumn,
  UnknownField,
  UnknownLayout,
  VoteFileError,
} from './read/errors.ts';
export {
  type Field,
  type FieldName,
  type Format,
  fieldNames,
  formats,
  type Progress,
  type ReadOptions,
  type ReadReport,
  type Reject,
  type RejectReason,
  type Source,
  type SourceReport,
  type Want,
} from './read/options.ts';
export { readColumns, readRecords } from './read/read.ts';
export { readTime } from './read/time.ts';
export { type Message, type Outcome, outcomes, type VoteRecord, voteRecordSchema } from './record.ts';
export type { StyleCounts } from './style/counts.ts';
export { conversationStyle, loadStyleCounter, type StyleCounter } from './style/style-counter.ts';
export { csvCell } from './write/csv.ts';
export {
  ColumnClash,
  ColumnMissing,
  FormatNotNamed,
  TargetNotOpened,
  ValueNotWritable,
  VoteWriteError,
} from './write/errors.ts';
export { columnsOf, type FileColumns, findColumns } from './write/file-columns.ts';
export { type WriteFormat, writeFormats } from './write/format.ts';
export type { WriteTarget } from './write/output.ts';
export { recordsFromColumns } from './write/records-from-columns.ts';
export { writeColumns } from './write/write-columns.ts';
export { type WriteOptions, type Written, writeRecords } from './write/write-records.ts';
