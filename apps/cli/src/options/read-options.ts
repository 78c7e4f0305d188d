import type { ReadOptions } from '@agon/votes';
import { formats } from '@agon/votes';
import type { Command } from 'commander';
import { parseColumns, parseOutcomes, toChoice } from './parse.ts';

/** The options of a command that say how vote files are read, as commander hands them over. */
export interface ReadFlags {
  readonly columns?: string;
  readonly outcomes?: string;
  readonly format?: string;
  readonly rejects?: string;
}

/** Adds the options of {@link ReadFlags} to a command. */
export function addReadOptions(command: Command): Command {
  return command
    .option(
      '--columns <pairs>',
      'which column holds which field: model_a=left,model_b=right,outcome=winner,voter=worker',
    )
    .option('--outcomes <pairs>', 'what the words of the outcome mean: left=a,right=b,tie=tie')
    .option('--format <format>', `format of the files, if it cannot be told: ${formats.join(', ')}`)
    .option('--rejects <file>', 'write every row that was not used to this file, with the reason (JSON lines)');
}

/** The same as options of the reader. */
export function readOptionsFrom(flags: ReadFlags): Pick<ReadOptions, 'columns' | 'outcomes' | 'format'> {
  return {
    ...(flags.columns === undefined ? {} : { columns: parseColumns(flags.columns) }),
    ...(flags.outcomes === undefined ? {} : { outcomes: parseOutcomes(flags.outcomes) }),
    ...(flags.format === undefined ? {} : { format: toChoice('--format', flags.format, formats) }),
  };
}
