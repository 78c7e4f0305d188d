import { expect, test } from 'vitest';
import { board } from '../messages/en/board.ts';
import { addMessages, createMessages } from '../messages/messages.ts';
import { verdictWords } from './verdict-words.ts';

const messages = createMessages();
addMessages(messages, 'board', board);
const t = messages.getFixedT('en', 'board');

function words(
  kind: Parameters<typeof verdictWords>[0]['kind'],
  models: string[],
  votesNeeded: number | null,
  rated = 5,
) {
  return verdictWords({ kind, models, votesNeeded, text: '' }, { t, language: 'en', rated });
}

test('a clear winner needs no forecast', () => {
  expect(words('clear-winner', ['heron'], 0)).toEqual({
    kind: 'Clear winner',
    sentence: 'heron is better than each other rated model.',
    forecast: null,
  });
});

test('a tie at the top names its models and says how many votes would settle it, in two figures', () => {
  expect(words('tied-top', ['heron', 'wren'], 43_211)).toMatchObject({
    sentence: 'heron and wren cannot be told apart.',
    forecast: 'About 43,000 more votes would tell them apart, if the present differences are real.',
  });
  expect(words('tied-top', ['heron', 'wren'], 1).forecast).toContain('About 1 more vote would');
  expect(words('tied-top', ['heron', 'wren'], null).forecast).toContain('no number of votes');
});

test('of many tied models five are named', () => {
  const sentence = 'a, b, c, d, e, and 2 others cannot be told apart.';
  expect(words('tied-top', [...'abcdefg'], 9).sentence).toBe(sentence);
  expect(words('tied-top', [...'abcdef'], 9).sentence).toBe('a, b, c, d, e, and f cannot be told apart.');
});

test('without a signal the first in rating is named, of two models both', () => {
  expect(words('no-signal', ['heron', 'wren', 'swift'], 9, 3).sentence).toBe(
    'heron leads, but none of the other 2 models can be told from it.',
  );
  expect(words('no-signal', ['heron', 'wren'], 9, 2).sentence).toBe('heron and wren cannot be told apart.');
});

test('models that cannot be compared are named; where nothing connects, that is said', () => {
  expect(words('not-comparable', ['newcomer'], null).sentence).toContain('newcomer has not lost');
  expect(words('not-comparable', ['x', 'y'], null).sentence).toContain('x and y have not lost');
  expect(words('not-comparable', [], null).sentence).toContain('No two models');
});

test('characters of a name stay as they are', () => {
  expect(words('clear-winner', ['<b>&{{model}}'], 0).sentence).toContain('<b>&');
});
