/** Memory into which the pages of a file are unpacked one after the other: new memory for each costs more than its unpacking. */
export class PageMemory {
  #bytes = new Uint8Array(0);

  /** Memory for a page, which holds until the next page is asked for. Its bytes are those of pages before. */
  take(size: number): Uint8Array {
    if (size > this.#bytes.length) this.#bytes = new Uint8Array(size);
    return this.#bytes.subarray(0, size);
  }
}
