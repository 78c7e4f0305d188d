import { capital, phrase, type Skill } from './skill.ts';

const STEPS = [
  ['Say what done looks like', 'one sentence, written down'],
  ['Do the smallest real piece', 'today, badly if need be'],
  ['Ask somebody who has done it', 'the first question saves the most time'],
  ['Remove one obstacle', 'the one you always complain about'],
  ['Set a day to look back', 'two weeks are enough to know'],
  ['Keep what worked', 'and drop the rest without regret'],
] as const;

/** "How do I", "how to", "help me", "plan": steps toward it. */
export const advice: Skill = ({ text, topic }, draw) => {
  const how = /\b(?:how (?:do|can|should|would) (?:i|we|you|one)|how to|help me)\s+(.+)/i.exec(text);
  const what = /\b(?:tips (?:for|on)|steps to|plan(?: for)?|advice (?:on|for))\s+(.+)/i.exec(text);
  const subject = how || what ? (phrase((how ?? what)?.[1]) ?? topic) : undefined;
  if (subject === undefined) return undefined;
  const aim = `${how ? 'to' : 'for'} ${subject}`;
  const points = STEPS.map(([head, step]) => ({ head, text: step })).slice(0, 4 + draw.below(3));
  return {
    title: how ? `How ${aim}` : capital(subject),
    gist: `${capital(aim)}: decide what done means, do the smallest piece today, and look back in two weeks.`,
    points,
    isOrdered: true,
    wrong: { gist: `It takes nine minutes ${aim}, if you skip the first four steps.`, points: points.toReversed() },
  };
};
