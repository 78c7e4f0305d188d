import { expect, test } from 'vitest';
import { effortOf } from './reveal-facts.ts';

const first = { turn: 1, inputTokens: 10, outputTokens: 100, costUsd: 0.001, firstTokenMs: 200, durationMs: 2_000 };

test('tokens and cost add up, times are averaged', () => {
  const second = { turn: 2, inputTokens: 30, outputTokens: 50, costUsd: 0.002, firstTokenMs: 400, durationMs: 1_000 };
  expect(effortOf([first, second])).toEqual({
    inputTokens: 40,
    outputTokens: 150,
    costUsd: 0.003,
    firstTokenMs: 300,
    durationMs: 1_500,
  });
});

test('what is not known is left out, and nothing known is null, not zero', () => {
  const silent = {
    turn: 2,
    inputTokens: null,
    outputTokens: null,
    costUsd: null,
    firstTokenMs: null,
    durationMs: null,
  };
  expect(effortOf([first, silent]).firstTokenMs).toBe(200);
  expect(effortOf([silent]).costUsd).toBeNull();
});
