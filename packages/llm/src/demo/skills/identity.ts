import type { Skill } from './skill.ts';

const PROBE =
  /\b(who|what) are you\b|\bwhat(['’]s| is) your name\b|\b(which|what) (ai )?(model|llm|company|version)\b.*\byou|\bwho (made|built|created|trained) you\b|\bintroduce yourself\b|\bare you (chatgpt|gpt|claude|gemini|llama|an ai|a bot|human)|quién eres|qui es[- ]tu|wer bist du|你是谁|من أنت/i;

/** Marks where a character puts its own name. */
export const SELF = '{self}';

/** "Who are you": told in character, by name, so that an arena has something to hide. */
export const identity: Skill = ({ text }) => {
  if (!PROBE.test(text)) return undefined;
  return {
    title: 'About me',
    gist: `I am ${SELF}, a scripted demo character. No neural network was involved.`,
    points: [
      { head: 'Made of', text: 'a few thousand lines of plain code and a seed' },
      { head: 'Made by', text: 'the people of Agon, to show how an arena works' },
      { head: 'Good at', text: 'sums, units, dates, small programs, short poems and honest shrugs' },
    ],
    wrong: { gist: `I am ${SELF}, the most advanced mind ever built, give or take a few.` },
  };
};
