import { expect, test } from 'vitest';
import { agon } from '../testing.ts';

test('the demonstration prints a board, and what to do next', async () => {
  const { code, out, err } = await agon(['demo']);
  expect(code).toBe(0);
  expect(err).toMatch(/^Simulating 100,000 votes between 16 invented models/);
  expect(out).toContain('100,000 used of 100,000 read');
  expect(out).toContain('Controls');
  expect(out).toContain('npx agon rank votes.csv');
});

test('every command that it proposes is one that there is', async () => {
  const { out } = await agon(['demo']);
  for (const [, command = '', rest = ''] of out.matchAll(/npx agon (\w+)([^\n]*)/g)) {
    const help = await agon(['help', command === 'help' ? (rest.trim().split(' ')[0] ?? '') : command]);
    expect(help.code, command).toBe(0);
    for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(help.out).toContain(option);
  }
});
