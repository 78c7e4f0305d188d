const mostTexts = 256;
const mostBytes = 2 ** 13;

/**
 * Makes strings of UTF-8, some hundred at a time: they are decoded as one string and cut, since each call out of JavaScript
 * costs more than the few bytes of a name.
 */
export class TextBatch {
  readonly #bytes = Buffer.allocUnsafeSlow(mostBytes);
  readonly #ends = new Uint32Array(mostTexts);
  readonly #into: string[];
  #size = 0;

  /** Strings are added to `into`, once there are enough of them or on {@link flush}. */
  constructor(into: string[]) {
    this.#into = into;
  }

  /** Adds the text in `bytes[start … end]`; gives the place that it takes among the strings. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (this.#size === mostTexts || this.#filled() + end - start > mostBytes) this.flush();
    if (end - start > mostBytes) return this.#into.push(Buffer.from(bytes.subarray(start, end)).toString()) - 1;
    let filled = this.#filled();
    for (let at = start; at < end; at++) this.#bytes[filled++] = bytes[at];
    this.#ends[this.#size++] = filled;
    return this.#into.length + this.#size - 1;
  }

  flush(): void {
    const filled = this.#filled();
    // Only of ASCII is a place among the bytes one among the characters too.
    const text = isAscii(this.#bytes, filled) ? this.#bytes.toString('latin1', 0, filled) : undefined;
    let start = 0;
    for (let index = 0; index < this.#size; index++) {
      const end = this.#ends[index];
      this.#into.push(text === undefined ? this.#bytes.toString('utf8', start, end) : text.slice(start, end));
      start = end;
    }
    this.#size = 0;
  }

  #filled(): number {
    return this.#size === 0 ? 0 : this.#ends[this.#size - 1];
  }
}

function isAscii(bytes: Uint8Array, end: number): boolean {
  let all = 0;
  for (let at = 0; at < end; at++) all |= bytes[at];
  return all < 0x80;
}
