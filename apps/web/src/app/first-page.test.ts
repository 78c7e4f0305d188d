import { expect, test } from 'vitest';
import { ensureBuilt, firstPageFiles } from '../../build.ts';

/** All script that is loaded before the first battle is asked, compressed. */
const budgetBytes = 170_000;
/** A first build may take a while on a busy machine; later runs find it in the cache. */
const buildTimeoutMs = 180_000;

test('the script of the first page keeps to its budget', { timeout: buildTimeoutMs }, async () => {
  const { folder } = await ensureBuilt();
  const files = await firstPageFiles(folder);
  const script = files.filter(({ file }) => file.endsWith('.js'));
  expect(script.length).toBeGreaterThan(0);
  expect(script.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)).toBeLessThanOrEqual(budgetBytes);
});
