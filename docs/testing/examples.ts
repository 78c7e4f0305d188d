import { type Fence, fences } from './markdown.ts';
import type { Page } from './pages.ts';

/** A command of a page, as it is typed. */
export interface Command {
  readonly line: string;
  readonly at: number;
  readonly shouldFail: boolean;
}

/** Commands that stand in one block, with the block that shows what they print. */
export interface Example {
  readonly commands: readonly Command[];
  readonly output: Fence | null;
}

/** A file that a page shows: a block whose info names it, as in `csv votes.csv`. */
export interface ShownFile {
  readonly name: string;
  readonly text: string;
}

/** What a page lets its reader do, in order. */
export type Step = { readonly file: ShownFile } | { readonly example: Example };

/**
 * The files and commands of a page. A `sh` block holds commands, a line each, a backslash at the end joining two; those that are not
 * of agon are left out, unless the block speaks to an arena by `curl`. A `text` or `json` block right after it is what they print.
 */
export function steps({ text }: Page): Step[] {
  const blocks = fences(text);
  return blocks.flatMap((block, index): Step[] => {
    const [language, name] = block.info;
    if (language !== 'sh') {
      if (name === undefined) return [];
      return [{ file: { name, text: block.lines.map((line) => `${line}\n`).join('') } }];
    }
    const commands = commandsOf(block);
    if (commands.length === 0) return [];
    const next = blocks[index + 1];
    const isOutput = next?.info.length === 1 && ['text', 'json'].includes(next.info[0] ?? '');
    return [{ example: { commands, output: isOutput ? next : null } }];
  });
}

function commandsOf({ info, lines, at }: Fence): Command[] {
  const joined = lines.join('\n').replaceAll('\\\n', ' ').split('\n');
  const speaksToArena = joined.some((line) => /\bcurl\b/.test(line));
  return joined
    .filter((line) => speaksToArena || /(^|&& )(npx agon|agon|npm start)\b/.test(line))
    .map((line) => ({ line, at, shouldFail: info[1] === 'fails' }));
}
