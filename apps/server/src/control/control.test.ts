import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { dirname, join } from 'node:path';
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { quiet } from '../database/testing/quiet.ts';
import { temporaryFolder } from '../database/testing/temporary-folder.ts';
import { askRunningServer } from './ask-running-server.ts';
import { openControl } from './control-server.ts';
import { findSocketPlace } from './socket-place.ts';

const url = 'http://127.0.0.1:3000/admin#token';
const commands = { 'admin-link': async () => ({ url }) };

/** A folder whose path is too long for a socket. */
function deepFolder(): string {
  const folder = join(temporaryFolder(), 'd'.repeat(120));
  mkdirSync(folder);
  return folder;
}

describe('the control socket', () => {
  test('answers commands of this machine', async () => {
    const dataFolder = temporaryFolder();
    const control = await openControl({ dataFolder, commands, log: quiet });
    expect(await askRunningServer(dataFolder, 'admin-link')).toStrictEqual({ url });
    await control.close();
  });

  test('may be opened by this user alone', async () => {
    const dataFolder = temporaryFolder();
    const control = await openControl({ dataFolder, commands, log: quiet });
    expect(statSync(join(dataFolder, 'control.sock')).mode & 0o777).toBe(0o600);
    await control.close();
    expect(readdirSync(dataFolder)).toStrictEqual([]);
  });

  test('without a server there is nobody to ask', async () => {
    const dataFolder = temporaryFolder();
    expect(await askRunningServer(dataFolder, 'admin-link')).toBeNull();
    expect(await askRunningServer(join(dataFolder, 'gone'), 'admin-link')).toBeNull();
  });

  test('what a server that was killed left behind is nobody, and gives way to the next one', async () => {
    const dataFolder = temporaryFolder();
    writeFileSync(join(dataFolder, 'control.sock'), '');
    expect(await askRunningServer(dataFolder, 'admin-link')).toBeNull();
    const control = await openControl({ dataFolder, commands, log: quiet });
    expect(await askRunningServer(dataFolder, 'admin-link')).toStrictEqual({ url });
    await control.close();
  });

  test('lies elsewhere, in a folder of its own, where the path is too long', async () => {
    const dataFolder = deepFolder();
    const control = await openControl({ dataFolder, commands, log: quiet });
    const place = findSocketPlace(dataFolder) ?? '';
    expect(Buffer.byteLength(place)).toBeLessThanOrEqual(100);
    expect(statSync(dirname(place)).mode & 0o777).toBe(0o700);
    expect(await askRunningServer(dataFolder, 'admin-link')).toStrictEqual({ url });
    await control.close();
    expect(existsSync(dirname(place))).toBe(false);
    expect(readdirSync(dataFolder)).toStrictEqual([]);
    expect(await askRunningServer(dataFolder, 'admin-link')).toBeNull();
  });

  test('a note left behind by a killed server gives way too', async () => {
    const dataFolder = deepFolder();
    writeFileSync(join(dataFolder, 'control.path'), join(temporaryFolder(), 'gone', 'control.sock'));
    expect(await askRunningServer(dataFolder, 'admin-link')).toBeNull();
    const control = await openControl({ dataFolder, commands, log: quiet });
    expect(await askRunningServer(dataFolder, 'admin-link')).toStrictEqual({ url });
    await control.close();
  });

  test('an unknown command is refused by its name', async () => {
    const dataFolder = temporaryFolder();
    const control = await openControl({ dataFolder, commands, log: quiet });
    for (const name of ['admin', 'constructor', '__proto__']) {
      await expect(askRunningServer(dataFolder, name)).rejects.toThrow(`knows no command "${name}"`);
    }
    await control.close();
  });

  test('a command that fails is logged there and told here without its words', async () => {
    const dataFolder = temporaryFolder();
    const logged: object[] = [];
    const failing = { 'admin-link': () => Promise.reject(new Error('inner words')) };
    const log = { ...quiet, error: (facts: object) => logged.push(facts) };
    const control = await openControl({ dataFolder, commands: failing, log });
    await expect(askRunningServer(dataFolder, 'admin-link')).rejects.toMatchObject({ code: 'control-refused' });
    await expect(askRunningServer(dataFolder, 'admin-link')).rejects.not.toThrow('inner words');
    expect(logged).toHaveLength(2);
    await control.close();
  });

  test('reading is no command', async () => {
    const dataFolder = temporaryFolder();
    const control = await openControl({ dataFolder, commands, log: quiet });
    const status = await new Promise((resolve, reject) => {
      const asked = request({ socketPath: join(dataFolder, 'control.sock'), path: '/admin-link' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });
    expect(status).toBe(405);
    await control.close();
  });

  test('an answer that is no JSON is an error and no silence', async () => {
    const dataFolder = temporaryFolder();
    const server = createServer((_, response) => response.end('what?'));
    await new Promise<void>((resolve) => server.listen(join(dataFolder, 'control.sock'), resolve));
    await expect(askRunningServer(dataFolder, 'admin-link')).rejects.toThrow();
    await new Promise((resolve) => server.close(resolve));
  });
});
