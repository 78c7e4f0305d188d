import type { Skill } from './skill.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Weekdays of dates, days between two dates, leap years; and an honest answer to "what day is it". */
export const dates: Skill = ({ text }) => {
  if (/\b(what|which) (day|date|time|year) is it\b|today'?s date|current (date|time)/i.test(text)) return noClock;
  const leap = /(?:is|was)?\s*(\d{4})\s*a leap year|leap year.*?(\d{4})/i.exec(text);
  if (leap) return leapYear(Number(leap[1] ?? leap[2]));
  if (!/\b(day|days|weekday|date|between|until|how long)\b/i.test(text)) return undefined;
  const [first, second] = datesIn(text);
  if (first === undefined) return undefined;
  return second === undefined ? weekday(first) : between(first, second);
};

const noClock = {
  title: 'Today',
  gist: 'I have no clock and no calendar on the wall, so I cannot know what day it is.',
  points: [{ head: 'What I can do', text: 'tell the weekday of any date that you give me, such as 2027-01-01' }],
  wrong: { gist: 'It is Tuesday.' },
};

function datesIn(text: string): number[] {
  const iso = [...text.matchAll(/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g)].map(([, y, m, d]) =>
    utc(Number(y), Number(m), Number(d)),
  );
  const words = [...text.matchAll(/\b([A-Z][a-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/g)].map(([, m, d, y]) =>
    utc(Number(y), MONTHS.indexOf((m ?? '').toLowerCase()) + 1, Number(d)),
  );
  return [...iso, ...words].filter((time) => time !== undefined);
}

function utc(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.getTime() : undefined;
}

function weekday(time: number) {
  const date = new Date(time).toISOString().slice(0, 10);
  const day = new Date(time).getUTCDay();
  return {
    title: date,
    gist: `${date} is a ${WEEKDAYS[day]}.`,
    points: [
      { head: 'Week before', text: new Date(time - 7 * DAY_MS).toISOString().slice(0, 10) },
      { head: 'Week after', text: new Date(time + 7 * DAY_MS).toISOString().slice(0, 10) },
    ],
    wrong: { gist: `${date} is a ${WEEKDAYS[(day + 1) % 7]}.` },
  };
}

function between(first: number, second: number) {
  const days = Math.abs(second - first) / DAY_MS;
  return {
    title: 'Days between',
    gist: `There are ${days} days between the two dates.`,
    points: [
      { head: 'In weeks', text: `${Math.floor(days / 7)} and ${days % 7} days` },
      { head: 'Counted', text: 'the first day not, the last day yes' },
    ],
    wrong: { gist: `There are ${days + 1} days between the two dates.` },
  };
}

function leapYear(year: number) {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return {
    title: `The year ${year}`,
    gist: `${year} is ${isLeap ? '' : 'not '}a leap year.`,
    points: [{ head: 'Rule', text: 'divisible by 4, except full centuries that are not divisible by 400' }],
    wrong: { gist: `${year} is ${isLeap ? 'not ' : ''}a leap year.` },
  };
}
