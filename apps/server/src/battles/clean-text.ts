/** Text from a provider, made storable and showable as it streams. */
export interface TextCleaner {
  push(chunk: string): string;
  /** What was held back. */
  end(): string;
}

/** Controls that show nothing; a database has no place for NUL. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Removes control characters, and replaces halves of surrogate pairs, but for those that the next chunk completes. */
export function createTextCleaner(): TextCleaner {
  let held = '';
  return {
    push(chunk) {
      const text = (held + chunk).replace(controls, '');
      held = /[\ud800-\udbff]$/.exec(text)?.[0] ?? '';
      return text.slice(0, text.length - held.length).toWellFormed();
    },
    end() {
      const rest = held.toWellFormed();
      held = '';
      return rest;
    },
  };
}
