import { bare, capital, phrase, type Skill } from './skill.ts';

/** E-mails and messages to somebody about something. */
export const letter: Skill = ({ text, topic }) => {
  const match =
    /\b(?:write|draft|compose)\b.*?\b(e-?mail|letter|message|note|reply|cover letter)\b(?:\s+to\s+(.+?))?(?:\s+(?:about|asking for|asking|for|saying|that|because)\s+(.+))?$/i.exec(
      text,
    );
  if (match === null) return undefined;
  const to = bare(phrase(match[2]) ?? 'you');
  const about = phrase(match[3]) ?? topic;
  return {
    title: `${capital(match[1] ?? 'letter')} about ${about}`,
    gist: `Short, polite, one request: ${about}.`,
    prose: [
      `Subject: ${capital(about)}`,
      to === 'you' ? 'Good day,' : `Dear ${to},`,
      `I am writing about ${about}. I will keep it short, because your time matters: it would help me a great deal if we could settle this by the end of next week.`,
      'If anything is unclear, a one-line answer is enough, and I will do the rest.',
      'With kind regards,\n[your name]',
    ],
    wrong: {
      prose: [
        `SUBJECT: ${about.toUpperCase()}`,
        'To whom it concerns,',
        `As agreed yesterday, ${about}. I consider this settled.`,
        'Regards',
      ],
    },
  };
};
