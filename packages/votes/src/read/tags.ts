import { isObject } from './json.ts';

/**
 * A set of tags as one name: distinct, sorted, joined by `|`; empty where there is none. Takes a list, a text `x|y`, or
 * an object of verdicts as the arena sets have it, of which the ones that are true count.
 *
 * @example tagSet(['math', 'code', 'math']) // 'code|math'
 */
export function tagSet(value: unknown): string {
  if (typeof value === 'string' && !value.includes('|')) return value.trim();
  const tags = new Set<string>();
  gather(value, tags);
  return [...tags].sort().join('|');
}

function gather(value: unknown, tags: Set<string>): void {
  if (typeof value === 'string') {
    for (const part of value.split('|')) if (part.trim() !== '') tags.add(part.trim());
  } else if (Array.isArray(value)) {
    for (const part of value) gather(part, tags);
  } else if (isObject(value)) {
    for (const [name, part] of Object.entries(value)) {
      if (part === true) tags.add(name);
      else if (isObject(part)) gather(part, tags);
    }
  }
}
