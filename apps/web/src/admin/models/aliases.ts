/** Shortest word that can be masked; a single letter would mask half of every answer. */
const fewestLetters = 2;
/** As many as the arena takes. */
const mostAliases = 50;

/**
 * The aliases with the typed ones added: cut at commas and line ends, trimmed, without those that are there already in any case.
 *
 * @example addAliases(['Heron'], 'heron, Aviary') // ['Heron', 'Aviary']
 */
export function addAliases(aliases: readonly string[], typed: string): string[] {
  const all = [...aliases];
  for (const part of typed.split(/[,\n]/u)) {
    const alias = part.trim();
    const isKnown = all.some((known) => known.toLowerCase() === alias.toLowerCase());
    if (alias.length >= fewestLetters && !isKnown && all.length < mostAliases) all.push(alias);
  }
  return all;
}
