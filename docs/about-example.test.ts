import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { loadConfig } from '../apps/server/src/config/load-config.ts';
import { root } from './testing/pages.ts';

test('the configuration on the page about the arena is one that an arena takes, with models for a battle', async () => {
  // Named at run time: the pages are another program, and not checked together with the documentation.
  const { configExample } = await import(pathToFileURL(join(root, 'apps/web/src/about/examples.ts')).href);
  const folder = mkdtempSync(join(tmpdir(), 'agon-about-config-'));
  try {
    writeFileSync(join(folder, 'agon.config.json'), String(configExample));
    const { models } = await loadConfig({ folder, environment: { EXAMPLE_KEY: 'a-key' } });
    expect(models).toHaveLength(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
