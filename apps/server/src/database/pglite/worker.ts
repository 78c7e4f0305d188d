/**
 * The thread in which the embedded PostgreSQL runs, as each of its calls blocks the thread until the disk has answered.
 * It is started by `embedded.ts` and speaks `messages.ts`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { startEngine } from './engine.ts';
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts';

/** Says why, and ends the thread at this very point: after a failed sync not one more statement may run. */
function fail(reason: string): never {
  tell({ type: 'failed', reason });
  process.exit(1);
}

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

async function openFilesOf({ files, folder }: WorkerStart): Promise<NodeFS> {
  const module: unknown = await import(files);
  const open = typeof module === 'object' && module !== null && 'openFiles' in module ? module.openFiles : undefined;
  const opened: unknown = typeof open === 'function' ? open(folder) : undefined;
  if (!(opened instanceof NodeFS)) throw new Error(`${files} exports no openFiles(folder) that makes a NodeFS`);
  return opened;
}

/** Executes whole messages. The engine answers errors of SQL in its bytes; whatever it throws is the end of it. */
function execute(engine: PGlite, bytes: Uint8Array): void {
  const answer = engine.execProtocolRawSync(bytes).slice();
  parentPort?.postMessage({ type: 'bytes', bytes: answer } satisfies FromWorker, [answer.buffer]);
}

async function obey(engine: PGlite, message: ToWorker): Promise<void> {
  if (message.type === 'bytes') return execute(engine, message.bytes);
  if (message.type === 'disconnect') {
    // The next client must find no transaction, setting or prepared statement of this one.
    await engine.exec('rollback');
    await engine.exec('discard all');
    return;
  }
  await engine.close();
  process.exit(0);
}

async function run(start: WorkerStart): Promise<void> {
  const engine = await startEngine(await openFilesOf(start), fail);
  let done = Promise.resolve();
  parentPort?.on('message', (message: ToWorker) => {
    done = done.then(() => obey(engine, message)).catch((error: unknown) => fail(String(error)));
  });
  tell({ type: 'ready' });
}

// The parent is this program's own embedded.ts, which is typed by the same interface.
run(workerData as WorkerStart).catch((error: unknown) => fail(String(error)));
