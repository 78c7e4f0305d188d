import type { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { DatabaseLost, DatabaseNotOpened } from '../errors.ts';
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts';
import { Wire } from './wire.ts';

interface Pending {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: DatabaseLost) => void;
}

/** A module of this folder, under the name that it has once this one is built. */
function asBuilt(module: URL): URL {
  return import.meta.url.endsWith('.ts') ? module : new URL(module.href.replace(/\.ts$/, '.js'));
}

const durableFiles = new URL('./durable-files.ts', import.meta.url);
const workerThread = new URL('./worker.ts', import.meta.url);

/** An embedded PostgreSQL in a thread of its own. One client at a time, as it is one session. */
export class Embedded {
  /** Resolves if the database stops by itself; never otherwise. */
  readonly lost: Promise<DatabaseLost>;
  readonly #worker: Worker;
  readonly #pending: Pending[] = [];
  readonly #ended: Promise<void>;
  #failure: DatabaseLost | null = null;
  #closing = false;

  private constructor(worker: Worker) {
    const { promise, resolve } = Promise.withResolvers<DatabaseLost>();
    const ended = Promise.withResolvers<void>();
    this.lost = promise;
    this.#ended = ended.promise;
    this.#worker = worker;
    const lose = (reason: string, cause?: unknown) => {
      if (this.#failure !== null) return;
      this.#failure = new DatabaseLost(reason, cause);
      for (const { reject } of this.#pending.splice(0)) reject(this.#failure);
      if (!this.#closing) resolve(this.#failure);
    };
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'bytes') this.#pending.shift()?.resolve(message.bytes);
      if (message.type === 'failed') lose(message.reason);
    });
    worker.on('error', (error) => lose('its thread failed', error));
    worker.on('exit', (status) => {
      lose(`its thread ended with status ${status}`);
      ended.resolve();
    });
  }

  /**
   * Starts the thread on a folder that `createCluster` made.
   * @param files the module that makes the files; the durable ones where none is given.
   * @throws DatabaseNotOpened where the folder cannot be opened
   */
  static async start(folder: string, files: URL = asBuilt(durableFiles)): Promise<Embedded> {
    const start: WorkerStart = { folder, files: files.href };
    const worker = new Worker(asBuilt(workerThread), { workerData: start, name: 'database' });
    const embedded = new Embedded(worker);
    const ready = new Promise<null>((resolve) => {
      worker.on('message', (message: FromWorker) => message.type === 'ready' && resolve(null));
    });
    const failure = await Promise.race([ready, embedded.lost]);
    if (failure === null) return embedded;
    await embedded.#ended;
    throw new DatabaseNotOpened(`The database in ${folder} does not open.`, failure);
  }

  /** A connection, in the form that the `pg` client takes in place of a socket. */
  connect(): Duplex {
    return new Wire(
      (bytes) => this.#exchange(bytes),
      () => this.#post({ type: 'disconnect' }),
    );
  }

  /** Shuts down in order, after all that was sent before; resolves when the thread is gone. */
  async close(): Promise<void> {
    if (!this.#closing) {
      this.#closing = true;
      this.#post({ type: 'close' });
    }
    await this.#ended;
  }

  #exchange(bytes: Uint8Array): Promise<Uint8Array> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#pending.push({ resolve, reject });
      this.#post({ type: 'bytes', bytes });
    });
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
