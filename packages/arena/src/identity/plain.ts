/**
 * Shows nothing: zero-width signs, soft hyphen, marks of direction, variation selectors, fillers, accents taken off their letter; control
 * characters but for tab and line breaks; halves of surrogate pairs without their other half.
 */
const INVISIBLE = /[[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}]--[\t\n\r]]/gv;

/** Markdown emphasis and code marks, which can stand between any two letters of a name. */
export const EMPHASIS = /[*_~`]/;

const SPACE = /[^\S\n\r\u2028\u2029]/g;
const HYPHEN = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const APOSTROPHE = /[\u2018\u2019\u02bc\uff07]/g;

/**
 * Text as a reader takes it, for comparing: compatibility forms and accents folded, lower case, invisible signs gone, one sort of space,
 * hyphen and apostrophe. Letter by letter, so that it gives the same however a text is cut between code points.
 *
 * @example plain('Ｃｌａｕｄé') // 'claude'
 */
export function plain(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(INVISIBLE, '')
      .toLowerCase()
      // İ and the like come apart only in lower case.
      .replace(INVISIBLE, '')
      .replace(SPACE, ' ')
      .replace(HYPHEN, '-')
      .replace(APOSTROPHE, "'")
  );
}
