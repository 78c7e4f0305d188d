import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { InvalidCheckpoint, OutOfRange, SignatureRefused } from '../errors.ts';
import { toBase64 } from './base64.ts';
import { parseCheckpoint, signCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { signerFromSeed } from './keys.ts';
import { signNote } from './note.ts';

const signer = signerFromSeed('quiet-harbour-4f1c', new Uint8Array(32).fill(1));
const root = Uint8Array.from({ length: 32 }, (_, k) => k);
const rootText = toBase64(root);

test('a checkpoint is three lines and a signature', () => {
  const lines = signCheckpoint({ size: 12, root }, signer).split('\n');
  expect(lines.slice(0, 4)).toEqual(['quiet-harbour-4f1c', '12', rootText, '']);
  expect(lines[4]).toMatch(/^— quiet-harbour-4f1c [A-Za-z0-9+/]+=*$/);
  expect(lines.slice(5)).toEqual(['']);
});

test.prop([fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 })], { numRuns: 25 })(
  'what is signed is what is verified',
  (size, hash) => {
    const note = signCheckpoint({ size, root: hash }, signer);
    expect(verifyCheckpoint(note, signer.verifierKey)).toEqual({ origin: signer.name, size, root: hash });
  },
);

test('the log without leaves has a checkpoint too', () => {
  expect(verifyCheckpoint(signCheckpoint({ size: 0, root }, signer), signer.verifierKey)).toMatchObject({ size: 0 });
});

test('the example of C2SP tlog-checkpoint is read', () => {
  const note = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;
  const { origin, size, root: read } = parseCheckpoint(note);
  expect({ origin, size, root: toBase64(read) }).toEqual({
    origin: 'example.com/behind-the-sofa',
    size: 20852163,
    root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
  });
  expect(() => verifyCheckpoint(note, signer.verifierKey)).toThrow(SignatureRefused);
});

test('extension lines are allowed, and passed over', () => {
  const note = signNote(`log\n3\n${rootText}\nanything\n`, signer);
  expect(verifyCheckpoint(note, signer.verifierKey)).toEqual({ origin: 'log', size: 3, root });
});

test('a checkpoint with another size under the same signature is refused', () => {
  const note = signCheckpoint({ size: 12, root }, signer).replace('\n12\n', '\n13\n');
  expect(() => verifyCheckpoint(note, signer.verifierKey)).toThrow(SignatureRefused);
});

test.each([
  { flaw: 'two lines', text: 'log\n3\n', message: 'at least three lines' },
  { flaw: 'an empty origin', text: `\n3\n${rootText}\n`, message: 'none of them empty' },
  { flaw: 'an empty extension line', text: `log\n3\n${rootText}\n\nmore\n`, message: 'none of them empty' },
  { flaw: 'a size with a leading zero', text: `log\n03\n${rootText}\n`, message: '"03"' },
  { flaw: 'a negative size', text: `log\n-3\n${rootText}\n`, message: '"-3"' },
  { flaw: 'a size that is no number', text: `log\n1e3\n${rootText}\n`, message: '"1e3"' },
  { flaw: 'a size past 2⁵³', text: `log\n9007199254740993\n${rootText}\n`, message: 'from 0 to 2⁵³' },
  { flaw: 'a short root', text: 'log\n3\nAAAA\n', message: 'no base64 of 32 bytes' },
  { flaw: 'a root that is no base64', text: `log\n3\n${rootText} \n`, message: 'no base64 of 32 bytes' },
])('a signed text with $flaw is no checkpoint', ({ text, message }) => {
  const note = signNote(text, signer);
  expect(() => verifyCheckpoint(note, signer.verifierKey)).toThrow(InvalidCheckpoint);
  expect(() => parseCheckpoint(note)).toThrow(message);
});

test.each([-1, 1.5, Number.NaN, 2 ** 53])('%d is not signed as a size', (size) => {
  expect(() => signCheckpoint({ size, root }, signer)).toThrow(InvalidCheckpoint);
});

test('what is no hash is not signed as a root', () => {
  expect(() => signCheckpoint({ size: 1, root: root.slice(1) }, signer)).toThrow(OutOfRange);
});
