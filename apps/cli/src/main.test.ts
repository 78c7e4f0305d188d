import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFolder, type Folder, votesFile } from './testing.ts';

const entry = fileURLToPath(new URL('../../../bin/agon.mjs', import.meta.url));
let folder: Folder;
let votes: string;

beforeAll(async () => {
  folder = await aFolder();
  votes = await votesFile(folder);
});

afterAll(() => folder.remove());

test('the command of the shell gives a table and exit code 0', async () => {
  const { code, out, err } = await shell(`agon rank ${votes}`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('600 used of 600 read');
  expect(out).not.toContain('\u001b');
});

test.each([
  ['--version', 0],
  ['rank /nowhere.csv', 1],
  ['rank', 2],
  ['rank VOTES --level 2', 2],
])('agon %s ends with %i', async (line, code) => {
  expect((await shell(`agon ${line.replace('VOTES', votes)}`)).code).toBe(code);
});

test('- is standard input', async () => {
  const { code, out } = await shell(`cat ${votes} | agon rank - --csv`);
  expect(code).toBe(0);
  expect(out.split('\n')).toHaveLength(7);
});

test('commands can be chained', async () => {
  const { out } = await shell(`agon simulate --votes 500 | agon convert - --out - --to jsonl | agon rank - --json`);
  expect(JSON.parse(out).votes).toMatchObject({ read: 500, used: 500 });
});

test('a reader that has seen enough is no failure', async () => {
  const { code, out, err } = await shell('set -o pipefail; agon simulate --votes 60000 | head -n 1');
  expect({ code, out, err }).toEqual({ code: 0, out: 'model_a,model_b,outcome,voter,time,prompt\n', err: '' });
});

test('nor one that has seen enough of the errors', async () => {
  const { err, out } = await shell(
    `(agon rank ${votes} --html ${folder.path('p.html')} 2>&1 >/dev/null) | true; echo end`,
  );
  expect({ out, err }).toEqual({ out: 'end\n', err: '' });
});

test.skipIf(!existsSync('/dev/full'))('a full disk is a sentence', async () => {
  const { code, err } = await shell(`agon rank ${votes} >/dev/full`);
  expect(code).toBe(1);
  expect(err).toMatch(/^agon: .*(space|ENOSPC)/);
  expect(err).not.toMatch(/\n\s+at /);
});

test('FORCE_COLOR colours, NO_COLOR does not', async () => {
  expect((await shell(`FORCE_COLOR=1 agon rank ${votes}`)).out).toContain('\u001b[');
  expect((await shell(`FORCE_COLOR=1 NO_COLOR=1 agon rank ${votes}`)).out).not.toContain('\u001b[');
});

test('a time without a zone is UTC, wherever the program runs', async () => {
  const asOf = async (zone: string): Promise<string> => {
    const { out } = await shell(`TZ=${zone} agon rank ${votes} --as-of 2026-01-01T05:00:00 --json`);
    return JSON.parse(out).spec.asOf;
  };
  expect(await asOf('Asia/Tokyo')).toBe('2026-01-01T05:00:00.000Z');
});

test('a filter on times without a zone too', async () => {
  const used = async (zone: string): Promise<number> => {
    const { out } = await shell(`TZ=${zone} agon rank ${votes} --filter 'time<2026-01-01T05:00:00' --json`);
    return JSON.parse(out).votes.used;
  };
  expect(await used('America/New_York')).toBe(await used('UTC'));
});

test('a count that is too large for a number does not hold a board up for ever', async () => {
  const rows = Array.from({ length: 40 }, (_, r) => [r % 3 === 0 ? 'b' : 'a', r === 7 ? '1e39' : (r * 7) % 11]);
  const lines = rows.map(([outcome, count]) => `x,y,${outcome},${count},5\n`);
  const file = await folder.write('huge.csv', `model_a,model_b,outcome,size_a,size_b\n${lines.join('')}`);
  const line = `timeout 5 "${process.execPath}" "${entry}" rank ${file} --controls size:difference --json`;
  const { code, out } = await shell(line);
  expect(code).toBe(0);
  expect(JSON.parse(out).votes).toMatchObject({ read: 40, used: 39, rejected: { 'missing-control': 1 } });
});

describe('an interrupt', () => {
  test('ends a long bootstrap at once, by the signal or with 130, without a trace', async () => {
    const line = `exec agon rank ${votes} --controls length --interval bootstrap --rounds 100000`;
    const { code, out, err } = await shell(line, { interruptOn: 'Bootstrap' });
    expect([130, 'SIGINT']).toContain(code);
    expect(out).toBe('');
    expect(err).not.toMatch(/\n\s+at /);
  });
});

interface Ended {
  /** The exit code, or the signal that ended it. */
  readonly code: number | string;
  readonly out: string;
  readonly err: string;
}

/** Runs a line of bash in which `agon` is the command of this clone. */
function shell(line: string, { interruptOn }: { interruptOn?: string } = {}): Promise<Ended> {
  const exec = line.startsWith('exec ');
  const script = exec
    ? `exec "${process.execPath}" "${entry}" ${line.slice('exec agon '.length)}`
    : `agon() { "${process.execPath}" "${entry}" "$@"; }; ${line}`;
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const child = spawn('bash', ['-c', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    if (interruptOn !== undefined && err.includes(interruptOn)) child.kill('SIGINT');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? 'none', out, err }));
  });
}
