import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, type Example, steps } from './examples.ts';
import { outputLines } from './expected-output.ts';
import { writeFixtures } from './fixtures.ts';
import type { Page } from './pages.ts';
import { runLine, type Stage } from './run-line.ts';
import { openSession } from './session.ts';
import { openShell } from './shell.ts';

/** A command that ended otherwise than its page says. */
export interface Surprise {
  readonly command: Command;
  readonly code: number;
  readonly text: string;
}

/** What became of the examples of a page. */
export interface Played {
  readonly surprises: readonly Surprise[];
  /** Real output of the examples that show theirs, line by line. */
  readonly outputs: readonly { readonly example: Example; readonly lines: readonly string[] }[];
}

/** Does what a page tells its reader to do, in order, in a folder of its own. */
export async function play(page: Page, arena: Stage['arena']): Promise<Played> {
  const folder = await mkdtemp(join(tmpdir(), 'agon-docs-'));
  const session = openSession(folder);
  const shell = openShell(folder);
  try {
    await writeFixtures(folder);
    return await playIn(folder, page, { session, shell, arena });
  } finally {
    await shell.close();
    await session.close();
    await rm(folder, { recursive: true });
  }
}

async function playIn(folder: string, page: Page, stage: Stage): Promise<Played> {
  const surprises: Surprise[] = [];
  const outputs: { example: Example; lines: string[] }[] = [];
  for (const step of steps(page)) {
    if ('file' in step) {
      await writeFile(join(folder, step.file.name), step.file.text);
      continue;
    }
    if (!canPlay(step.example)) continue;
    let text = '';
    for (const command of step.example.commands) {
      const printed = await runLine(command.line, stage);
      text += printed.text;
      if (printed.code > 0 !== command.shouldFail) surprises.push({ command, ...printed });
    }
    if (step.example.output !== null) outputs.push({ example: step.example, lines: outputLines(text) });
  }
  return { surprises, outputs };
}

/** A machine without `curl` leaves out what a page does by it; everything else that the tests need comes with the project. */
function canPlay({ commands }: Example): boolean {
  return hasCurl() || !commands.some(({ line }) => /\bcurl\b/.test(line));
}

function hasCurl(): boolean {
  return spawnSync('curl', ['--version']).status === 0;
}
