import { expect, test } from 'vitest';
import { defaultSettings } from '../settings/settings.ts';
import { createRateLimit } from './rate-limit.ts';

const limitOf = (battlesPerWindow: number) =>
  createRateLimit({ current: () => ({ settings: { ...defaultSettings, battlesPerWindow }, policyVersion: 1 }) });

test('a visitor may start so many battles in a window, is told before, and is told when to come back', async () => {
  const limit = limitOf(2);
  expect(await limit.allowance('v', null)).toEqual({ left: 2, retryAfterSeconds: 0 });
  await limit.take('v', null);
  await limit.take('v', null);
  const { left, retryAfterSeconds } = await limit.allowance('v', null);
  expect(left).toBe(0);
  expect(retryAfterSeconds).toBeGreaterThan(500);
  await expect(limit.take('v', null)).rejects.toMatchObject({ code: 'rate-limited', status: 429 });
  expect((await limit.allowance('another', null)).left).toBe(2);
});

test('visitors of one public network share its limit, those of a private one do not', async () => {
  const limit = limitOf(1);
  for (let k = 0; k < 20; k++) await limit.take(`v${k}`, '8.8.4.4');
  await expect(limit.take('v20', '8.8.4.4')).rejects.toMatchObject({ code: 'rate-limited' });
  expect((await limit.allowance('v21', '8.8.4.4')).left).toBe(0);
  await limit.take('v22', null);
});

test('questions in running battles have a limit of their own, since each asks two models', async () => {
  const limit = limitOf(1);
  for (let k = 0; k < 6; k++) await limit.takeTurn('v');
  await expect(limit.takeTurn('v')).rejects.toMatchObject({ code: 'rate-limited' });
  expect((await limit.allowance('v', null)).left).toBe(1);
});
