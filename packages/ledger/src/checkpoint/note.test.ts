import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { InvalidCheckpoint, InvalidKey, SignatureRefused } from '../errors.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { parseVerifierKey, signerFromSeed } from './keys.ts';
import { parseNote, signNote, verifyNote } from './note.ts';

/** The worked example of Go's package `golang.org/x/mod/sumdb/note`. */
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterSeed = (fromBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz') ?? new Uint8Array()).slice(1);
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const signature =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const note = `${text}\n${signature}`;
const other = signerFromSeed('EnochRoot', new Uint8Array(32).fill(7));

test('the example of Go is signed byte for byte, and verified', () => {
  const peter = signerFromSeed('PeterNeumann', peterSeed);
  expect(peter.verifierKey).toBe(peterKey);
  expect(signNote(text, peter)).toBe(note);
  expect(verifyNote(note, peterKey)).toBe(text);
});

test('the example of C2SP signed-note is taken apart', () => {
  const verse = 'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n';
  const line =
    '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n';
  const read = parseNote(`${verse}\n${line}`);
  expect(read.text).toBe(verse);
  expect(read.signatures).toMatchObject([
    { name: 'quasimodo.example/salvatore', keyId: Uint8Array.of(0x36, 0x7b, 0xa0, 0x4b) },
  ]);
  expect(read.signatures[0]?.signature).toHaveLength(64);
});

test('signatures by unknown keys are passed over, before and after the known one', () => {
  const stranger = signNote(text, other).slice(text.length + 1);
  expect(verifyNote(`${text}\n${stranger}${signature}${stranger}`, peterKey)).toBe(text);
  expect(verifyNote(`${text}\n${signature}${stranger}`, other.verifierKey)).toBe(text);
});

test('a key that shares the name or the id of the known one, but not both, is unknown', () => {
  const namesake = signerFromSeed('PeterNeumann', new Uint8Array(32).fill(9));
  const sameName = signNote(text, namesake).slice(text.length + 1);
  const sameId = signature.replace('PeterNeumann', 'PaulNeumann');
  expect(() => verifyNote(`${text}\n${sameName}${sameId}`, peterKey)).toThrow(SignatureRefused);
  expect(verifyNote(`${text}\n${sameName}${sameId}${signature}`, peterKey)).toBe(text);
});

test('one bad signature by the known key spoils the note, though a good one stands beside it', () => {
  const bad = signature.replace('yBwJnAM=', 'yBwJnAQ=');
  expect(() => verifyNote(`${text}\n${bad}${signature}`, peterKey)).toThrow(
    'The signature by PeterNeumann does not fit',
  );
});

test('a note that nobody known signed is refused, with the names that did', () => {
  expect(() => verifyNote(signNote(text, other), peterKey)).toThrow('it has signatures by EnochRoot');
});

test.prop([fc.nat(), fc.constantFrom('x', ' ', '0', 'é')], { numRuns: 40 })(
  'a note with any character changed is refused',
  (at, character) => {
    const place = at % note.length;
    fc.pre(note[place] !== character);
    const changed = note.slice(0, place) + character + note.slice(place + 1);
    expect(() => verifyNote(changed, peterKey)).toThrow(/./);
  },
);

test('a signature cut short is refused', () => {
  const short = `— PeterNeumann ${toBase64(Uint8Array.of(0xc7, 0x4f, 0x20, 0xa3, 1))}\n`;
  expect(() => verifyNote(`${text}\n${short}`, peterKey)).toThrow(SignatureRefused);
});

test('the text ends at the last empty line, so that it may hold others', () => {
  const gaps = 'one\n\n\ntwo\n';
  expect(verifyNote(signNote(gaps, other), other.verifierKey)).toBe(gaps);
});

test('a note of a hundred signatures, or of a million characters, is read', () => {
  expect(verifyNote(note + signature.repeat(99), peterKey)).toBe(text);
  const own = signNote('x\n', other);
  const filled = `${'x'.repeat(1_000_000 - own.length)}${own}`;
  expect(parseNote(filled).text).toHaveLength(1_000_000 - own.length + 2);
});

test.each([
  { flaw: 'no last newline', malformed: note.slice(0, -1), message: 'does not end in a newline' },
  { flaw: 'no empty line', malformed: text + signature, message: 'no empty line' },
  { flaw: 'no signature', malformed: `${text}\n`, message: 'no signature line' },
  { flaw: 'a carriage return', malformed: note.replace('\n', '\r\n'), message: 'control character' },
  { flaw: 'half a surrogate pair', malformed: `\ud800${note}`, message: 'not valid Unicode' },
  { flaw: 'a hyphen for the dash', malformed: note.replace('—', '-'), message: 'no signature line' },
  { flaw: 'two spaces', malformed: note.replace('— ', '—  '), message: 'no signature line' },
  { flaw: 'a word after the signature', malformed: note.replace('=\n', '= x\n'), message: 'no signature line' },
  { flaw: 'a plus in the name', malformed: note.replace('PeterN', 'Peter+N'), message: 'no signature line' },
  { flaw: 'no padding', malformed: note.replace('AM=', 'AM'), message: 'no signature line' },
  { flaw: 'stray bits in its base64', malformed: note.replace('AM=', 'AN='), message: 'no signature line' },
  {
    flaw: 'a signature of the key id alone',
    malformed: `${text}\n— PeterNeumann x08gow==\n`,
    message: 'no signature line',
  },
  { flaw: 'too many signatures', malformed: note + signature.repeat(100), message: 'more than 100 signatures' },
  { flaw: 'too many characters', malformed: 'x'.repeat(1_000_001), message: 'longer than 1000000' },
])('a note with $flaw is malformed', ({ malformed, message }) => {
  expect(() => verifyNote(malformed, peterKey)).toThrow(InvalidCheckpoint);
  expect(() => verifyNote(malformed, peterKey)).toThrow(message);
});

describe('keys', () => {
  test('a "+" in the base64 of a key is part of it', () => {
    const key = 'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6';
    expect(parseVerifierKey(key).name).toBe('TEST');
  });

  test('each part cut out of a verifier key, and each with one character changed, is refused', () => {
    for (let start = 0; start < peterKey.length; start++) {
      expect(() => parseVerifierKey(peterKey.slice(start + 1))).toThrow(InvalidKey);
      expect(() => parseVerifierKey(peterKey.slice(0, start))).toThrow(InvalidKey);
      const changed = String.fromCharCode(peterKey.charCodeAt(start) + 1);
      expect(() => parseVerifierKey(peterKey.slice(0, start) + changed + peterKey.slice(start + 1))).toThrow(
        InvalidKey,
      );
    }
  });

  test.each([
    {
      flaw: 'a wrong length under a right hash',
      key: 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    },
    {
      flaw: 'another algorithm under a right hash',
      key: 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    },
  ])('a verifier key of $flaw is refused', ({ key }) => {
    expect(() => parseVerifierKey(key)).toThrow(InvalidKey);
  });

  test.each(['', 'two words', 'a+b', 'thin\u2009space', 'line\n', '\ud800'])('%j is no name of a key', (name) => {
    expect(() => signerFromSeed(name, peterSeed)).toThrow('is no name of a key');
  });

  test('a seed of a wrong length is refused without being told', () => {
    expect(() => signerFromSeed('x', new Uint8Array(31))).toThrow('has 31 bytes; it needs 32');
  });

  test('a signer does not tell its secret when it is printed', () => {
    expect(JSON.stringify({ ...signerFromSeed('x', peterSeed) })).not.toContain(toBase64(peterSeed).slice(0, 8));
    expect(Object.keys(signerFromSeed('x', peterSeed)).toSorted()).toEqual(['keyId', 'name', 'sign', 'verifierKey']);
  });

  test('a signer keeps its key when the seed is wiped after', () => {
    const seed = peterSeed.slice();
    const signer = signerFromSeed('PeterNeumann', seed);
    seed.fill(0);
    expect(signNote(text, signer)).toBe(note);
  });
});
