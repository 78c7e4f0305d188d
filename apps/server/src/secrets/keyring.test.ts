import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createKeyring } from './keyring.ts';
import { loadSecret } from './secret-file.ts';

const secret = 'one secret of more than thirty-two characters';

test('what is sealed is opened by the same secret only, and shows nothing of the text', () => {
  const sealed = createKeyring(secret).seal('sk-planted-key');
  expect(createKeyring(secret).open(sealed)).toBe('sk-planted-key');
  expect(() => createKeyring(`${secret}!`).open(sealed)).toThrow('AGON_SECRET');
  expect(Buffer.concat([sealed.ciphertext, sealed.wrappedKey, sealed.nonce]).toString('latin1')).not.toContain(
    'planted',
  );
  const bent = Uint8Array.from(sealed.ciphertext, (byte, at) => (at === 0 ? byte ^ 1 : byte));
  expect(() => createKeyring(secret).open({ ...sealed, ciphertext: bent })).toThrow();
});

test('a signature is good for its own text and purpose', () => {
  const keyring = createKeyring(secret);
  const signature = keyring.sign('visitor', 'x');
  expect(keyring.verify('visitor', 'x', signature)).toBe(true);
  expect(keyring.verify('visitor', 'y', signature)).toBe(false);
  expect(keyring.verify('vote-token', 'x', signature)).toBe(false);
  expect(keyring.verify('visitor', 'x', '')).toBe(false);
});

test('the secret is made once, in a file for its owner alone; one from the environment wins and must be long', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'agon-secret-'));
  try {
    const made = loadSecret({ dataFolder, fromEnvironment: undefined });
    expect(loadSecret({ dataFolder, fromEnvironment: '' })).toBe(made);
    const file = join(dataFolder, 'keys', 'secret');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8').trim()).toBe(made);
    expect(loadSecret({ dataFolder, fromEnvironment: secret })).toBe(secret);
    expect(() => loadSecret({ dataFolder, fromEnvironment: 'short' })).toThrow('32');
  } finally {
    rmSync(dataFolder, { recursive: true });
  }
});
