import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const here = import.meta.dirname;
const workspace = join(here, '..', '..');
const cache = join(workspace, 'node_modules', '.cache', 'agon-web');
/** All that ends up in the pages. The lock file stands for the libraries. */
const sources = [
  'package-lock.json',
  'apps/web',
  'packages/api/src',
  'packages/boards/src',
  'packages/rating/src',
  'packages/votes/src',
  'packages/ledger/src',
];
const keptBuilds = 2;

/** What {@link ensureBuilt} needs from outside. */
export interface BuildOptions {
  /** Called with one line when there is something to tell. */
  readonly log?: (line: string) => void;
}

/**
 * Gives the folder with the built pages, building them first where their sources have changed (about ten seconds).
 * Safe in several processes at once: each builds aside, and one rename decides.
 */
export async function ensureBuilt({ log = () => {} }: BuildOptions = {}): Promise<{ readonly folder: string }> {
  const folder = join(cache, await hashOfSources());
  if (await exists(join(folder, 'index.html'))) {
    // Only so that it is not taken for an old one; a build of another user cannot be touched, nor removed by this one.
    await utimes(folder, new Date(), new Date()).catch(() => {});
    return { folder };
  }
  log('Building the pages (once; about ten seconds)…');
  const aside = join(cache, `.building-${randomUUID()}`);
  await mkdir(aside, { recursive: true });
  try {
    await buildApart(aside);
    await rename(aside, folder).catch(async (error: unknown) => {
      // Another process was first, with the same sources.
      if (!(await exists(join(folder, 'index.html')))) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  await removeOldBuilds();
  return { folder };
}

/**
 * Builds in a process of its own: the caller's memory stays small, and its NODE_ENV, such as `test`, cannot turn the pages into a
 * development build.
 */
async function buildApart(outDir: string): Promise<void> {
  const child = spawn(process.execPath, [join(here, 'build.ts'), '--into', outDir], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`The pages could not be built:\n${complaint}`);
}

async function buildInto(outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: join(here, 'vite.config.ts'),
    logLevel: 'error',
    mode: 'production',
    build: { outDir, emptyOutDir: true },
  });
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesUnder(join(workspace, source))) {
      hash
        .update(`${relative(workspace, file)}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 20);
}

async function filesUnder(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const files: string[] = [];
  for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === 'node_modules' || /\.test\.tsx?$/.test(entry.name)) continue;
    files.push(...(await filesUnder(join(path, entry.name))));
  }
  return files;
}

/** Keeps the newest builds. One that was used within the hour stays too: a running server may still serve it. */
async function removeOldBuilds(): Promise<void> {
  const builds = await Promise.all(
    (await readdir(cache)).map(async (name) => ({
      name,
      usedAt: (await stat(join(cache, name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  );
  const hourAgo = Date.now() - 3_600_000;
  const old = builds.sort((a, b) => b.usedAt - a.usedAt).slice(keptBuilds);
  for (const { name, usedAt } of old) {
    if (usedAt < hourAgo) await rm(join(cache, name), { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** One file of the first page. */
export interface FirstPageFile {
  readonly file: string;
  readonly gzipBytes: number;
}

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** Everything that is loaded before the first question is asked: the entry and what it imports without waiting. */
export async function firstPageFiles(folder: string): Promise<readonly FirstPageFile[]> {
  const manifest: Record<string, ManifestChunk> = JSON.parse(
    await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'),
  );
  const files = new Set<string>();
  const visit = (chunk: ManifestChunk | undefined) => {
    if (!chunk || files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const name of chunk.imports ?? []) visit(manifest[name]);
  };
  for (const chunk of Object.values(manifest)) if (chunk.isEntry) visit(chunk);
  return Promise.all(
    [...files].map(async (file) => ({ file, gzipBytes: gzipSync(await readFile(join(folder, file))).length })),
  );
}

const into = import.meta.main ? process.argv.indexOf('--into') : -1;
const target = process.argv[into + 1];
if (into > 0 && target) {
  await buildInto(target);
} else if (import.meta.main) {
  const { folder } = await ensureBuilt({ log: (line) => process.stderr.write(`${line}\n`) });
  const files = await firstPageFiles(folder);
  const script = files.filter(({ file }) => file.endsWith('.js')).reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
  for (const { file, gzipBytes } of files)
    process.stdout.write(`${(gzipBytes / 1_000).toFixed(1).padStart(7)} kB  ${file}\n`);
  process.stdout.write(`${(script / 1_000).toFixed(1).padStart(7)} kB  script of the first page, gzip\n${folder}\n`);
}
