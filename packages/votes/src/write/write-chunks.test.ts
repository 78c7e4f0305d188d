import { randomBytes } from 'node:crypto';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { PassThrough, Writable } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { TargetNotOpened } from './errors.ts';
import { inFolder } from './testing.ts';
import { writeChunks } from './write-chunks.ts';

describe.each([false, true])('with gzip %s', (gzip) => {
  test('a file has the bytes of the chunks in turn', async () => {
    await inFolder(async (path, list) => {
      const bytes = await writeChunks(chunks('one ', 'two'), path('file'), { gzip });
      const found = await readFile(path('file'));
      expect((gzip ? gunzipSync(found) : found).toString()).toBe('one two');
      expect(bytes).toBe(found.length);
      expect(await list()).toEqual(['file']);
    });
  });

  test('an error leaves the file that was there, and nothing beside it', async () => {
    await inFolder(async (path, list) => {
      await writeFile(path('file'), 'before');
      await expect(writeChunks(failing(), path('file'), { gzip })).rejects.toThrow('no more');
      expect(await readFile(path('file'), 'utf8')).toBe('before');
      expect(await list()).toEqual(['file']);
    });
  });

  test.each([0, 20])('an abort after %i ms rejects with its reason, though the source is silent', async (ms) => {
    await inFolder(async (path, list) => {
      const abort = new AbortController();
      const writing = writeChunks(silent(), path('file'), { gzip, signal: abort.signal });
      await setTimeout(ms);
      abort.abort(new Error('the user said stop'));
      await expect(writing).rejects.toThrow('the user said stop');
      expect(await list()).toEqual([]);
    });
  });

  test('after an abort the source is closed and the target gets no more', async () => {
    const abort = new AbortController();
    let isClosed = false;
    let taken = 0;
    async function* endless() {
      try {
        for (;;) yield randomBytes(1 << 16);
      } finally {
        isClosed = true;
      }
    }
    const take = async () => {
      if (++taken === 3) abort.abort(new Error('enough'));
    };
    await expect(writeChunks(endless(), take, { gzip, signal: abort.signal })).rejects.toThrow('enough');
    await setTimeout(10);
    expect([isClosed, taken]).toEqual([true, 3]);
  });

  test('a signal that was given before makes nothing', async () => {
    await inFolder(async (path, list) => {
      const signal = AbortSignal.abort(new Error('stopped'));
      await expect(writeChunks(chunks('one'), path('file'), { gzip, signal })).rejects.toThrow('stopped');
      expect(await list()).toEqual([]);
    });
  });

  test('an error of the target is the error of the writing', async () => {
    const full = async () => Promise.reject(new Error('the disk is full'));
    await expect(writeChunks(chunks('one', 'two'), full, { gzip })).rejects.toThrow('the disk is full');
  });

  test('a stream takes the bytes and is not ended', async () => {
    const stream = new PassThrough();
    await writeChunks(chunks('one ', 'two'), stream, { gzip });
    const found = stream.read();
    expect((gzip ? gunzipSync(found) : found).toString()).toBe('one two');
    expect(stream.writableEnded).toBe(false);
    expect(stream.listenerCount('error') + stream.listenerCount('close')).toBe(0);
  });

  test('a stream that is closed or fails is an error', async () => {
    const closed = new PassThrough();
    closed.destroy();
    await expect(writeChunks(chunks('one'), closed, { gzip })).rejects.toThrow();
    const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error('broken pipe')) });
    await expect(writeChunks(chunks('one', 'two'), broken, { gzip })).rejects.toThrow('broken pipe');
  });
});

test('a slow target holds the source back', async () => {
  let asked = 0;
  let taken = 0;
  async function* source() {
    for (; asked < 200; asked++) yield Buffer.alloc(1 << 16);
  }
  let mostAhead = 0;
  await writeChunks(
    source(),
    async () => {
      await setImmediate();
      taken++;
      mostAhead = Math.max(mostAhead, asked - taken);
    },
    { gzip: false },
  );
  expect(taken).toBe(200);
  expect(mostAhead).toBeLessThan(5);
});

test('the header of gzip names no operating system', async () => {
  const found: Uint8Array[] = [];
  await writeChunks(chunks('one'), async (chunk) => void found.push(chunk), { gzip: true });
  expect([...found[0].subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
});

test.skipIf(process.platform === 'win32')('a link is written through, a device is written directly', async () => {
  await inFolder(async (path, list) => {
    await writeFile(path('file'), 'before');
    await symlink(path('file'), path('link'));
    await writeChunks(chunks('after'), path('link'), { gzip: false });
    expect(await readFile(path('file'), 'utf8')).toBe('after');
    await symlink('/dev/null', path('null'));
    expect(await writeChunks(chunks('gone'), path('null'), { gzip: false })).toBe(4);
    expect(await list()).toEqual(['file', 'link', 'null']);
    await expect(writeChunks(chunks('one'), path('.'), { gzip: false })).rejects.toThrow('it is a folder');
    await expect(writeChunks(chunks('one'), path('no/file'), { gzip: false })).rejects.toThrow(TargetNotOpened);
  });
});

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('one');
  throw new Error('no more');
}

async function* silent(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('one');
  await new Promise<never>(() => {});
}
