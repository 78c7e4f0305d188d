import { fc, test } from '@fast-check/vitest';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { expect } from 'vitest';
import { InvalidRecord, LeafMismatch, OutOfRange } from '../errors.ts';
import { aBattle, aVote, salt } from '../testing.ts';
import { checkLeaf, leafData, openLeaf, sealLeaf } from './leaf.ts';
import { textHash } from './text-hash.ts';

const outcomes = fc.constantFrom('a', 'b', 'tie', 'both_bad');
const salts = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('a leaf is H(0 ‖ SHA-256(salt ‖ canonical JSON))', () => {
  const record = aVote();
  const { json, hash } = sealLeaf(record, salt);
  const data = sha256(concatBytes(salt, utf8ToBytes(json)));
  expect(leafData(salt, record)).toEqual(data);
  expect(hash).toEqual(sha256(Uint8Array.from([0, ...data])));
});

test.prop([outcomes, salts])('a sealed record opens with its salt', (outcome, own) => {
  const record = aVote({ outcome });
  const sealed = sealLeaf(record, own);
  expect(openLeaf(sealed, own)).toEqual(record);
  checkLeaf(record, own, sealed.hash);
});

test('the order in which the fields of a record were written does not matter', () => {
  const record = aBattle();
  const turned = { ...record, ...Object.fromEntries(Object.entries(record).reverse()) };
  expect(sealLeaf(turned, salt)).toEqual(sealLeaf(record, salt));
});

test.prop([salts, salts])('under another salt the same record is another leaf', (one, other) => {
  fc.pre(bytesToHex(one) !== bytesToHex(other));
  const { hash } = sealLeaf(aVote(), one);
  expect(() => checkLeaf(aVote(), other, hash)).toThrow(LeafMismatch);
});

test('a record that was changed after it was sealed is found', () => {
  const { hash } = sealLeaf(aVote({ outcome: 'a' }), salt);
  const { json } = sealLeaf(aVote({ outcome: 'b' }), salt);
  expect(() => checkLeaf(aVote({ outcome: 'b' }), salt, hash)).toThrow('one of the three was changed');
  expect(() => openLeaf({ json, hash }, salt)).toThrow(LeafMismatch);
});

test('what is no record is not sealed, and the field is named', () => {
  expect(() => sealLeaf(aVote({ turn: 0 }), salt)).toThrow('"turn"');
});

test('a salt of a wrong length is refused', () => {
  expect(() => sealLeaf(aVote(), salt.slice(1))).toThrow(OutOfRange);
  expect(() => textHash(salt.slice(1), [])).toThrow('The salt has 15 bytes; it needs 16.');
});

test.each([
  { flaw: 'is not JSON', json: '{', message: 'its text is not JSON' },
  { flaw: 'is no record', json: '{"type":"poll"}', message: '"type"' },
  { flaw: 'has a space', json: `${JSON.stringify(aVote())} `, message: 'not in canonical form' },
])('a stored leaf that matches its hash but $flaw is refused', ({ json, message }) => {
  const hash = sha256(Uint8Array.from([0, ...sha256(concatBytes(salt, utf8ToBytes(json)))]));
  expect(() => openLeaf({ json, hash }, salt)).toThrow(InvalidRecord);
  expect(() => openLeaf({ json, hash }, salt)).toThrow(message);
});

test('where one text ends and the next begins is part of the hash of texts', () => {
  expect(textHash(salt, ['ab', 'c'])).not.toBe(textHash(salt, ['a', 'bc']));
  expect(textHash(salt, ['a'])).not.toBe(textHash(salt, ['a', '']));
});

test('the hash of texts is SHA-256(salt ‖ the list as JSON)', () => {
  const expected = sha256(concatBytes(salt, utf8ToBytes('["Why is the sky blue?"]')));
  expect(textHash(salt, ['Why is the sky blue?'])).toBe(bytesToHex(expected));
});
