import { Duplex } from 'node:stream';

/** Sends bytes to PostgreSQL and resolves to what it answered. */
export type Exchange = (bytes: Uint8Array) => Promise<Uint8Array>;

/** The first byte of the message by which a client takes its leave. */
const terminate = 'X'.charCodeAt(0);

/**
 * A connection that the `pg` client takes for a socket, and that ends in the worker. So both engines are spoken to by
 * the same client in the same protocol, and types, errors and transactions cannot differ between them.
 */
export class Wire extends Duplex {
  readonly #exchange: Exchange;
  readonly #onEnd: () => void;

  constructor(exchange: Exchange, onEnd: () => void) {
    super();
    this.#exchange = exchange;
    this.#onEnd = onEnd;
  }

  // What the client asks of a socket:
  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#send(chunk).then(() => done(), done);
  }

  // The client writes a query as several messages; together they cost one turn to the worker and back.
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error) => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _final(done: () => void): void {
    this.#onEnd();
    this.push(null);
    done();
  }

  async #send(bytes: Uint8Array): Promise<void> {
    if (bytes[0] === terminate) return;
    this.push(await this.#exchange(bytes));
  }
}
