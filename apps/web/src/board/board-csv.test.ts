import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { boardCsv } from './board-csv.ts';
import { boardRows } from './board-rows.ts';
import { aBoard, anUnrated, aRated, someFacts } from './testing.ts';

function csvOf(name: string, organisation: string | null = null): string {
  const board = aBoard({ models: [aRated(name, 1090.5, [1, 2])] });
  return boardCsv(boardRows({ board, models: { [name]: someFacts({ organisation, license: null }) } }));
}

test('a row holds the figures in full precision', () => {
  expect(csvOf('heron').split('\r\n')[1]).toBe('heron,,,false,1,2,1090.5,1070.5,1110.5,10,100,');
});

test('what is not known stays empty', () => {
  const csv = boardCsv(boardRows({ board: aBoard({ models: [anUnrated('newcomer')] }), models: {} }));
  expect(csv.split('\r\n')[1]).toBe('newcomer,,,,,,,,,,2,never beaten by the rated models');
});

test('commas and quotes are quoted', () => {
  expect(csvOf('a "b", c')).toContain('"a ""b"", c",');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '=1', '\r=1'])('%j is no formula', (name) => {
  expect(csvOf(name).split('\r\n').slice(1).join('\r\n')).toMatch(/^"?'/u);
});

test('a negative rating stays a number', () => {
  const board = aBoard({ models: [aRated('low', -20, [1, 1])] });
  expect(boardCsv(boardRows({ board, models: {} }))).toContain(',-20,-40,0,');
});

test.prop([fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })])(
  'no text breaks out of its cell',
  (name, organisation) => {
    const outside = csvOf(name, organisation).replace(/"(?:[^"]|"")*"/gu, '');
    const lines = outside.split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]?.split(',')).toHaveLength(12);
  },
);
