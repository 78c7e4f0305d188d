import { readFile } from 'node:fs/promises';
import { firstDifference, parseSnapshot, snapshot, snapshotText } from '@agon/boards';
import { ALGORITHM } from '@agon/rating';
import { hashVotes } from '@agon/votes';
import type { Command } from 'commander';
import { loadVotes } from '../files/load-votes.ts';
import { needsForSnapshot } from '../files/needs.ts';
import { checkOutputs } from '../files/outputs.ts';
import type { Io } from '../io.ts';
import { AnsweredNo, UsageError } from '../options/errors.ts';
import { refuseDash } from '../options/parse.ts';
import { addReadOptions, type ReadFlags } from '../options/read-options.ts';

/** `agon verify`: computes a snapshot again from the votes and compares every byte. */
export function addVerify(program: Command, io: Io): void {
  const command = program
    .command('verify')
    .description('compute a snapshot again from its votes and compare every byte')
    .argument('<snapshot>', 'a file written by agon rank --snapshot')
    .argument('<files...>', 'the vote files it was made from, or others that hold the same votes');
  addReadOptions(command)
    .option('--json', 'print the result as JSON')
    .action(async (path: string, files: string[], options: ReadFlags & { readonly json?: boolean }) => {
      await verify(path, files, options, io);
    });
}

/** What a verification found; `kind` says the first thing that is wrong. */
type Finding =
  | { readonly kind: 'verified'; readonly text: string }
  | { readonly kind: 'other-algorithm' | 'other-votes' | 'other-board'; readonly text: string };

async function verify(
  path: string,
  files: readonly string[],
  options: ReadFlags & { readonly json?: boolean },
  io: Io,
): Promise<void> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`Cannot read the snapshot ${path}.`, { cause });
  });
  refuseDash('--rejects', options.rejects);
  await checkOutputs({ read: [path, ...files], write: [options.rejects] });
  const finding = await compare(text, files, options, io);
  io.out.write(options.json === true ? `${JSON.stringify(finding, null, 2)}\n` : `${finding.text}\n`);
  if (finding.kind !== 'verified') throw new AnsweredNo(finding.text);
}

async function compare(text: string, files: readonly string[], flags: ReadFlags, io: Io): Promise<Finding> {
  const named = parseSnapshot(text);
  if (named.algorithm !== ALGORITHM) {
    return {
      kind: 'other-algorithm',
      text: `NOT VERIFIED: the snapshot was made by ${named.algorithm}, this program has ${ALGORITHM}. Use a version of agon that has it.`,
    };
  }
  const { columns } = await loadVotes(files, flags, needsForSnapshot(named.spec), io);
  const sha256 = hashVotes(columns);
  if (sha256 !== named.votes.sha256) {
    return {
      kind: 'other-votes',
      text: `NOT VERIFIED: these are not the votes of the snapshot. It names ${named.votes.count} votes with hash ${named.votes.sha256}; the files hold ${columns.length} with hash ${sha256}.`,
    };
  }
  const again = snapshotText(snapshot(columns, named.spec, sha256));
  if (again === text) {
    return {
      kind: 'verified',
      text: `Verified: ${columns.length} votes with hash ${sha256} give this board, byte for byte (${ALGORITHM}).`,
    };
  }
  const place = firstDifference(JSON.parse(text), JSON.parse(again)) ?? 'white space or the order of fields';
  return { kind: 'other-board', text: `NOT VERIFIED: the votes are right, but the board differs, first at ${place}.` };
}
