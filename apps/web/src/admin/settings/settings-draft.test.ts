import type { Settings } from '@agon/api';
import { expect, test } from 'vitest';
import { readSettings, settingsDraftOf } from './settings-draft.ts';

const settings: Settings = {
  name: 'Aviary',
  policy: { kind: 'active', floor: 0.07 },
  dailyCapUsd: 10,
  temperature: null,
  maxOutputTokens: 2_048,
  systemPrompt: null,
  promptCharacters: 8_000,
  turns: 12,
  battlesPerWindow: 30,
  windowMinutes: 60,
};

test('stored settings go through the form unchanged', () => {
  expect(settingsDraftOf(settings).floorPercent).toBe('7');
  const { settings: read } = readSettings(settingsDraftOf(settings));
  expect(read).toEqual({ ...settings, policy: { kind: 'active', floor: expect.closeTo(0.07, 12) } });
});

test('the uniform policy has no floor, whatever stands in its field', () => {
  const draft = { ...settingsDraftOf(settings), policyKind: 'uniform' as const, floorPercent: 'x' };
  expect(readSettings(draft).settings?.policy).toEqual({ kind: 'uniform' });
});

test('the active policy needs a floor, the weighted one can do without', () => {
  const draft = { ...settingsDraftOf(settings), floorPercent: '0' };
  expect(readSettings(draft).faults).toEqual({ 'policy.floor': { code: 'too-small', limit: 1 } });
  expect(readSettings({ ...draft, policyKind: 'weighted' }).settings?.policy).toEqual({ kind: 'weighted', floor: 0 });
});

test('faults stand at their fields', () => {
  const draft = { ...settingsDraftOf(settings), name: ' ', turns: '201', windowMinutes: '' };
  expect(readSettings(draft).faults).toEqual({
    name: { code: 'required' },
    turns: { code: 'too-large', limit: 200 },
    windowMinutes: { code: 'required' },
  });
});
