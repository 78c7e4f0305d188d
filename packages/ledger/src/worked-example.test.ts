import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  append,
  canonicalJson,
  consistencyProof,
  emptyFrontier,
  frontierRoot,
  inclusionProof,
  nodesOf,
  openLeaf,
  parseRecord,
  sealLeaf,
  signCheckpoint,
  signerFromSeed,
  textHash,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion,
} from './index.ts';

const page = readFileSync(new URL('../../../docs/ledger.md', import.meta.url), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, info, text]) => (info === language ? [text ?? ''] : []));
const hexIn = (text: string): Buffer => Buffer.from(text, 'hex');
const saltsOf = (pattern: RegExp): readonly Buffer[] =>
  [...page.matchAll(pattern)].map(([, salt]) => hexIn(salt ?? ''));
const hashNamed = (name: string): Buffer =>
  hexIn(new RegExp(`^\\| ${name} \\|.*\`([0-9a-f]{64})\` \\|$`, 'm').exec(page)?.[1] ?? '');

const [textsBlock = '', ...leafBlocks] = blocks('json');
const texts: readonly string[] = JSON.parse(textsBlock);
const [promptSalt = hexIn(''), textsSalt = hexIn('')] = saltsOf(/under(?: the salt)? `([0-9a-f]{32})`/g);
const salts = saltsOf(/^Leaf \d, salt `([0-9a-f]{32})`:$/gm);
const jsons = leafBlocks.map((block) => block.trimEnd());
const [L0, L1, L2, P, R] = [hashNamed('L0'), hashNamed('L1'), hashNamed('L2'), hashNamed('P'), hashNamed('R')];
const published = [L0, L1, L2].map((hash) => Uint8Array.from(hash));

const [checkpoint = '', verifierBlock = ''] = blocks('text').filter((text) => text.includes('quiet-harbour'));
const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

test('the page has all that the example needs', () => {
  expect({ texts: texts.length, salts: salts.length, leaves: jsons.length }).toEqual({ texts: 3, salts: 3, leaves: 3 });
});

test('the hashes of the page come out by the words of the page, without this package', () => {
  const leaves = jsons.map((json, k) => sha256(Uint8Array.of(0), sha256(salts[k] ?? '', json)));
  expect(leaves).toEqual([L0, L1, L2]);
  expect(sha256(Uint8Array.of(1), L0, L1)).toEqual(P);
  expect(sha256(Uint8Array.of(1), P, L2)).toEqual(R);
  expect(page).toContain(R.toString('base64'));
});

test('the package seals and opens the records of the page', () => {
  for (const [k, json] of jsons.entries()) {
    const record = parseRecord(JSON.parse(json));
    const salt = Uint8Array.from(salts[k] ?? []);
    expect(canonicalJson(record)).toBe(json);
    const sealed = sealLeaf(record, salt);
    expect(sealed).toEqual({ json, hash: published[k] });
    expect(openLeaf(sealed, salt)).toEqual(record);
  }
});

test('the hashes of texts are those in the records', () => {
  expect(JSON.parse(jsons[0] ?? '')).toMatchObject({ prompt: textHash(promptSalt, texts.slice(0, 1)) });
  expect(JSON.parse(jsons[1] ?? '')).toMatchObject({ texts: textHash(textsSalt, texts) });
});

test('the proofs of the page are made and fit', async () => {
  const source = nodesOf(published);
  const inclusion = await inclusionProof(source, { index: 1, size: 3 });
  expect(inclusion.map((hash) => Buffer.from(hash))).toEqual([L0, L2]);
  verifyInclusion({ index: 1, size: 3, leafHash: L1, root: R }, inclusion);
  const consistency = await consistencyProof(source, { oldSize: 2, newSize: 3 });
  expect(consistency.map((hash) => Buffer.from(hash))).toEqual([L2]);
  verifyConsistency({ oldSize: 2, newSize: 3, oldRoot: P, newRoot: R }, consistency);
});

test('the checkpoint of the page is the one that its key signs', () => {
  const signer = signerFromSeed('quiet-harbour-4f1c', new Uint8Array(32).fill(1));
  const frontier = published.reduce((edge, hash) => append(edge, hash).frontier, emptyFrontier);
  expect(signCheckpoint({ size: 3, root: frontierRoot(frontier) }, signer)).toBe(checkpoint);
  expect(`${signer.verifierKey}\n`).toBe(verifierBlock);
  expect(verifyCheckpoint(checkpoint, signer.verifierKey)).toMatchObject({ origin: 'quiet-harbour-4f1c', size: 3 });
});
