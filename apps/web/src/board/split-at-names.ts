/** A piece of a sentence. */
export interface SentencePart {
  readonly text: string;
  readonly isName: boolean;
}

/**
 * Cuts a sentence at the names in it, the longest name first: one may be the beginning of another.
 *
 * @example splitAtNames('heron leads.', ['heron']) // [{ text: 'heron', isName: true }, { text: ' leads.', isName: false }]
 */
export function splitAtNames(text: string, names: readonly string[]): SentencePart[] {
  const known = names.filter((name) => name !== '').sort((x, y) => y.length - x.length);
  const parts: SentencePart[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const name = known.find((candidate) => text.startsWith(candidate, at));
    if (name === undefined) {
      at += 1;
      continue;
    }
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), isName: false });
    parts.push({ text: name, isName: true });
    at += name.length;
    plainFrom = at;
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), isName: false });
  return parts;
}
