import type { Draft } from '../draft.ts';
import type { Draw } from '../draw.ts';
import { capital, phrase, type Skill } from './skill.ts';

const NUMBERS: Readonly<Record<string, number>> = { three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, ten: 10 };

const ANGLES = [
  ['the smallest version', 'something that takes ten minutes and proves the point'],
  ['the classic', 'the one that everybody names first, for good reason'],
  ['the quiet favourite', 'little known, loved by those who know it'],
  ['the one for two', 'better with company'],
  ['the rainy-day choice', 'needs nothing but a table and time'],
  ['the bold one', 'a little too much, which is the fun of it'],
  ['the cheap one', 'costs nothing worth mentioning'],
  ['the long road', 'slow to begin, hard to leave'],
  ['the one by hand', 'no machine, no hurry'],
  ['the last resort', 'for when all the others are taken'],
  ['the travelling one', 'fits into a bag'],
  ['the surprise', 'turned upside down, and it still works'],
] as const;

const FRONTS = [
  'Blue',
  'North',
  'Second',
  'Little',
  'Bright',
  'Old',
  'Paper',
  'Silver',
  'Open',
  'Slow',
  'Quiet',
  'Round',
] as const;
const BACKS = [
  'Harbour',
  'Lantern',
  'Foundry',
  'Garden',
  'Compass',
  'Kettle',
  'Orchard',
  'Signal',
  'Workshop',
  'Atlas',
  'Bridge',
  'Echo',
] as const;

/** "Top five", "ten ideas for", "names for", "reasons to": as many items as were asked for, at most twelve. */
export const list: Skill = ({ text, topic }, draw) => {
  const shape =
    /\b(?:top|list|give me|name|suggest|what are|write|some|few|best|\d{1,2})\b.*?\b(ideas?|tips?|names?|reasons?|ways?|things|facts|examples|questions|steps|best|top)\b\s*(?:for|to|of|about|on|in|why|that)?\s*(.*)/i.exec(
      text,
    ) ??
    /\b(?:top|list|give me|name|suggest)\s+(?:me\s+)?(?:\d{1,2}|three|four|five|six|seven|eight|ten)\s+()(.*)/i.exec(
      text,
    );
  if (shape === null) return undefined;
  const asked = (/\b(\d{1,2}|three|four|five|six|seven|eight|ten)\b/i.exec(text)?.[1] ?? 'five').toLowerCase();
  const count = Math.min(12, Math.max(1, NUMBERS[asked] ?? (Number(asked) || 5)));
  const subject = phrase(shape[2]) ?? topic;
  return /name/i.test(shape[1] ?? '') ? names(subject, count, draw) : items(subject, count, draw);
};

function items(subject: string, count: number, draw: Draw): Draft {
  const points = draw
    .shuffle(ANGLES)
    .slice(0, count)
    .map(([head, text]) => ({ head: capital(head), text }));
  return {
    title: `${capital(subject)}: ${count} ways in`,
    gist: `For ${subject}, begin with ${points[0]?.head.toLowerCase() ?? 'anything'}.`,
    points,
    isOrdered: true,
    // Who does not count leaves one out.
    wrong: { points: points.slice(0, Math.max(1, count - 1)) },
  };
}

function names(subject: string, count: number, draw: Draw): Draft {
  const backs = draw.shuffle(BACKS);
  const points = draw
    .shuffle(FRONTS)
    .slice(0, count)
    .map((front, k) => ({ head: `${front} ${backs[k] ?? 'Place'}` }));
  return {
    title: `Names for ${subject}`,
    gist: `My favourite for ${subject}: ${points[0]?.head ?? 'none'}.`,
    points,
    isOrdered: true,
    wrong: { points: [...points.slice(0, -1), ...points.slice(0, 1)] },
  };
}
