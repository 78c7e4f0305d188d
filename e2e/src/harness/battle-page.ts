import type { Locator, Page } from 'playwright-core';

/** Names of the votes as the page words them. */
export const votes = { a: 'A is better', tie: 'Tie, both good', both_bad: 'Both bad', b: 'B is better' } as const;

/** What a test does on the page of a battle, in the words of whoever votes. */
export interface BattlePage {
  readonly page: Page;
  /** Opens the arena and asks the first question; gives consent where it is asked. */
  start(prompt: string): Promise<void>;
  /** Asks the next question. */
  ask(prompt: string): Promise<void>;
  /** One answer of a turn, 1 unless said. */
  answer(side: 'A' | 'B', turn?: number): Locator;
  vote(outcome: keyof typeof votes): Promise<void>;
  button(name: string | RegExp): Locator;
  heading(name: string | RegExp): Locator;
  /** Both answers are complete. */
  votable(): Promise<void>;
  /** Both names, once they are shown. */
  names(): Promise<{ readonly a: string; readonly b: string }>;
}

/** The page of battles in a tab. */
export function battlePage(page: Page): BattlePage {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const heading = (name: string | RegExp) => page.getByRole('heading', { name });
  const consent = page.getByRole('dialog', { name: 'Before your first question' });
  return {
    page,
    button,
    heading,
    async start(prompt) {
      await page.goto('/');
      const question = page.getByRole('textbox', { name: 'Your question' });
      await question.fill(prompt);
      await page.locator('button[type=submit]:enabled').waitFor();
      await question.press('Enter');
      const begun = page.getByRole('region', { name: 'Turn 1' });
      await consent.or(begun).first().waitFor();
      if (await consent.isVisible()) await consent.getByRole('button', { name: /^Keep my texts private/ }).click();
      await begun.waitFor();
    },
    async ask(prompt) {
      const question = page.getByRole('textbox', { name: /^(Next question to both|Go on talking to both)$/ });
      await question.fill(prompt);
      await question.press('Enter');
    },
    answer: (side, turn = 1) => page.getByRole('article', { name: `Answer ${side}, turn ${turn}` }),
    vote: (outcome) =>
      page.getByRole('group', { name: 'Your vote' }).getByRole('button', { name: votes[outcome] }).click(),
    votable: () => page.getByRole('group', { name: 'Your vote' }).locator('button:enabled').first().waitFor(),
    async names() {
      const row = page.getByRole('table', { name: 'Who answered' }).locator('thead th span.min-w-0');
      await row.first().waitFor();
      const [a = '', b = ''] = await row.allTextContents();
      return { a, b };
    },
  };
}
