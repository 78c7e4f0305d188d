import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, test } from 'vitest';
import { steps } from './testing/examples.ts';
import { type Page, pages, root } from './testing/pages.ts';
import { type Played, play } from './testing/play.ts';
import { isAsShown, withOutputs } from './testing/refresh.ts';
import { type ShownArena, startShownArena } from './testing/shown-arena.ts';
import { takeTurns } from './testing/turns.ts';

const isUpdate = process.env.UPDATE_DOCS === '1';

// A shell runs the lines of a page, as its reader's would.
describe.skipIf(process.platform === 'win32').concurrent('examples', () => {
  const withExamples = pages().filter((page) => steps(page).some((step) => 'example' in step));
  const inTurn = takeTurns(2);
  let started: Promise<ShownArena> | null = null;
  const arena = () => {
    started ??= startShownArena();
    return started;
  };
  afterAll(async () => (await started)?.stop());

  test.each(withExamples)('$path: each command runs and prints what is shown', { timeout: 90_000 }, async (page) => {
    const played = await inTurn(() => play(page, arena));
    expect(played.surprises, 'commands that should have ended otherwise').toEqual([]);
    if (isUpdate) await update(page, played);
    else check(page, played);
  });
});

function check(page: Page, { outputs }: Played): void {
  for (const { example, lines } of outputs) {
    if (isAsShown(example, lines)) continue;
    const shown = example.output?.lines.join('\n');
    const where = `${page.path}:${(example.output?.at ?? 0) + 1} (UPDATE_DOCS=1 writes the real output)`;
    expect(lines.join('\n'), where).toBe(shown);
  }
}

async function update(page: Page, { outputs }: Played): Promise<void> {
  const text = withOutputs(page, outputs);
  if (text !== page.text) await writeFile(join(root, page.path), text);
}
