import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simulate } from '../../packages/rating/src/index.ts';
import { outcomes } from '../../packages/votes/src/index.ts';

const names = ['heron', 'swift', 'plover', 'avocet', 'wren', 'crane'];
const languages = ['English', 'English', 'English', 'French', 'French', 'German'];
const answers = [
  'Yes.',
  '# Answer\n- one\n- two',
  'It **depends** on the case, and here is why.',
  '1. First\n2. Second',
];

/**
 * Writes the files that the pages speak of and no command of theirs makes: `chats.csv` (a language, a site and a turn a vote),
 * `table.csv` (columns and words of its own) and `answers.jsonl` (votes with conversations).
 */
export async function writeFixtures(folder: string): Promise<void> {
  const { votes } = simulate({ models: names, votes: 3000, seed: 11, voters: 400, spread: 0.4 });
  const rows = Array.from(votes.outcome, (outcome, vote) => ({
    a: names[votes.modelA[vote] ?? 0] ?? '',
    b: names[votes.modelB[vote] ?? 0] ?? '',
    outcome: outcomes[outcome] ?? 'tie',
    voter: `person-${votes.voter?.[vote] ?? 0}`,
    vote,
  }));
  await writeFile(join(folder, 'chats.csv'), chats(rows));
  await writeFile(join(folder, 'table.csv'), table(rows.slice(0, 900)));
  await writeFile(join(folder, 'answers.jsonl'), conversations(rows.slice(0, 600)));
}

interface Row {
  readonly a: string;
  readonly b: string;
  readonly outcome: string;
  readonly voter: string;
  readonly vote: number;
}

function chats(rows: readonly Row[]): string {
  const lines = rows.map(({ a, b, outcome, voter, vote }) => {
    const language = languages[vote % languages.length] ?? '';
    return [a, b, outcome, voter, language, vote % 5 < 3 ? 'office' : 'web', 1 + (vote % 3)].join(',');
  });
  return ['model_a,model_b,outcome,voter,language,site,turn', ...lines, ''].join('\n');
}

function table(rows: readonly Row[]): string {
  const words: Readonly<Record<string, string>> = { a: 'first', b: 'second', tie: 'same', both_bad: 'neither' };
  const lines = rows.map(({ a, b, outcome, voter }) => [voter, a, b, words[outcome] ?? ''].join(','));
  return ['worker,one,two,better', ...lines, ''].join('\n');
}

function conversations(rows: readonly Row[]): string {
  const side = (place: number) => [
    { role: 'user', content: 'What would you do?' },
    { role: 'assistant', content: answers[place % answers.length] ?? '' },
  ];
  const lines = rows.map(({ a, b, outcome, voter, vote }) =>
    JSON.stringify({
      model_a: a,
      model_b: b,
      outcome,
      voter,
      conversation_a: side(vote),
      conversation_b: side(vote + 1 + (vote % 3)),
    }),
  );
  return [...lines, ''].join('\n');
}
