import {
  conversationStyle,
  findColumns,
  loadStyleCounter,
  type ReadReport,
  readRecords,
  type VoteRecord,
  type Want,
  writeFormats,
  writeRecords,
} from '@agon/votes';
import type { Command } from 'commander';
import { rejectWriter, sourcesFrom } from '../files/load-votes.ts';
import { checkOutputs } from '../files/outputs.ts';
import { answerTarget, type Io, progressOf } from '../io.ts';
import { UsageError } from '../options/errors.ts';
import { parseList, refuseDash, toChoice } from '../options/parse.ts';
import { addReadOptions, type ReadFlags, readOptionsFrom } from '../options/read-options.ts';

interface ConvertFlags extends ReadFlags {
  readonly out: string;
  readonly to?: string;
  readonly texts: boolean;
  readonly style?: boolean;
  readonly keep?: string;
}

/** `agon convert`: votes of any layout into our own format. */
export function addConvert(program: Command, io: Io): void {
  const command = program
    .command('convert')
    .description("rewrite votes of any known layout in Agon's own format")
    .argument('<files...>', 'vote files, or - for standard input')
    .requiredOption('--out <file>', 'where to: .csv, .jsonl or .parquet, also .gz; - for standard output');
  addReadOptions(command)
    .option('--to <format>', `${writeFormats.join(', ')}, where the name of --out does not tell`)
    .option('--no-texts', 'leave the conversations out')
    .option('--style', 'count length, headers, lists and bold of each answer from its text')
    .option('--keep <columns>', 'columns of the file to keep that have no place in the record, comma-separated')
    .action(async (files: string[], flags: ConvertFlags) => {
      await convert(files, flags, io);
    });
}

async function convert(files: readonly string[], flags: ConvertFlags, io: Io): Promise<void> {
  const format = flags.to === undefined ? undefined : toChoice('--to', flags.to, writeFormats);
  const target = flags.out === '-' ? answerTarget(io) : flags.out;
  if (flags.out === '-' && format === undefined) throw new UsageError('--out - needs --to csv, jsonl or parquet.');
  refuseDash('--rejects', flags.rejects);
  await checkOutputs({ read: files, write: [flags.out, flags.rejects] });
  const reading = { files, flags, io };
  // CSV and Parquet name their columns before the first row, so the files are read twice; JSON lines need one pass.
  const isLines = format === 'jsonl' || (format === undefined && /\.(jsonl|ndjson)(\.gz)?$/i.test(flags.out));
  if (!isLines && files.includes('-')) {
    throw new UsageError('Standard input can be read once only: convert it to .jsonl, or save it to a file first.');
  }
  const fields = isLines ? undefined : await findColumns(records(reading, 'Looking at', null).batches);
  const rejects = flags.rejects === undefined ? null : rejectWriter(flags.rejects);
  const { batches, report } = records(reading, 'Converting', rejects);
  const options = {
    ...(format === undefined ? {} : { format }),
    ...(fields === undefined ? {} : { fields }),
  };
  const { rows } = await writeRecords(batches, target, options).finally(() => rejects?.close());
  const { read, rejected } = report();
  const lost = Object.entries(rejected).map(([reason, count]) => `${count} ${reason}`);
  io.err.write(
    `Wrote ${rows} of ${read} rows${flags.out === '-' ? '' : ` to ${flags.out}`}${lost.length > 0 ? ` (not used: ${lost.join(', ')})` : ''}\n`,
  );
}

interface Reading {
  readonly files: readonly string[];
  readonly flags: ConvertFlags;
  readonly io: Io;
}

/** The records of the files in batches, with style counts where asked; `report` may be called when they have all been taken. */
function records(
  { files, flags, io }: Reading,
  verb: string,
  rejects: ReturnType<typeof rejectWriter> | null,
): { batches: AsyncGenerator<VoteRecord[]>; report: () => ReadReport } {
  let report: ReadReport | undefined;
  async function* batches(): AsyncGenerator<VoteRecord[]> {
    const progress = progressOf(io);
    const count = flags.style === true ? await loadStyleCounter() : null;
    const reader = readRecords(sourcesFrom(files, io), {
      ...readOptionsFrom(flags),
      want: wantEverything(flags),
      onProgress: ({ source, bytesRead, bytesTotal, rowsRead }) =>
        progress.update({
          label: `${verb} ${source}`,
          rows: rowsRead,
          bytes: bytesRead,
          ...(bytesTotal === undefined ? {} : { share: bytesRead / bytesTotal }),
        }),
      ...(rejects === null ? {} : { onReject: rejects.write }),
    });
    try {
      let next = await reader.next();
      for (; next.done !== true; next = await reader.next()) {
        yield next.value.map((record) => finished(record, flags, count));
      }
      report = next.value;
    } finally {
      progress.finish();
    }
  }
  return {
    batches: batches(),
    report: () => {
      if (report === undefined) throw new Error('The report is there only after all records.');
      return report;
    },
  };
}

function wantEverything(flags: ConvertFlags): Want {
  return {
    voter: true,
    time: true,
    battle: true,
    turn: true,
    prompt: true,
    language: true,
    tags: true,
    weight: true,
    covariates: 'all',
    conversations: flags.texts || flags.style === true,
    labels: flags.keep === undefined ? [] : parseList('--keep', flags.keep),
  };
}

function finished(
  record: VoteRecord,
  flags: ConvertFlags,
  count: Awaited<ReturnType<typeof loadStyleCounter>> | null,
): VoteRecord {
  const { conversationA, conversationB, ...rest } = record;
  const texts = flags.texts ? { conversationA, conversationB } : {};
  if (count === null || conversationA === undefined || conversationB === undefined) {
    return flags.texts ? record : rest;
  }
  const a = conversationStyle(conversationA, count);
  const b = conversationStyle(conversationB, count);
  const covariates = {
    ...rest.covariates,
    length: { a: a.length, b: b.length },
    headers: { a: a.headers, b: b.headers },
    lists: { a: a.lists, b: b.lists },
    bold: { a: a.bold, b: b.bold },
  };
  return { ...rest, ...texts, covariates };
}
