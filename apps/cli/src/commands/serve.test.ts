import type { RunningArena } from '@agon/server';
import { expect, test } from 'vitest';
import type { Io } from '../io.ts';
import { attend } from './serve.ts';

test('an arena that cannot be announced is closed, and the reason told', async () => {
  const closed: string[] = [];
  const arena: RunningArena = {
    url: 'http://127.0.0.1:3000',
    dataFolder: 'data',
    engine: 'pglite',
    configFile: null,
    isNew: false,
    adminLink: () => Promise.reject(new Error('never asked')),
    lineup: () => Promise.reject(new Error('the lineup cannot be read')),
    lost: new Promise(() => undefined),
    close: async () => {
      closed.push('closed');
    },
  };
  const written: unknown[] = [];
  const output = { write: (text: unknown) => written.push(text) };
  const io: Io = { args: [], stdin: (async function* () {})(), out: output, err: output, now: () => 0, env: {} };
  await expect(attend(arena, io, '1.2.3')).rejects.toThrow('the lineup cannot be read');
  expect(closed).toStrictEqual(['closed']);
  expect(written).toStrictEqual([]);
});
