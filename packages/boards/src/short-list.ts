const MOST_NAMES = 20;
const LONGEST_NAME = 60;

/** Names for a message, joined by commas: the first twenty, long ones cut. */
export function shortList(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST_NAMES)
    .map((name) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
