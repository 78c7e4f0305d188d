import { expect, test } from 'vitest';
import { createProgress, progressLine } from './progress.ts';

function aTerminal({ isTTY, columns = 80 }: { isTTY: boolean; columns?: number }) {
  let time = 0;
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) };
  return {
    written,
    progress: createProgress(stream, () => time),
    at: (ms: number) => {
      time = ms;
    },
  };
}

test('a line tells label, share, rates and time left', () => {
  expect(progressLine({ label: 'Reading', share: 0.25, rows: 2e6, bytes: 3e8 }, 2000)).toBe(
    'Reading  25 %  1.00 M rows/s  150 MB/s  6.0 s left',
  );
  expect(progressLine({ label: 'Fitting' }, 2000)).toBe('Fitting');
});

test('work under a second shows nothing', () => {
  const { written, progress, at } = aTerminal({ isTTY: true });
  at(999);
  progress.update({ label: 'Reading', share: 0.9 });
  progress.finish();
  expect(written).toEqual([]);
});

test('a terminal sees one line, redrawn ten times a second at most, then cleared', () => {
  const { written, progress, at } = aTerminal({ isTTY: true, columns: 20 });
  for (let ms = 0; ms <= 2000; ms += 10) {
    at(ms);
    progress.update({ label: 'Reading a file with a long name', share: ms / 4000 });
  }
  expect(written).toHaveLength(11);
  expect(written.every((text) => text.startsWith('\r') && text.endsWith('\u001b[K') && !text.includes('\n'))).toBe(
    true,
  );
  expect(Math.max(...written.map((text) => text.length))).toBe(1 + 19 + 3);
  progress.finish();
  progress.finish();
  expect(written.slice(11)).toEqual(['\r\u001b[K']);
});

test('a file sees a plain line every five seconds at most', () => {
  const { written, progress, at } = aTerminal({ isTTY: false });
  for (let ms = 0; ms <= 12_000; ms += 100) {
    at(ms);
    progress.update({ label: 'Reading', share: ms / 20_000 });
  }
  progress.finish();
  expect(written).toEqual(['Reading  5 %  19 s left\n', 'Reading  30 %  14 s left\n', 'Reading  55 %  9.0 s left\n']);
});

test('a new piece of work has rates of its own', () => {
  const { written, progress, at } = aTerminal({ isTTY: false });
  at(10_000);
  progress.update({ label: 'Fitting', rows: 0 });
  at(15_000);
  progress.update({ label: 'Fitting', rows: 5000 });
  expect(written.at(-1)).toBe('Fitting  1.00 k rows/s\n');
});

test('a label from data cannot move the cursor', () => {
  expect(progressLine({ label: 'Reading a\u001b[2J\n.csv' }, 0)).toBe('Reading a␛[2J␊.csv');
});
