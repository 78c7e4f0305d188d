import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The secret of the instance: `AGON_SECRET`, else a file that is made at the first start. */
export function loadSecret({
  dataFolder,
  fromEnvironment,
}: {
  readonly dataFolder: string;
  readonly fromEnvironment: string | undefined;
}): string {
  if (fromEnvironment !== undefined && fromEnvironment !== '') {
    if (fromEnvironment.length < 32) {
      throw new Error(
        'AGON_SECRET is too short: use 32 or more random characters, for example from `openssl rand -hex 32`.',
      );
    }
    return fromEnvironment;
  }
  const file = join(dataFolder, 'keys', 'secret');
  return read(file) ?? create(file);
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Synced before it is used: a power cut must not leave keys sealed under a secret that is gone. */
function create(file: string): string {
  const secret = randomBytes(32).toString('hex');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, `${secret}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
  return secret;
}
