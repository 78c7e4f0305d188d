import type { Skill } from './skill.ts';

/** Counting letters and words, and turning words around. */
export const letters: Skill = ({ text }) => {
  const letter =
    /how many (?:times does (?:the letter )?)?["'“]?([a-z])["'”]?(?:['’]?s)?(?: letters?)?(?: are(?: there)?| occur| appear)? in (?:the word )?["'“]?(\p{L}+)/iu.exec(
      text,
    );
  if (letter) return countLetter(letter[1] ?? '', letter[2] ?? '');
  const reversed =
    /(?:reverse|backwards?|spell)\s+(?:of\s+)?(?:the word\s+)?["'“]?(\p{L}{2,})["'”]?(?:\s+backwards?)?\s*[?.]?$/iu.exec(
      text,
    );
  if (reversed && /revers|backward/i.test(text) && !/function|code|string|list/i.test(text))
    return reverse(reversed[1] ?? '');
  const words = /(?:how many|count(?: the)?) words.*?[:"“]\s*(.+?)["”]?$/is.exec(text);
  return words ? countWords(words[1] ?? '') : undefined;
};

function countLetter(letter: string, word: string) {
  const places = [...word].flatMap((each, k) => (each.toLowerCase() === letter.toLowerCase() ? [k + 1] : []));
  const times = (n: number): string => `${n} time${n === 1 ? '' : 's'}`;
  return {
    title: `${letter} in ${word}`,
    gist: `The letter “${letter}” is in “${word}” ${times(places.length)}.`,
    points: [
      { head: 'Spelt out', text: [...word].join(' · ') },
      { head: 'Places', text: places.join(', ') || 'none' },
    ],
    wrong: { gist: `The letter “${letter}” is in “${word}” ${times(Math.max(1, places.length - 1))}.`, points: [] },
  };
}

function reverse(word: string) {
  const turned = [...word].reverse();
  return {
    title: `${word}, backwards`,
    gist: `“${turned.join('')}”.`,
    points: [{ head: 'Letter by letter', text: turned.join(' · ') }],
    wrong: { gist: `“${[...turned.slice(1, 2), ...turned.slice(0, 1), ...turned.slice(2)].join('')}”.`, points: [] },
  };
}

function countWords(text: string) {
  const count = text.trim().split(/\s+/).length;
  return {
    title: 'Words',
    gist: `That has ${count} words.`,
    points: [{ head: 'Characters', text: `${[...text].length} with spaces` }],
    wrong: { gist: `That has ${count + 2} words.` },
  };
}
