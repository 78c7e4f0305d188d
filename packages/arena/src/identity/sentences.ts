const ENDS = /[\n\r\u2028\u2029!?。؟।]/;

/** Where the sentence of the letter at `at` starts, at most `most` letters before it. */
export function sentenceStart(letters: string, at: number, most: number): number {
  let start = at;
  while (start > 0 && start > at - most && !endsAfter(letters, start - 1)) start--;
  return start;
}

/**
 * Where the sentence that goes on at `at` ends, at most `most` letters later; `open` while that is not known and more text may come.
 */
export function sentenceEnd(
  letters: string,
  at: number,
  { most, final }: { readonly most: number; readonly final: boolean },
): number | 'open' {
  const limit = Math.min(letters.length, at + most);
  for (let place = at; place < limit; place++) {
    if (letters[place] === '.' && place + 1 === letters.length) return final ? place : 'open';
    if (endsAfter(letters, place)) return place;
  }
  return limit === at + most || final ? limit : 'open';
}

/** A full stop ends a sentence only before space: "3.5" and "x.ai" go on. */
function endsAfter(letters: string, at: number): boolean {
  const letter = letters.charAt(at);
  return ENDS.test(letter) || (letter === '.' && /^\s?$/.test(letters.charAt(at + 1)));
}
