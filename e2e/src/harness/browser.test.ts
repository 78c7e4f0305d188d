import { expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { findBrowser } from './find-browser.ts';

test('a browser is found, starts, and shows a page', async () => {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<h1>Good morning</h1>');
    expect(await page.getByRole('heading').textContent()).toBe('Good morning');
  } finally {
    await browser.close();
  }
}, 60_000);

test('a browser that is named and not there is an error that says what to do', async () => {
  await expect(findBrowser({ AGON_BROWSER: '/nowhere/chromium' })).rejects.toThrow('name a Chromium by its whole path');
});
