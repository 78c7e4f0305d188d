import type { Skill } from './skill.ts';
import { capital, phrase } from './skill.ts';

const SHAPES = [
  /(?:difference|differences) between (.+?) and (.+)/i,
  /(?:diferencia entre|différence entre|unterschied zwischen) (.+?) (?:y|et|und) (.+)/i,
  /compare (.+?) (?:and|with|to|vs\.?|versus) (.+)/i,
  /(.+?) (?:vs\.?|versus) (.+)/i,
  /^(?:.*[,:]\s*)?(.{2,40}?) or (.{2,40}?)(?: for .*)?\?$/i,
];

const SIDES = [
  ['Best for', 'people who want to start today', 'people who plan to stay for years'],
  ['Strength', 'simple where it counts', 'room to grow'],
  ['Weakness', 'its limits come early', 'its rewards come late'],
  ['Cost of changing your mind', 'low', 'higher than it looks'],
  ['Friends say', 'it just works', 'it is worth it'],
] as const;

/** Two things side by side: even-handed by rows, decided at the end. */
export const compare: Skill = ({ text }, draw) => {
  const match = SHAPES.map((shape) => shape.exec(text)).find((found) => found !== null);
  const first = phrase(
    match?.[1]?.replace(/^.*\b(is|are|about|choose|use|learn|buy|prefer|should i|better)\s+(better,?\s*)?/i, ''),
  );
  const second = phrase(match?.[2]);
  if (first === undefined || second === undefined) return undefined;
  const rows = draw.shuffle(SIDES).slice(0, 4);
  const winner = draw.pick([first, second]);
  const other = winner === first ? second : first;
  return {
    title: `${capital(first)} and ${second}`,
    gist: `Choose ${winner} if you must choose now; choose ${other} if its main drawback does not touch you.`,
    table: { head: ['', capital(first), capital(second)], rows: rows.map(([head, a, b]) => [head, a, b]) },
    points: rows.map(([head, a, b]) => ({ head, text: `${first}: ${a}; ${second}: ${b}` })),
    wrong: { gist: `${capital(winner)} is exactly 3.7 times better than ${other}; this was settled in 1987.` },
  };
};
