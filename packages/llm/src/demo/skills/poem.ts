import type { Draft } from '../draft.ts';
import type { Draw } from '../draw.ts';
import { bare, capital, phrase, type Skill } from './skill.ts';

/** Haiku and short poems around the user's own nouns. */
export const poem: Skill = ({ text, keywords }, draw) => {
  if (!/\b(poem|haiku|verse|limerick|rhyme|ode|sonnet|song|lyrics)\b/i.test(text)) return undefined;
  const nouns = keywords.filter(
    (word) => !/^(poems?|haikus?|verses?|limericks?|rhymes?|odes?|sonnets?|songs?|lyrics)$/i.test(word),
  );
  const named = phrase(/\b(?:about|on|of|for)\s+(.+)/i.exec(text)?.[1]);
  // Long subjects fit into no line.
  const subject = named !== undefined && named.split(' ').length <= 3 ? named : (nouns[0] ?? 'evening');
  if (/haiku/i.test(text)) return haiku(bare(subject), draw);
  return /limerick/i.test(text) ? limerick(subject) : quatrains(bare(subject), nouns[1] ?? 'light', draw);
};

function haiku(subject: string, draw: Draw): Draft {
  const middle = draw.pick([
    'a pause between two breaths, held',
    'the window keeps what it saw',
    'nobody asked, still it came',
  ] as const);
  const last = draw.pick(['then the kettle sings', 'snow on the mailbox', 'one leaf changes sides'] as const);
  return {
    title: `Haiku: ${subject}`,
    gist: `Three lines for ${subject}.`,
    verse: [firstLine(subject), middle, last],
    wrong: { verse: [firstLine(subject), `${middle}, and it stayed there all day`, last] },
  };
}

/** Five syllables as far as a count of vowel groups can tell. */
function firstLine(subject: string): string {
  const fills: Readonly<Record<number, (word: string) => string>> = {
    1: (word) => `${word}, early morning`,
    2: (word) => `${word} at the door`,
    3: (word) => `${word}, again`,
    4: (word) => `${word}, hush`,
    5: (word) => word,
  };
  const fill = fills[syllables(subject)] ?? ((word: string) => word);
  return fill(capital(subject));
}

function syllables(word: string): number {
  return Math.max(
    1,
    word
      .toLowerCase()
      .replace(/e$/, '')
      .match(/[aeiouy]+/g)?.length ?? 1,
  );
}

function limerick(subject: string): Draft {
  return {
    title: `A limerick: ${subject}`,
    gist: `Five lines for ${subject}.`,
    verse: [
      `There once was a talk on ${subject},`,
      'whose speaker was bound to reflect:',
      'he paused, and he thought,',
      'and forgot what he taught,',
      'which nobody there could detect.',
    ],
  };
}

function quatrains(subject: string, second: string, draw: Draw): Draft {
  const colour = draw.pick(['amber', 'silver', 'green', 'blue'] as const);
  const verse = [
    `The ${subject} came in without a sound`,
    'and set its small bag on the floor;',
    `it looked for the ${second}, and looked around,`,
    'and quietly asked us for more.',
    '',
    'We gave it a chair and a cup of tea,',
    `a window of ${colour} and grey;`,
    'it told us of all that it hoped to be,',
    'and then it was time for the day.',
  ];
  return {
    title: `${capital(subject)}, a poem`,
    gist: `A few lines about ${subject}.`,
    verse,
    wrong: { verse: verse.slice(0, 3) },
  };
}
