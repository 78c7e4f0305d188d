import type { Io } from '../../apps/cli/src/io.ts';
import { createProgram } from '../../apps/cli/src/program.ts';

/** A command of the program with the long names of its options. */
export interface CommandOptions {
  readonly name: string;
  readonly options: readonly string[];
}

/** Every command that the program has, from the program itself. */
export function commandOptions(): CommandOptions[] {
  const io: Io = { args: [], stdin: noInput(), out: nowhere, err: nowhere, now: () => 0, env: {} };
  return createProgram(io, '0').commands.map((command) => ({
    name: command.name(),
    options: command.options.flatMap(({ long }) => long ?? []),
  }));
}

const nowhere = { write: () => true };

async function* noInput(): AsyncGenerator<Uint8Array> {}
