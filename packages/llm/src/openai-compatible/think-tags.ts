/** A piece of an answer, told apart. */
export interface Piece {
  readonly type: 'text' | 'reasoning';
  readonly text: string;
}

/** Tells reasoning in tags from text, however the stream is cut. */
export interface ThinkTags {
  push(content: string): Piece[];
  /** What was held back in case it became a tag. */
  end(): Piece[];
}

const OPEN = '<think>';
const CLOSE = '</think>';

/**
 * Takes `<think>…</think>` at the very start of an answer for reasoning. A tag further on is text: there the answer is
 * *about* such tags. Spaces before the tag and after its end are dropped.
 *
 * @example
 * const tags = createThinkTags();
 * tags.push('<thi'); // []
 * tags.push('nk>hm</think>\n\nYes'); // [{ type: 'reasoning', text: 'hm' }, { type: 'text', text: 'Yes' }]
 */
export function createThinkTags(): ThinkTags {
  let state: 'start' | 'inside' | 'after' | 'text' = 'start';
  let held = '';

  const step = (): Piece | 'again' | undefined => {
    if (state === 'start') {
      const content = held.trimStart();
      if (content.startsWith(OPEN)) {
        state = 'inside';
        held = content.slice(OPEN.length);
        return 'again';
      }
      if (OPEN.startsWith(content)) return undefined;
      state = 'text';
      return 'again';
    }
    if (state === 'inside') return stepInside();
    if (state === 'after') {
      held = held.trimStart();
      if (held === '') return undefined;
      state = 'text';
    }
    return take(held.length, 'text');
  };

  const stepInside = (): Piece | 'again' | undefined => {
    const end = held.indexOf(CLOSE);
    if (end === -1) return take(held.length - tailThatMayBecome(CLOSE, held), 'reasoning');
    const piece = take(end, 'reasoning');
    held = held.slice(CLOSE.length);
    state = 'after';
    return piece ?? 'again';
  };

  const take = (length: number, type: Piece['type']): Piece | undefined => {
    const text = held.slice(0, length);
    held = held.slice(length);
    return text === '' ? undefined : { type, text };
  };

  return {
    push(content) {
      held += content;
      const pieces: Piece[] = [];
      for (let piece = step(); piece !== undefined; piece = step()) if (piece !== 'again') pieces.push(piece);
      return pieces;
    },
    end() {
      const piece = take(held.length, state === 'inside' ? 'reasoning' : 'text');
      return piece === undefined || piece.text.trim() === '' ? [] : [piece];
    },
  };
}

/** Length of the longest end of a text with which the tag could begin. */
function tailThatMayBecome(tag: string, text: string): number {
  for (let length = Math.min(tag.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(tag.slice(0, length))) return length;
  }
  return 0;
}
