import { capital, type Skill } from './skill.ts';

const NAMES = ['Mira', 'Ines', 'Leila', 'Vera', 'Nora', 'Ada'] as const;
const PLACES = [
  'in a harbour town',
  'in the last house on the hill',
  'at a station between two cities',
  'on an island with one road',
] as const;

/** A very short story with the user's nouns in the leading parts. */
export const story: Skill = ({ text, keywords }, draw) => {
  if (!/\b(story|tale|fairy ?tale|bedtime|once upon)\b/i.test(text)) return undefined;
  const nouns = keywords
    .filter((word) => !/^(story|stories|tales?|bedtime|once|upon)$/i.test(word))
    .map((word) => word.toLowerCase());
  const [thing = 'lantern', other = 'letter'] = nouns;
  const name = draw.pick(NAMES);
  const place = draw.pick(PLACES);
  return {
    title: `${name} and the ${thing}`,
    gist: `${capital(place)}, ${name} finds a ${thing}, loses it, and is better off.`,
    prose: [
      `${capital(place)} lived ${name}, who had never in her life owned a ${thing}. One morning it simply lay on the doorstep, wet with rain, as if it had walked.`,
      `“It belongs to somebody,” said the neighbour. So ${name} carried the ${thing} from door to door, and at every door somebody told her a story about a ${other} instead. By evening she had no owner and eleven stories.`,
      `She put the ${thing} back on the step and left the door open. In the morning it was gone, and the ${other} of the last story lay in its place. ${name} laughed, and made tea for two.`,
    ],
    wrong: {
      prose: [
        `There was a ${thing}. It belonged to ${name}. Then it did not, and ${draw.pick(NAMES)}, who was the same person, was happy for ever.`,
      ],
    },
  };
};
