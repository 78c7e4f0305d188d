import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { readNote } from './checkpoint-note.ts';

const note =
  'agon/8f3a\n42\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— agon/8f3a Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp\n';

test('a note gives its origin, size, root and signatures', () => {
  expect(readNote(note)).toEqual({
    origin: 'agon/8f3a',
    size: 42,
    root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    signatures: ['— agon/8f3a Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp'],
  });
});

test.each(['', 'agon/x\n42\nroot\n', note.replace('42', '042'), note.replace('— ', '- ')])(
  'what is no signed checkpoint is not read: %j',
  (text) => {
    expect(readNote(text)).toBeNull();
  },
);

test.prop([fc.string({ unit: 'binary' })])('no text makes it fail', (text) => {
  expect(() => readNote(text)).not.toThrow();
});
