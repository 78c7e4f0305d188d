/**
 * Cuts text into release units: a word with the white space after it, or a single character of a script that is written without spaces
 * (Han, kana, Thai, Lao, Khmer, Burmese, Tibetan), so that both scripts advance at a readable pace. Units joined give the text.
 *
 * @example cutUnits('Hello there 你好') // ['Hello ', 'there ', '你', '好']
 */
export function cutUnits(text: string): readonly string[] {
  return text.match(UNIT) ?? [];
}

/** A streaming cutter: the same units however the text comes in. */
export interface UnitCutter {
  /** The units that no further text can change. */
  push(chunk: string): readonly string[];
  /** What is left, at the end of the text. */
  end(): readonly string[];
}

/** See {@link cutUnits}; for text that comes in chunks. */
export function createUnitCutter(): UnitCutter {
  let rest = '';
  return {
    push(chunk) {
      const units = cutUnits(rest + chunk);
      // The last unit may still grow.
      rest = units.at(-1) ?? '';
      return units.slice(0, -1);
    },
    end() {
      const units = cutUnits(rest);
      rest = '';
      return units;
    },
  };
}

const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}';

/** A long run without any space (an address, base64) is cut at this length, or it would come all at once. */
const LONGEST = 24;

const UNIT = new RegExp(`[${UNSPACED}]\\p{M}*\\s*|[^\\s${UNSPACED}]{1,${LONGEST}}\\s*|\\s+`, 'gu');
