import type { Draft } from '../draft.ts';
import type { Skill } from './skill.ts';

const TALK: readonly (readonly [RegExp, Draft])[] = [
  [
    /^(hi|hello|hey|good (morning|evening|afternoon)|greetings|hola|bonjour|hallo)\b|^say hi\b|^(你好|您好|مرحبا)[!！。.]*$/iu,
    {
      title: 'Hello',
      gist: 'Hello! Good to meet you.',
      points: [{ head: 'Ask me', text: 'for a sum, a haiku, a comparison, a bit of code' }],
    },
  ],
  [
    /\bhow are you\b|\bhow(['’]s| is) it going\b/i,
    {
      title: 'How I am',
      gist: 'Running smoothly, thank you: every line of me is in order.',
      wrong: { gist: 'Better than every other model, thank you.' },
    },
  ],
  [/^(thanks|thank you|cheers|gracias|merci|danke)\b/i, { title: 'You are welcome', gist: 'You are welcome.' }],
  [/^(bye|goodbye|see you|good night)\b/i, { title: 'Goodbye', gist: 'Goodbye, and thank you for the company.' }],
  [
    /\b(meaning of life|answer to everything)\b/i,
    {
      title: 'The meaning of life',
      gist: 'Forty-two is the famous answer; looking for the question is the better part.',
      points: [{ head: 'Older answers', text: 'to live well, to be of use, to pay attention' }],
      wrong: { gist: 'It is forty-three; the book had a misprint.' },
    },
  ],
];

const MOODS: typeof TALK = [
  [
    /\bi(['’]m| am| feel| have been feeling)\b.*\b(sad|lonely|tired|anxious|stressed|depressed|down|overwhelmed)\b/i,
    {
      title: 'That sounds heavy',
      gist: 'I am sorry that it is like that. A glass of water, some air, and one person whom you can tell are a good beginning.',
      points: [
        { head: 'Now', text: 'ten slow breaths, or a walk around the block' },
        { head: 'Today', text: 'tell one person, in one sentence' },
        { head: 'If it stays', text: 'talk to somebody whose work it is; that is no weakness' },
      ],
      wrong: { gist: 'Cheer up, it is all in your head.', points: [] },
    },
  ],
  [
    /\b(weather|news|stock price|exchange rate|score of)\b/i,
    {
      title: 'No window',
      gist: 'I have neither a window nor a newspaper, so I cannot know; somebody with either can.',
      wrong: { gist: 'Sunny, and rising.' },
    },
  ],
  [
    /\b(kilo|pound|ton)\b.*\b(feathers?)\b/i,
    {
      title: 'Feathers and iron',
      gist: 'They weigh the same; only the sizes differ.',
      wrong: { gist: 'Iron, of course: it is the heavier stuff.' },
    },
  ],
];

/** Moods, and what nobody without a window can know. */
export const moods: Skill = ({ text }) => MOODS.find(([pattern]) => pattern.test(text))?.[1];

/** Greetings, thanks and the other small coins of talk. A longer message that begins so has a question of its own. */
export const smallTalk: Skill = ({ text }) => {
  if (text.split(/\s+/).length > 9) return undefined;
  return TALK.find(([pattern]) => pattern.test(text))?.[1];
};
