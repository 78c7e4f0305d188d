/** Words that go with a name and tell which model of the family it is. */
const TIERS =
  'opus|sonnet|haiku|mini|nano|micro|tiny|small|medium|large|turbo|pro|plus|max|ultra|lite|flash|instant|instruct|chat|preview|scout|maverick|reasoner|coder|thinking|next|omni|latest';

const VERSION = new RegExp(
  `(?:(?:[ -]?v?|(?<=\\d)\\.)\\d+(?:\\.\\d+)*(?:[a-z]{1,2}(?![a-z]))?(?![a-z0-9])|[ -](?:${TIERS})(?![a-z0-9]))*`,
  'y',
);

/** A word right after a name that has not come to its end. */
const UNFINISHED = /[ -]?[a-z0-9]*(?:\.[a-z0-9]*)*$/y;

/**
 * Where a name ends with the version and tier after it ("Claude 3.5 Sonnet", "GPT-4o-mini"); `open` while a further word might belong
 * to it and more text may come.
 */
export function endOfVersion(letters: string, at: number, final: boolean): number | 'open' {
  VERSION.lastIndex = at;
  const end = at + (VERSION.exec(letters)?.[0].length ?? 0);
  UNFINISHED.lastIndex = end;
  return !final && UNFINISHED.test(letters) ? 'open' : end;
}
