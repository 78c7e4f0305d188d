import { Command } from 'commander';
import { addAdminLink } from './commands/admin-link.ts';
import { addConvert } from './commands/convert.ts';
import { addDemo } from './commands/demo.ts';
import { addRank } from './commands/rank.ts';
import { addServe } from './commands/serve.ts';
import { addSimulate } from './commands/simulate.ts';
import { addVerify } from './commands/verify.ts';
import type { Io } from './io.ts';

/** The `agon` command with all that it can do; it throws where commander would end the process. */
export function createProgram(io: Io, version: string): Command {
  const program = new Command('agon')
    .description('The open arena for language models: battles, votes, leaderboards with honest intervals.')
    .version(version)
    .showHelpAfterError('(agon help COMMAND shows its options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        io.out.write(text);
      },
      writeErr: (text) => {
        io.err.write(text);
      },
    });
  addServe(program, io, version);
  addAdminLink(program, io);
  addRank(program, io);
  addSimulate(program, io);
  addConvert(program, io);
  addVerify(program, io);
  addDemo(program, io);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}
