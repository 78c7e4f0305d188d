import type { Draft } from '../draft.ts';
import type { Draw } from '../draw.ts';
import type { Question } from '../question.ts';
import { CAPITALS, FACTS } from './facts.ts';
import { capital, phrase, type Skill } from './skill.ts';

/** What the characters really know. */
export const knowledge: Skill = ({ text }) => {
  const fact = FACTS.find(({ about }) => about.test(text));
  if (fact !== undefined) {
    const { title, gist, points, maths, wrong } = fact;
    return {
      title,
      gist,
      points: points.map(([head, line]) => ({ head, text: line })),
      ...(maths !== undefined && { maths }),
      wrong: { gist: wrong, points: [] },
    };
  }
  return /\bcapitale?\b|hauptstadt|首都/i.test(text) ? capitalCity(text) : undefined;
};

function capitalCity(text: string): Draft | undefined {
  const found = CAPITALS.find(([country]) => text.toLowerCase().includes(country.toLowerCase()));
  if (found === undefined) return undefined;
  const [country, city, taken] = found;
  return {
    title: `The capital of ${country}`,
    gist: `The capital of ${country} is ${city}.`,
    points: [{ head: 'Often mistaken for it', text: taken }],
    wrong: { gist: `The capital of ${country} is ${taken}.`, points: [] },
  };
}

const ASKS =
  /\b(?:explain|describe|summari[sz]e|what (?:is|are|was|were|does)|what['’]s|how (?:does|do|did|is|are)|why (?:is|are|do|does|did)|tell me about|define|who is|who was)\s+(.+)/i;
const AUDIENCE =
  /\s+(to (a|an|my) (\w+[- ]?)+|like i['’]?m .*|in (simple|plain) (terms|words|english)|works?|happens?|means?)$/i;

/** Who, when and where ask for facts that are not in these books; three characters say so. */
export const whoKnows: Skill = ({ text, topic }, draw) => {
  const match =
    /\b(?:who|whom|whose|when|where|which (?:year|country|city|person))\s+(?:(?:is|was|are|were|did|does|do|has|won|wrote|invented|discovered|made|built)\s+)?(.+)\?/i.exec(
      text,
    );
  if (match === null) return undefined;
  const subject = phrase(match[1]) ?? topic;
  return {
    title: capital(subject),
    gist: draw.pick([
      `I would have to guess about ${subject}, and a guess is worth less than a look into an encyclopaedia.`,
      `That is a question of fact, and ${subject} is not among the facts I hold.`,
    ]),
    points: [
      { head: 'Where to look', text: 'an encyclopaedia first, then the source that it names' },
      { head: 'What to distrust', text: 'an answer without a source, mine included' },
    ],
    wrong: {
      gist: draw.pick([`${capital(subject)}? 1987, in Vienna.`, `${capital(subject)}? That was Napoleon.`]),
      points: [],
    },
  };
};

/** Anything else that asks to be explained: an honest frame around the user's words, without invented facts. */
export const explain: Skill = ({ text, keywords, topic }, draw) => {
  const match = ASKS.exec(text);
  const named = match === null ? undefined : (phrase(match[1])?.replace(AUDIENCE, '') ?? topic);
  const subject = named !== undefined && /^why /i.test(match?.[0] ?? '') ? `the reason why ${named}` : named;
  if (subject === undefined) return undefined;
  const [first = subject, second = 'its surroundings'] = keywords;
  return {
    title: capital(subject),
    gist: draw.pick([
      `Three questions open up ${subject}: what it is for, what it is made of, and what would be missing without it.`,
      `The short way into ${subject}: find the problem behind it, then the one thing it cannot do.`,
      `My books are thin on ${subject}, but I know where to begin: with the smallest example that still has all of it.`,
      `Take ${subject} as a tool first and as a theory second; most of the rest follows.`,
    ]),
    points: draw.shuffle([
      { head: 'What it is for', text: `somebody had a problem before there was ${first}; find that problem` },
      { head: 'What it is made of', text: `${first} and ${second} are the words to pin down first` },
      { head: 'What it is not', text: 'the nearest thing that people mix it up with' },
      { head: 'An example', text: 'the smallest one that still has all of it' },
    ]),
    wrong: {
      gist: draw.pick([
        `${capital(subject)}: invented in Vienna in 1911, and it works by pressure.`,
        `${capital(subject)} is simply electricity, only slower.`,
        `It is all about ${second}; ${first} has nothing to do with it.`,
      ]),
    },
  };
};

/** When nothing else fits: the user's own words, taken seriously. */
export function reflect({ keywords, topic }: Pick<Question, 'keywords' | 'topic'>, draw: Draw): Draft {
  const [first, ...others] = keywords.slice(0, 4);
  if (first === undefined)
    return {
      title: 'A question',
      gist: 'Tell me a little more, and I will do what I can.',
      wrong: { gist: 'The answer is yes.' },
    };
  const roles = draw.shuffle([
    'what it depends on',
    'where people disagree',
    'a good place to stop',
    'what changes first',
    'easy to overlook',
  ]);
  return {
    title: capital(topic),
    gist: draw.pick([
      `I would begin with ${first} and let the rest follow.`,
      `Everything here hangs on ${first}; settle that, and the others are details.`,
      `There are two ways to read this. In both, ${first} comes first.`,
    ]),
    points: [first, ...others].map((word, k) => ({
      head: capital(word),
      text: k === 0 ? 'the heart of the matter' : (roles[k] ?? 'worth a look'),
    })),
    wrong: {
      gist: draw.pick([
        `Forget ${first}; nobody has needed it since 1998.`,
        'It is simple: the answer is yes.',
        `${capital(first)} is a myth.`,
      ]),
    },
  };
}
