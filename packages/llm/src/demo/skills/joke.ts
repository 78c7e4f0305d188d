import type { Skill } from './skill.ts';

const JOKES = [
  ['Why do programmers mix up Halloween and Christmas?', 'Because OCT 31 equals DEC 25.'],
  ['A language model walks into a bar.', 'The bartender asks what it would like. It says: the most likely next drink.'],
  ['There are two hard things in computing:', 'naming things, invalidating caches, and counting from one.'],
  ['Why did the statistician bring a ladder?', 'To get the confidence interval off the ceiling.'],
  ['How many judges does it take to compare two light bulbs?', 'Only one, but the bulbs must be shown in both orders.'],
] as const;

/** A joke, with the user's subject at the door. */
export const joke: Skill = ({ text, keywords }, draw) => {
  if (!/\b(joke|pun|make me laugh|something funny)\b/i.test(text)) return undefined;
  const [setup, line] = draw.pick(JOKES);
  const subject = keywords.filter((word) => !/^(jokes?|puns?|funny|something|laugh)$/i.test(word))[0];
  return {
    title: subject === undefined ? 'A joke' : `A joke, nearly about ${subject}`,
    gist: `${setup} ${line}`,
    points: [{ head: 'Why it is funny', text: 'it is funnier if nobody explains it' }],
    wrong: { gist: `${line} ${setup}` },
  };
};
