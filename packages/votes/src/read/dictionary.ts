import { MISSING } from '../columns.ts';
import { ByteTable } from './byte-table.ts';
import { TextBatch } from './text-batch.ts';

/**
 * Codes strings by number in order of first appearance. Space around a string is not part of it; the empty string is
 * {@link MISSING}.
 *
 * @example
 * const models = new Dictionary();
 * models.code('gemini'); // 0
 * models.code(' gemini'); // 0
 * models.code(''); // MISSING
 */
export class Dictionary {
  readonly names: string[] = [];
  readonly #codes = new Map<string, number>();
  #bytes: ByteTable | undefined;
  /** Names that came as bytes and are still to be decoded; none outside the methods that take bytes. */
  #fresh: TextBatch | undefined;
  /** How many names are in `#codes`: those that came as bytes only are put there when a string is asked for. */
  #mapped = 0;

  /** The code of a string. */
  code(text: string): number {
    if (this.#mapped < this.names.length) this.#mapNames();
    return this.#codes.get(text) ?? this.#add(text);
  }

  /** The code of a scalar as its string; anything else has none. */
  codeOf(value: unknown): number {
    if (typeof value === 'string') return this.code(value);
    if (typeof value === 'number') return Number.isNaN(value) ? MISSING : this.code(String(value));
    if (typeof value === 'bigint' || typeof value === 'boolean') return this.code(String(value));
    return MISSING;
  }

  /** The code of a string in UTF-8; one seen before is not decoded again. */
  codeOfBytes(bytes: Uint8Array, start = 0, end = bytes.length): number {
    const code = this.#table().code(bytes, start, end);
    this.#fresh?.flush();
    return code;
  }

  /** The codes of strings in UTF-8 one after the other, each after its length in four bytes. */
  codesOfBytes(bytes: Uint8Array, into: Uint32Array): void {
    this.#table().codesOf(bytes, into);
    this.#fresh?.flush();
  }

  /** Forgets all names, so that a long reading does not gather them. */
  clear(): void {
    this.names.length = 0;
    this.#codes.clear();
    this.#bytes = undefined;
    this.#mapped = 0;
  }

  #table(): ByteTable {
    this.#bytes ??= new ByteTable((bytes, start, end) => this.#codeOfNewBytes(bytes, start, end));
    return this.#bytes;
  }

  /** While all names came as bytes, bytes that are new are a name that is new: the table knows, and no map is needed. */
  #codeOfNewBytes(bytes: Uint8Array, start: number, end: number): number {
    this.#fresh ??= new TextBatch(this.names);
    if (this.#codes.size === 0 && isTrimmed(bytes, start, end)) return this.#fresh.add(bytes, start, end);
    this.#fresh.flush();
    const text = Buffer.from(bytes.subarray(start, end)).toString();
    if (this.#codes.size > 0 || text === '' || text.trim() !== text) return this.code(text);
    return this.names.push(text) - 1;
  }

  #mapNames(): void {
    for (; this.#mapped < this.names.length; this.#mapped++) this.#codes.set(this.names[this.#mapped], this.#mapped);
  }

  #add(text: string): number {
    const name = text.trim();
    if (name === '') return this.#remember(text, MISSING);
    const known = name === text ? undefined : this.#codes.get(name);
    if (known !== undefined) return this.#remember(text, known);
    const code = this.names.push(name) - 1;
    this.#mapped = this.names.length;
    this.#codes.set(name, code);
    return this.#remember(text, code);
  }

  /** A raw spelling is trimmed once, not once a row. */
  #remember(text: string, code: number): number {
    this.#codes.set(text, code);
    return code;
  }
}

/** Whether bytes are a text without space around it for certain, undecoded: they begin and end with visible ASCII. */
function isTrimmed(bytes: Uint8Array, start: number, end: number): boolean {
  return start < end && isVisible(bytes[start]) && isVisible(bytes[end - 1]);
}

function isVisible(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f;
}
