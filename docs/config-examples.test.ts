import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../apps/server/src/config/load-config.ts';
import { steps } from './testing/examples.ts';
import { pages, root } from './testing/pages.ts';

const shown = pages().flatMap((page) =>
  steps(page).flatMap((step) =>
    'file' in step && /^agon\.config\./.test(step.file.name) ? [{ page: page.path, ...step.file }] : [],
  ),
);
/** A key under whatever name an example asks for. */
const environment = new Proxy<Record<string, string>>({}, { get: () => 'a-key' });

test.each(shown)('$page: $name is a configuration that an arena takes', async ({ name, text }) => {
  const folder = mkdtempSync(join(tmpdir(), 'agon-docs-config-'));
  try {
    // In a clone `@agon/server` is a workspace.
    mkdirSync(join(folder, 'node_modules/@agon'), { recursive: true });
    symlinkSync(join(root, 'apps/server'), join(folder, 'node_modules/@agon/server'), 'dir');
    writeFileSync(join(folder, name), text);
    const { models } = await loadConfig({ folder, environment });
    expect(models.length).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the README and both guides show one', () => {
  expect(shown.map(({ page }) => page)).toEqual(
    expect.arrayContaining(['README.md', 'docs/arena.md', 'docs/configuration.md']),
  );
});
