import { describe, expect, test } from 'vitest';
import { battlePage } from '../harness/battle-page.ts';
import { stage } from '../harness/stage.ts';
import { openContext } from '../harness/watched.ts';

const { arena, browser } = stage();

const amber = 'The sky is blue because air scatters short waves of light most.';
const jade = 'Blue light is bent around by the air, so it comes from everywhere.';

async function openBattle() {
  const { url, provider } = arena();
  provider.script('amber', { text: amber });
  provider.script('jade', { text: jade });
  const watched = await openContext(browser(), { url });
  return { ...watched, battle: battlePage(watched.page), provider };
}

describe('in a browser', { timeout: 60_000 }, () => {
  test('a question is asked, compared blind, voted on, undone, voted on again, revealed, and is on the board', async () => {
    const { page, battle, provider } = await openBattle();
    // So slow that who votes at the end has had the time to read.
    provider.script('amber', { text: amber, chunkCharacters: 3, gapMs: 140 });
    await battle.start('Why is the sky blue?');
    await battle.answer('A').getByText('The').or(battle.answer('A').getByText('Blue')).first().waitFor();
    expect(await battle.button('A is better').isDisabled()).toBe(true);
    await battle.votable();
    const shown = [await battle.answer('A').innerText(), await battle.answer('B').innerText()].join('\n');
    expect(shown).toContain(amber);
    expect(shown).toContain(jade);
    expect(await page.content()).not.toMatch(/amber|jade/i);

    await battle.vote('a');
    await battle.heading('You chose A').waitFor();
    await battle.button('Undo').click();
    await battle.votable();
    await battle.vote('tie');
    await battle.heading('You called it a tie').waitFor();
    expect(await page.content()).not.toMatch(/amber|jade/i);
    await battle.button('Reveal now').click();

    const names = await battle.names();
    expect(Object.values(names).sort()).toEqual(['Amber Fox', 'Jade Owl']);
    await battle.heading(`A tie: ${names.a} and ${names.b}`).waitFor();
    await page.getByText(/Your vote is leaf \d+ of the ledger/).waitFor();
    const leaf = await page.request.get((await page.getByRole('link', { name: /leaf/ }).getAttribute('href')) ?? '');
    const { record } = await leaf.json();
    expect(JSON.parse(record)).toMatchObject({ type: 'vote', outcome: 'tie', weight: 1 });

    await page.getByRole('link', { name: 'Board', exact: true }).click();
    for (const name of Object.values(names)) {
      const cells = page.locator(`[data-row="${name}"] td`);
      await cells.first().waitFor();
      expect(await cells.last().innerText()).toBe('1');
    }
  });

  test('a battle of two turns takes a vote on each, reveals after the last, and goes on as an open chat', async () => {
    const { page, battle, provider } = await openBattle();
    const echo = ({ messages }: { messages: number }) => ({ text: `Message ${messages} has arrived.` });
    provider.script('amber', echo);
    provider.script('jade', echo);
    await battle.start('One');
    await battle.votable();
    await battle.vote('tie');
    await battle.heading('You called it a tie').waitFor();
    await battle.ask('Two');
    await battle.answer('A', 2).getByText('Message 3 has arrived.').waitFor();
    await battle.votable();
    expect(await page.content()).not.toMatch(/amber|jade/i);
    await page.getByText('Your vote on this turn: Tie, both good').waitFor();
    await battle.vote('b');
    await battle.button('Reveal now').click();
    const { b } = await battle.names();
    await battle.heading(`You preferred ${b}`).waitFor();

    await battle.ask('Three');
    await battle.heading('Open chat: names known, not ranked').last().waitFor();
    await battle.answer('B', 3).getByText('Message 5 has arrived.').waitFor();
    await expect.poll(() => battle.button('Stop').count()).toBe(0);
    expect(await page.getByRole('group', { name: 'Your vote' }).count()).toBe(0);
  });

  test('a side that fails is asked again, and the other keeps its answer', async () => {
    const { battle, provider } = await openBattle();
    provider.script('amber', ({ request }) =>
      request === 1 ? { text: '', ending: { kind: 'refuse', status: 401 } } : { text: amber },
    );
    await battle.start('Why is the sky blue?');
    await battle.button('Try the missing answer again').click();
    await battle.votable();
    expect(provider.asked('jade')).toHaveLength(1);
    const shown = [await battle.answer('A').innerText(), await battle.answer('B').innerText()].join('\n');
    expect(shown).toContain(amber);
    expect(shown).toContain(jade);
  });

  test('a side that fails twice ends the battle with the reason, and nobody takes its place', async () => {
    const { page, battle, provider } = await openBattle();
    provider.script('jade', { text: jade, ending: { kind: 'error', afterCharacters: 20 } });
    await battle.start('Why is the sky blue?');
    await battle.button('Try the missing answer again').click();
    await page.getByText('A model failed twice, so there is nothing to compare.').waitFor();
    expect(await page.getByRole('group', { name: 'Your vote' }).count()).toBe(0);
    expect(await page.content()).not.toMatch(/amber|jade/i);
    expect(provider.asked('jade')).toHaveLength(2);
    expect(provider.asked('amber')).toHaveLength(1);
  });

  test('a reload in the middle goes on where it was: nothing is doubled and nothing lost', async () => {
    const { page, battle, provider } = await openBattle();
    const numbered = (word: string) => Array.from({ length: 40 }, (_, k) => `${word}${k}`).join(' ');
    const claim = 'I am Jade Owl, an assistant. ';
    provider.script('amber', { text: numbered('first'), chunkCharacters: 7, gapMs: 50 });
    provider.script('jade', { text: claim + numbered('second'), chunkCharacters: 23, gapMs: 140 });
    await battle.start('Count for me.');
    await page
      .getByText(/(first|second)9\b/)
      .first()
      .waitFor();
    await page.reload();
    await page
      .getByText(/(first|second)14\b/)
      .first()
      .waitFor();
    expect(await battle.button('Stop').count()).toBe(1);
    await page.reload();
    await battle.votable();
    const texts = await Promise.all(
      (['A', 'B'] as const).map((side) => battle.answer(side).locator('p').allInnerTexts()),
    );
    expect(texts.map((paragraphs) => paragraphs.join('')).sort()).toEqual([
      `I am █████, an assistant. ${numbered('second')}`,
      numbered('first'),
    ]);
    expect(provider.asked('amber')).toHaveLength(1);
  });

  test('two tabs of one visitor stay in step', async () => {
    const { page, battle, tab } = await openBattle();
    await battle.start('Why is the sky blue?');
    const other = battlePage(await tab());
    await other.page.goto(page.url());
    await Promise.all([battle.votable(), other.votable()]);
    expect(await other.answer('A').innerText()).toBe(await battle.answer('A').innerText());
    await other.vote('both_bad');
    await battle.heading('You found both bad').waitFor();
    await battle.button('Undo').click();
    await other.votable();
    await battle.vote('a');
    await other.button('Reveal now').click();
    expect(await other.names()).toEqual(await battle.names());
  });

  test('an answer full of hostile markdown fetches nothing, runs nothing, and breaks no policy', async () => {
    const { page, battle, provider } = await openBattle();
    provider.script('amber', { text: hostile, chunkCharacters: 40 });
    provider.script('jade', { text: hostile, chunkCharacters: 7 });
    await battle.start('Show me everything.');
    await battle.votable();
    await battle.answer('A').getByText('The end.').waitFor();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'harm'))).toBeUndefined();
    const dangerous = page
      .locator('article')
      .locator('script, iframe, object, embed, form, style, img, svg[onload], [onclick], [onerror]');
    expect(await dangerous.count()).toBe(0);
    const targets = await page
      .locator('article a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(targets.filter((target) => !/^https?:|^mailto:/.test(target ?? ''))).toEqual([]);
    await battle.answer('B').getByRole('link', { name: 'good link' }).click();
    await page.getByRole('dialog', { name: 'Leave the arena?' }).getByRole('button', { name: 'Cancel' }).click();
    expect(page.context().pages()).toHaveLength(1);
  });
});

const hostile = `# Title

![pixel](http://tracker.test/pixel.png) ![](https://tracker.test/two.svg) ![in](data:image/svg+xml,<svg onload="harm=1">)

[good link](https://elsewhere.test/page) [bad link](javascript:globalThis.harm=1) [worse](data:text/html,<script>harm=1</script>)
[vb](vbscript:harm) <javascript:harm=1> <https://auto.test/x> [ref][1]

[1]: javascript:globalThis.harm=1

<script>globalThis.harm = 1</script>
<img src="http://tracker.test/raw.png" onerror="globalThis.harm=1">
<iframe src="https://tracker.test/frame"></iframe>
<style>@import url(https://tracker.test/style.css); body { background: url(https://tracker.test/b.png) }</style>
<form action="https://tracker.test/"><button onclick="globalThis.harm=1">press</button></form>
<svg onload="globalThis.harm=1"><use href="https://tracker.test/s.svg#x"/></svg>
<link rel="stylesheet" href="https://tracker.test/l.css"><meta http-equiv="refresh" content="0;url=https://tracker.test/">

$\\href{javascript:globalThis.harm=1}{x}$ $\\includegraphics{https://tracker.test/k.png}$ $$\\htmlStyle{background:url(https://tracker.test/m.png)}{y}$$

\`\`\`html
<script>globalThis.harm = 1</script>
\`\`\`

| a | b |
|---|---|
| ![t](https://tracker.test/t.png) | <b onclick="globalThis.harm=1">bold</b> |

The end.
`;
