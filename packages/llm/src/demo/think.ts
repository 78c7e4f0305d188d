import type { Draft } from './draft.ts';
import type { Draw } from './draw.ts';
import type { Question } from './question.ts';
import { advice } from './skills/advice.ts';
import { arithmetic } from './skills/arithmetic.ts';
import { code } from './skills/code.ts';
import { compare } from './skills/compare.ts';
import { dates } from './skills/dates.ts';
import { explain, knowledge, reflect, whoKnows } from './skills/explain.ts';
import { identity } from './skills/identity.ts';
import { joke } from './skills/joke.ts';
import { letter } from './skills/letter.ts';
import { letters } from './skills/letters.ts';
import { list } from './skills/list.ts';
import { poem } from './skills/poem.ts';
import type { Skill } from './skills/skill.ts';
import { moods, smallTalk } from './skills/small-talk.ts';
import { story } from './skills/story.ts';
import { summary } from './skills/summary.ts';
import { translate } from './skills/translate.ts';
import { units } from './skills/units.ts';

// From the surest pattern to the loosest, so that a poem about sorting is a poem and not a program.
const SKILLS: readonly Skill[] = [
  identity,
  summary,
  translate,
  letters,
  units,
  dates,
  poem,
  story,
  joke,
  letter,
  code,
  arithmetic,
  knowledge,
  moods,
  compare,
  list,
  smallTalk,
  advice,
  whoKnows,
  explain,
];

/** What there is to say to a question: the first skill that knows it, else the question itself, turned over. */
export function think(question: Question, draw: Draw): Draft {
  for (const skill of SKILLS) {
    const draft = skill(question, draw);
    if (draft !== undefined) return draft;
  }
  return reflect(question, draw);
}
