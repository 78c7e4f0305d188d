import type { Printed, Session } from './session.ts';
import type { Shell } from './shell.ts';
import type { ShownArena } from './shown-arena.ts';

/** What the lines of a page are run with. */
export interface Stage {
  readonly session: Session;
  readonly shell: Shell;
  /** The arena that all pages share; started by the first line that needs it. */
  readonly arena: () => Promise<ShownArena>;
}

// What is not agon itself (a clone, another folder) is left out, so that a first line can be shown whole.
const beforeAgon = /^.*&& (?=npm start|npx agon|agon)/;
const word = /(?:"[^"]*"|'[^']*'|[^\s"'])+/g;

/**
 * Runs a line of a page: in the session, or by the shell where it holds pipes, redirections or variables. `npm start` and `agon serve` go on
 * until they are stopped; they print what the shared arena printed.
 */
export async function runLine(line: string, stage: Stage): Promise<Printed> {
  const command = line.replace(beforeAgon, '');
  const [first, ...options] = command === 'npm start' ? ['serve'] : wordsOf(command);
  if (first === 'serve' && options.length === 0) return { text: (await stage.arena()).greeting, code: 0 };
  if (first === 'admin-link' || /\bcurl\b/.test(command)) return speakToArena(command, stage);
  const isForShell = !/^(npx )?agon\b/.test(command) || /[|<>&;$]/.test(command.replaceAll(/"[^"]*"|'[^']*'/g, ''));
  return isForShell ? stage.shell.run(command) : stage.session.run(wordsOf(command));
}

/** A line that asks the shared arena something. */
async function speakToArena(command: string, { session, shell, arena }: Stage): Promise<Printed> {
  const { dataFolder, withRealAddress, asShown } = await arena();
  const printed = /\bcurl\b/.test(command)
    ? await shell.run(withRealAddress(command))
    : await session.run([...wordsOf(command), '--data', dataFolder]);
  return { ...printed, text: asShown(printed.text) };
}

/**
 * The words of a command line after `agon`.
 *
 * @example wordsOf('npx agon rank --title "Two words"') // ['rank', '--title', 'Two words']
 */
export function wordsOf(line: string): string[] {
  const words = [...line.matchAll(word)].map(([text]) => text.replaceAll(/["']/g, ''));
  return words.slice(words.indexOf('agon') + 1);
}
