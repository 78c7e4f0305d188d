import { lastWord } from './hash-bytes.ts';

/** Words of a piece, as a power of two. Pieces are never moved: growing costs no copy, and no memory for one. */
const pieceBits = 14;
const pieceWords = 2 ** pieceBits;

/** Words before the bytes of a record: the code and the number of bytes. */
const headWords = 2;

/** Strings as bytes, each with a code, at places that do not change. */
export class ByteArena {
  readonly #pieces: Int32Array[] = [];
  /** The first free place, in words. */
  #end = 0;

  /** Adds `view[start … end]` and gives its place. */
  add(code: number, view: DataView, start: number, end: number): number {
    const words = headWords + Math.ceil((end - start) / 4);
    const left = this.#pieces.length * pieceWords - this.#end;
    if (words > left) {
      this.#end = this.#pieces.length * pieceWords;
      // A long record has a longer piece to itself: places count its beginning only.
      this.#pieces.push(new Int32Array(Math.max(pieceWords, words)));
    }
    const place = this.#end;
    const piece = this.#pieces[place >>> pieceBits];
    let word = place & (pieceWords - 1);
    piece[word++] = code;
    piece[word++] = end - start;
    let at = start;
    for (; at + 4 <= end; at += 4) piece[word++] = view.getInt32(at, true);
    if (at < end) piece[word] = lastWord(view, at, end);
    this.#end = words > pieceWords ? this.#pieces.length * pieceWords : place + words;
    return place;
  }

  code(place: number): number {
    return this.#pieces[place >>> pieceBits][place & (pieceWords - 1)] >>> 0;
  }

  /** Whether the record at a place is `view[start … end]`. */
  holds(place: number, view: DataView, start: number, end: number): boolean {
    const piece = this.#pieces[place >>> pieceBits];
    let word = (place & (pieceWords - 1)) + headWords;
    if (piece[word - 1] !== end - start) return false;
    let at = start;
    for (; at + 4 <= end; at += 4) if (piece[word++] !== view.getInt32(at, true)) return false;
    return at === end || piece[word] === lastWord(view, at, end);
  }
}
