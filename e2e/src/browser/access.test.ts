import { type Outcome, outcomes } from '@agon/votes';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../harness/accessible.ts';
import { battlePage } from '../harness/battle-page.ts';
import { stage } from '../harness/stage.ts';
import { createVisitor } from '../harness/visitor.ts';
import { voteOnce } from '../harness/vote-once.ts';
import { openContext } from '../harness/watched.ts';

const { arena, browser } = stage();

const answers = {
  amber:
    'A **board** is a table:\n\n| rank | model |\n|---|---|\n| 1 | it |\n\nSee `rank` and [the page](https://example.test/).',
  jade: '# Boards\n\n1. They rank models.\n2. They are made of votes.\n\n```js\nconst board = votes.length;\n```',
};

const stalled = 'What is a board, and what is it for?';

function scriptAnswers(): void {
  const { provider } = arena();
  for (const [model, text] of Object.entries(answers)) provider.script(model, { text });
}

describe('every page', { timeout: 90_000 }, () => {
  test('has no violation of the rules for accessible pages, in light and in dark', async () => {
    const { url, provider } = arena();
    const { page } = await openContext(browser(), { url });
    const battle = battlePage(page);
    await page.goto('/');
    await page.getByRole('textbox', { name: 'Your question' }).fill('What is a board?');
    await page.locator('button[type=submit]:enabled').waitFor();
    await expectAccessible(page, 'empty battle');
    await page.goto('/board');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Amber Fox').first().waitFor();
    await expectAccessible(page, 'empty board');
    await page.goto('/about');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page, 'about');

    let isStalling = true;
    for (const [model, text] of Object.entries(answers))
      provider.script(model, ({ prompt }) =>
        isStalling && prompt === stalled ? { text, ending: { kind: 'stall', afterCharacters: 40 } } : { text },
      );
    const others = Promise.all(outcomes.map(castVote));
    await battle.start(stalled);
    await battle
      .answer('A')
      .getByText(/board|rank/i)
      .first()
      .waitFor();
    await expectAccessible(page, 'streaming');
    isStalling = false;
    await battle.button('Stop').click();
    await battle.button('Regenerate').click();
    await battle.votable();
    await expectAccessible(page, 'voting');
    await battle.vote('a');
    await battle.heading('You chose A').waitFor();
    await battle.button('correct').first().click();
    // With the countdown, the names would appear in the middle of the check.
    await page.clock.install();
    await expectAccessible(page, 'voted');
    await page.clock.resume();
    if (await battle.button('Reveal now').isVisible()) await battle.button('Reveal now').click();
    await battle.names();
    await page.locator('summary', { hasText: 'Settings and draw' }).click();
    await expectAccessible(page, 'revealed');
    await others;
    await page.goto('/board');
    await page.locator('[data-row]').first().waitFor();
    await expectAccessible(page, 'board');
  });

  test('fits a phone of 360 by 740 and is used with a thumb', async () => {
    const { url } = arena();
    scriptAnswers();
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    const { page } = await openContext(browser(), { url, ...phone });
    const battle = battlePage(page);
    await page.goto('/');
    await page.getByRole('textbox', { name: 'Your question' }).fill('What is a board?');
    await expectNoSideways(page);
    await page.locator('button[type=submit]:enabled').tap();
    await page.getByRole('button', { name: /^Keep my texts private/ }).tap();
    await battle.votable();
    await expectNoSideways(page);
    expect(await battle.answer('A').isVisible()).toBe(true);
    expect(await battle.answer('B').count()).toBe(0);
    await battle.button('Look at B before you vote').tap();
    await battle.answer('B').waitFor();
    await page.getByRole('tab', { name: /Answer A/ }).tap();
    await battle.answer('A').waitFor();
    await page.getByRole('tab', { name: /Answer B/ }).tap();
    await battle.answer('B').waitFor();
    await expectAccessible(page, 'voting on a phone');
    await page.getByRole('button', { name: 'B is better' }).tap();
    await battle.button('Reveal now').tap();
    await battle.names();
    await expectNoSideways(page);
    await swipe(page, { from: 60, to: 300 });
    await battle.answer('A').waitFor();
    for (const path of ['/board', '/about']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectNoSideways(page);
    }
  });

  test('is used without a mouse', async () => {
    const { url, provider } = arena();
    for (const [model, text] of Object.entries(answers))
      provider.script(model, ({ request }) =>
        request === 1 ? { text, ending: { kind: 'stall', afterCharacters: 40 } } : { text },
      );
    const { page } = await openContext(browser(), { url });
    const battle = battlePage(page);
    const press = (key: string) => page.keyboard.press(key);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.goto('/');
    await page.getByText('battles left for now').waitFor();
    await press('Tab');
    expect(await focused()).toBe('Skip to content');
    await press('Enter');
    await tabTo(page, 'textarea');
    await page.keyboard.type('What is a board?');
    await press('Enter');
    await page.getByRole('dialog', { name: 'Before your first question' }).waitFor();
    await tabTo(page, 'dialog button:has(span)');
    await press('Enter');
    await battle
      .answer('A')
      .getByText(/board|rank/i)
      .first()
      .waitFor();
    await press('Escape');
    await page.getByText('This turn was stopped').waitFor();
    await press('r');
    await battle.votable();

    await press('?');
    const legend = page.getByRole('dialog', { name: 'Keyboard' });
    await legend.getByRole('row', { name: 'Tie, both good' }).waitFor();
    await press('1');
    await press('Escape');
    await legend.waitFor({ state: 'hidden' });
    await press(']');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer-1-b');
    await press('2');
    await battle.heading('You chose B').waitFor();
    await expect.poll(focused).toBe('Reveal now');
    await press('Shift+Tab');
    expect(await focused()).toBe('Undo');
    await press('Enter');
    await battle.votable();
    await expect.poll(focused).toMatch(/is better|Tie|bad/);
    await press('ArrowLeft');
    await battle.heading('You chose A').waitFor();
    await expect.poll(focused).toBe('Reveal now');
    await press('Enter');
    const { a } = await battle.names();
    await expect.poll(focused).toBe(`You preferred ${a}`);
    await press('n');
    await page.getByRole('textbox', { name: 'Your question' }).waitFor();
  });
});

/** A vote of another visitor, who has taken the time to read. */
async function castVote(outcome: Outcome): Promise<void> {
  const visitor = createVisitor(arena().url);
  await visitor.consent();
  await voteOnce(visitor, { prompt: 'What is a board?', decide: () => outcome });
}

/** Presses Tab until the focus is on such an element. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
  for (let presses = 0; presses < 40; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

async function expectNoSideways(page: Page): Promise<void> {
  const { width, wide } = await page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const isOut = (element: Element) => element.getBoundingClientRect().right > clientWidth + 1;
    const inScroller = (element: Element) => element.closest('[data-scrolls]') !== null;
    const out = [...document.querySelectorAll('main *')].filter((element) => isOut(element) && !inScroller(element));
    return { width: document.documentElement.scrollWidth, wide: out.map(({ outerHTML }) => outerHTML.slice(0, 200)) };
  });
  expect({ url: page.url(), width, wide }).toEqual({ url: page.url(), width: 360, wide: [] });
}

/** A finger over the middle of the page. */
async function swipe(page: Page, { from, to }: { readonly from: number; readonly to: number }): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  // Beside the head of the answer: in code a finger scrolls.
  const box = await page.getByRole('tabpanel').boundingBox();
  if (box === null) throw new Error('There is nothing to swipe.');
  const y = box.y + 20;
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  await touch('touchStart', from);
  for (let step = 1; step <= 5; step += 1) await touch('touchMove', from + ((to - from) * step) / 5);
  await touch('touchEnd', to);
}
