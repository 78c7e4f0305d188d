import { runInShell } from './run-in-shell.ts';
import type { Printed, Session } from './session.ts';

// What is not agon itself (a clone, another folder) is left out, so that a first line can be shown whole.
const beforeAgon = /^.*&& (?=npm start|npx agon|agon)/;
const word = /(?:"[^"]*"|'[^']*'|[^\s"'])+/g;

/** Runs a line of a page: in the session, or by a shell where it holds pipes or redirections. `npm start` is `agon demo`. */
export function runLine(line: string, folder: string, session: Session): Promise<Printed> {
  const command = line.replace(beforeAgon, '').replace(/^npm start\b/, 'agon demo');
  const isForShell = /[|<>&;$]/.test(command.replaceAll(/"[^"]*"|'[^']*'/g, ''));
  return isForShell ? runInShell(command, folder) : session.run(wordsOf(command));
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
