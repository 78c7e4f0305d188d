import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { signCheckpoint } from './checkpoint/checkpoint.ts';
import { signerFromSeed } from './checkpoint/keys.ts';
import { InvalidReceipt, LeafMismatch, ProofMismatch, SignatureRefused } from './errors.ts';
import { sealLeaf } from './leaf/leaf.ts';
import { inclusionProof } from './merkle/inclusion.ts';
import { nodesOf } from './merkle/node-source.ts';
import { treeRoot } from './merkle/tree-root.ts';
import { parseReceipt, type Receipt, sealedReceipt, verifyReceipt } from './receipt.ts';
import { aVote, leaves, salt } from './testing.ts';

const signer = signerFromSeed('quiet-harbour-4f1c', new Uint8Array(32).fill(1));
const { verifierKey } = signer;
const index = 5;
const sealed = sealLeaf(aVote(), salt);
const log = leaves(11).with(index, sealed.hash);
const proof = (await inclusionProof(nodesOf(log), { index, size: log.length })).map(bytesToHex);
const checkpoint = signCheckpoint({ size: log.length, root: treeRoot(log) }, signer);

const atTheVote = sealedReceipt({ origin: signer.name, index, leafHash: sealed.hash });
const afterTheReveal: Receipt = { ...atTheVote, opening: { record: aVote(), salt: bytesToHex(salt) } };
const whole: Receipt = { ...afterTheReveal, inclusion: { proof, checkpoint } };

test('a whole receipt gives the record and the checkpoint that it is in', () => {
  const found = verifyReceipt(whole, { verifierKey, earlier: atTheVote });
  expect(found).toEqual({ record: aVote(), checkpoint: { origin: signer.name, size: 11, root: treeRoot(log) } });
});

test('a receipt before the reveal holds the place and the hash, and nothing that could be tried', () => {
  expect(atTheVote).toEqual({
    format: 'agon-receipt/1',
    origin: signer.name,
    index,
    leaf: bytesToHex(sealed.hash),
    opening: null,
    inclusion: null,
  });
  expect(verifyReceipt(atTheVote, { verifierKey })).toEqual({ record: null, checkpoint: null });
});

test('that the leaf is in the log can be shown before the record is', () => {
  const found = verifyReceipt({ ...atTheVote, inclusion: { proof, checkpoint } }, { verifierKey });
  expect(found).toMatchObject({ record: null, checkpoint: { size: 11 } });
});

test('a receipt comes back from its JSON', () => {
  for (const receipt of [atTheVote, afterTheReveal, whole]) {
    expect(parseReceipt(JSON.parse(JSON.stringify(receipt)))).toEqual(receipt);
  }
});

test('a record other than the one that was voted is refused', () => {
  const opening = { record: aVote({ outcome: 'b' }), salt: bytesToHex(salt) };
  expect(() => verifyReceipt({ ...whole, opening }, { verifierKey })).toThrow(LeafMismatch);
});

test('a proof of another leaf is refused', () => {
  const opened = { ...whole, opening: null, leaf: 'ab'.repeat(32) };
  expect(() => verifyReceipt(opened, { verifierKey })).toThrow(ProofMismatch);
  expect(() => verifyReceipt({ ...whole, index: 6 }, { verifierKey })).toThrow(ProofMismatch);
});

test('a checkpoint by another key is refused', () => {
  const forger = signerFromSeed(signer.name, new Uint8Array(32).fill(2));
  const forged = signCheckpoint({ size: log.length, root: treeRoot(log) }, forger);
  expect(() => verifyReceipt({ ...whole, inclusion: { proof, checkpoint: forged } }, { verifierKey })).toThrow(
    SignatureRefused,
  );
});

test('a checkpoint of another log is refused', () => {
  const receipt = { ...whole, origin: 'other-log' };
  expect(() => verifyReceipt(receipt, { verifierKey })).toThrow('The receipt is of the log other-log');
});

test.each([
  { field: 'origin', promised: { ...atTheVote, origin: 'other-log' } },
  { field: 'index', promised: { ...atTheVote, index: 4 } },
  { field: 'leaf', promised: { ...atTheVote, leaf: '00'.repeat(32) } },
])('a receipt whose $field is not what was promised at the vote is refused', ({ field, promised }) => {
  expect(() => verifyReceipt(whole, { verifierKey, earlier: promised })).toThrow(InvalidReceipt);
  expect(() => verifyReceipt(whole, { verifierKey, earlier: promised })).toThrow(`The earlier receipt has ${field}`);
});

test.each([
  { field: 'format', value: { ...whole, format: 'agon-receipt/2' } },
  { field: 'index', value: { ...whole, index: -1 } },
  { field: 'leaf', value: { ...whole, leaf: 'abc' } },
  { field: 'opening.salt', value: { ...whole, opening: { record: aVote(), salt: '00' } } },
  {
    field: 'opening.record.turn',
    value: { ...whole, opening: { record: aVote({ turn: 0 }), salt: bytesToHex(salt) } },
  },
  { field: 'inclusion.proof.0', value: { ...whole, inclusion: { proof: ['xyz'], checkpoint } } },
  { field: '', value: null },
])('a receipt with a wrong "$field" is refused by name', ({ field, value }) => {
  expect(() => parseReceipt(value)).toThrow(`The receipt's field "${field}" is refused`);
});
