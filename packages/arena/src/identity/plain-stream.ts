import { EMPHASIS, plain } from './plain.ts';

/** Text in plain letters, each with its place in the original; emphasis and invisible signs are left out. */
export interface PlainText {
  /** Plain letters (UTF-16 units). */
  letters: string;
  /** For each of `letters`, where its original code point starts and ends in the whole text. */
  starts: number[];
  ends: number[];
}

/** A {@link PlainText} that grows at its end. The result does not depend on how the text is cut. */
export interface PlainStream {
  readonly text: PlainText;
  push(chunk: string): void;
  /** No more text: what was kept as half a code point is taken as it is. */
  end(): void;
  /** Puts spaces in place of letters. */
  blank(from: number, to: number): void;
  /** Forgets all letters before this index. */
  forget(letters: number): void;
}

/** See {@link PlainStream}. */
export function createPlainStream(): PlainStream {
  const text: PlainText = { letters: '', starts: [], ends: [] };
  let offset = 0;
  let half = '';
  const take = (code: string): void => {
    const start = offset;
    offset += code.length;
    if (EMPHASIS.test(code)) return;
    const folded = isPlainAlready(code) ? code : plain(code);
    for (let i = 0; i < folded.length; i++) {
      text.starts.push(start);
      text.ends.push(offset);
    }
    text.letters += folded;
  };
  return {
    text,
    push(chunk) {
      const whole = half + chunk;
      half = isHighSurrogate(whole.charCodeAt(whole.length - 1)) ? whole.slice(-1) : '';
      for (const code of half === '' ? whole : whole.slice(0, -1)) take(code);
    },
    end() {
      if (half !== '') take(half);
      half = '';
    },
    blank(from, to) {
      text.letters = text.letters.slice(0, from) + ' '.repeat(to - from) + text.letters.slice(to);
    },
    forget(letters) {
      text.letters = text.letters.slice(letters);
      text.starts = text.starts.slice(letters);
      text.ends = text.ends.slice(letters);
    },
  };
}

function isPlainAlready(code: string): boolean {
  return code.length === 1 && code >= ' ' && code <= '~' && !(code >= 'A' && code <= 'Z');
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
