import { expect, test } from 'vitest';
import { effortOf, type RevealedModel, rankedAnswersOf } from './reveal-facts.ts';

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

test('answers of the open chat are left out', () => {
  const model: RevealedModel = {
    name: 'Amber Fox',
    organisation: null,
    license: null,
    link: null,
    demo: false,
    temperature: null,
    maxOutputTokens: null,
    reasoningEffort: null,
    systemPrompt: null,
    answers: [first, { ...first, turn: 2 }],
    masked: [],
  };
  const turns = [
    { turn: 1, ranked: true },
    { turn: 2, ranked: false },
  ];
  expect(rankedAnswersOf(model, turns)).toEqual([first]);
});
