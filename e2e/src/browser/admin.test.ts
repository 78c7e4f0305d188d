import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../harness/accessible.ts';
import { stage } from '../harness/stage.ts';
import { openContext } from '../harness/watched.ts';

const { arena, browser } = stage();

describe('whoever runs the arena', { timeout: 60_000 }, () => {
  test('opens the admin page by the one-time link, adds a model, lets it say hi, and pauses it', async () => {
    const { url, provider, adminLink } = arena();
    provider.script('opal', { text: 'Hi, what shall we compare?' });
    const { page } = await openContext(browser(), { url });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    await page.goto(await adminLink());
    await page.getByRole('heading', { name: 'Models' }).waitFor();
    expect(page.url()).not.toContain('#');
    await expectAccessible(page, 'admin: models');

    await button('Add a model').click();
    await expectAccessible(page, 'admin: form');
    await button('Add this model').click();
    await page.getByText(/fields need another look/).waitFor();
    await field('Name').fill('Opal Heron');
    await field('Address').fill(provider.baseUrl);
    await field('Model ID at that address').fill('opal');
    await page.getByLabel(/^Key/).fill('sk-of-the-opal-heron');
    await button('Say hi before saving').click();
    await page.getByText('Hi, what shall we compare?').waitFor();
    await button('Add this model').click();
    const entry = page.getByRole('listitem').filter({ hasText: 'Opal Heron' });
    await entry.getByText('Drawn now').waitFor();
    await entry.getByText('key stored').waitFor();
    expect(provider.keys).toContain('Bearer sk-of-the-opal-heron');
    expect(await page.content()).not.toContain('sk-of-the-opal-heron');

    provider.script('opal', { text: '', ending: { kind: 'refuse', status: 401 } });
    await button('Say hi to Opal Heron').click();
    await entry.getByText('It does not answer.').waitFor();
    await button('Pause Opal Heron').click();
    await entry.getByText('Paused').waitFor();
    await expectAccessible(page, 'admin: a paused model');
    await page.reload();
    await entry.getByText('Paused').waitFor();
  });

  test('finds the link spent after one use, and the page closed without a session', async () => {
    const { url, adminLink } = arena();
    const link = await adminLink();
    const first = await openContext(browser(), { url });
    await first.page.goto(link);
    await first.page.getByRole('heading', { name: 'Models' }).waitFor();
    const second = await openContext(browser(), { url });
    await second.page.goto(link);
    await second.page.getByRole('heading', { name: 'This link no longer opens the page.' }).waitFor();
    await second.page.goto('/');
    await second.page.goto('/admin');
    await second.page.getByRole('heading', { name: 'This page opens with a link.' }).waitFor();
    await expectAccessible(second.page, 'admin: closed');
  });

  test('changes a setting, and visitors see it at once', async () => {
    const { url, adminLink } = arena();
    const { page, tab } = await openContext(browser(), { url });
    await page.goto(await adminLink());
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('The Aviary');
    await expectAccessible(page, 'admin: settings');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await page.getByText('The settings are saved.').waitFor();
    const visitor = await tab();
    await visitor.goto('/');
    await visitor.getByRole('link', { name: 'The Aviary' }).waitFor();
  });
});
