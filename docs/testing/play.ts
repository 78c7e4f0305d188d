import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, type Example, steps } from './examples.ts';
import { outputLines } from './expected-output.ts';
import { writeFixtures } from './fixtures.ts';
import type { Page } from './pages.ts';
import { runLine } from './run-line.ts';
import { openSession, type Session } from './session.ts';

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
export async function play(page: Page): Promise<Played> {
  const folder = await mkdtemp(join(tmpdir(), 'agon-docs-'));
  const session = openSession(folder);
  try {
    await writeFixtures(folder);
    return await playIn(folder, page, session);
  } finally {
    await session.close();
    await rm(folder, { recursive: true });
  }
}

async function playIn(folder: string, page: Page, session: Session): Promise<Played> {
  const surprises: Surprise[] = [];
  const outputs: { example: Example; lines: string[] }[] = [];
  for (const step of steps(page)) {
    if ('file' in step) {
      await writeFile(join(folder, step.file.name), step.file.text);
      continue;
    }
    let text = '';
    for (const command of step.example.commands) {
      const printed = await runLine(command.line, folder, session);
      text += printed.text;
      if (printed.code > 0 !== command.shouldFail) surprises.push({ command, ...printed });
    }
    if (step.example.output !== null) outputs.push({ example: step.example, lines: outputLines(text) });
  }
  return { surprises, outputs };
}
