import { type Outcome, outcomes } from '../record.ts';

/** The words that files use for an outcome, in lower case. A file's other words need `outcomes` in the options. */
export const outcomeWords: Readonly<Record<Outcome, readonly string[]>> = {
  a: ['a', 'model_a', 'model a', 'model_1', 'left', 'leftvote', 'a>b', 'a>>b', 'a_wins', 'win_a', 'response_a'],
  b: ['b', 'model_b', 'model b', 'model_2', 'right', 'rightvote', 'b>a', 'b>>a', 'b_wins', 'win_b', 'response_b'],
  tie: ['tie', 'tievote', 'draw', 'equal', 'both', 'both_good', 'both good', 'bothgood', 'a=b', 'tie (inconsistent)'],
  both_bad: ['both_bad', 'both bad', 'bothbad', 'bothbad_vote', 'tie (bothbad)', 'tie (both bad)', 'neither'],
};

/** Marks a word that stands for no outcome. */
export const UNKNOWN_WORD = 255;

/**
 * A function from a word to the code of its outcome, {@link UNKNOWN_WORD} for words it does not know. Unknown words are
 * never guessed: a board made of guesses would be wrong without a sign of it.
 *
 * @example outcomeReader({ yes: 'a' })('YES') // 0
 */
export function outcomeReader(extra: Readonly<Record<string, Outcome>> = {}): (word: string) => number {
  const codes = new Map<string, number>();
  outcomes.forEach((outcome, code) => {
    for (const word of outcomeWords[outcome]) codes.set(word, code);
  });
  for (const [word, outcome] of Object.entries(extra)) codes.set(normal(word), outcomes.indexOf(outcome));
  return (word) => codes.get(normal(word)) ?? UNKNOWN_WORD;
}

function normal(word: string): string {
  return word.trim().toLowerCase();
}
