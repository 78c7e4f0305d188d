/** What the worker is started with. */
export interface WorkerStart {
  /** The folder of the cluster, which exists and is complete. */
  readonly folder: string;
  /** A module that exports `openFiles(folder)`, as a file URL. */
  readonly files: string;
}

/**
 * What the worker is told. `bytes` are whole messages of PostgreSQL's own wire protocol, `disconnect` forgets whatever
 * the last client left open, and `close` shuts the database down and ends the worker.
 */
export type ToWorker =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'disconnect' }
  | { readonly type: 'close' };

/** What the worker tells. Each `bytes` is answered by one `bytes`, in order; `failed` is its last word. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly reason: string };
