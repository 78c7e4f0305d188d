import { fc, test as property } from '@fast-check/vitest';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvCell } from './csv.ts';

test('a cell is quoted where it must be', () => {
  expect(csvCell('say "hi"')).toBe('"say ""hi"""');
  expect(['plain', 'a,b', 'a\nb', 'a\rb', ' a '].map(csvCell)).toEqual(['plain', '"a,b"', '"a\nb"', '"a\rb"', ' a ']);
});

test('what a spreadsheet would take for a formula is not changed', () => {
  expect(['=1+1', '+1', '-1', '@x', '\t=1'].map(csvCell)).toEqual(['=1+1', '+1', '-1', '@x', '\t=1']);
});

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', "'", ';') }),
  fc.string({ unit: 'binary' }),
);

property.prop([fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 })])(
  'a reader of CSV gives the cells back',
  (rows) => {
    const text = [['x', 'y', 'z'], ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
    expect(Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data.slice(1, -1)).toEqual(rows);
  },
);
