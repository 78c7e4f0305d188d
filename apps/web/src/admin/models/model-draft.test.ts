import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { draftOf, draftOfDiscovered, emptyDraft, isSameDraft, type ModelDraft, readDraft } from './model-draft.ts';
import { anAdminModel } from './testing.ts';

function filled(changes: Partial<ModelDraft> = {}): ModelDraft {
  return {
    ...emptyDraft,
    name: ' Heron ',
    baseUrl: 'http://127.0.0.1:11434/v1',
    providerModel: 'heron:8b',
    ...changes,
  };
}

test('an empty form asks for what a model cannot do without', () => {
  const { faults } = readDraft(emptyDraft);
  expect(faults).toEqual({
    name: { code: 'required' },
    baseUrl: { code: 'required' },
    providerModel: { code: 'required' },
  });
});

test('a filled form is a model, with nothing said about the rest', () => {
  const { input } = readDraft(filled());
  expect(input).toMatchObject({ name: 'Heron', organisation: null, weight: 1, dailyCapUsd: null });
  expect(input?.settings.temperature).toBeNull();
  expect(input).not.toHaveProperty('apiKey');
});

test('a model found on this machine can be saved as it comes', () => {
  expect(readDraft(draftOfDiscovered('http://127.0.0.1:11434/v1', 'llama3.2')).input).toMatchObject({ concurrency: 1 });
});

test.each([
  ['settings.temperature', { temperature: '2.5' }, { code: 'too-large', limit: 2 }],
  ['settings.maxOutputTokens', { maxOutputTokens: '0' }, { code: 'too-small', limit: 1 }],
  ['concurrency', { concurrency: '1.5' }, { code: 'not-whole' }],
  ['weight', { weight: 'much' }, { code: 'no-number' }],
  ['weight', { weight: '' }, { code: 'required' }],
  ['baseUrl', { baseUrl: 'ftp://example.org' }, { code: 'no-address' }],
  ['link', { link: 'javascript:alert(1)' }, { code: 'no-address' }],
  ['name', { name: 'x'.repeat(121) }, { code: 'too-long', limit: 120 }],
] as const)('a fault stands at its field: %s', (path, changes, fault) => {
  expect(readDraft(filled(changes)).faults).toEqual({ [path]: fault });
});

test('a key is kept, replaced or removed', () => {
  expect(readDraft(filled({ key: { kind: 'remove' } })).input?.apiKey).toBeNull();
  expect(readDraft(filled({ key: { kind: 'replace', text: ' k-1 ' } })).input?.apiKey).toBe('k-1');
  expect(readDraft(filled({ key: { kind: 'replace', text: '  ' } })).input).not.toHaveProperty('apiKey');
});

test('a stored model goes through the form unchanged, and its key stays where it is', () => {
  const model = anAdminModel();
  const { input } = readDraft(draftOf(model));
  const { name, baseUrl, settings, aliases, weight } = model;
  expect(input).toMatchObject({ name, baseUrl, settings, aliases, weight });
  expect(input).not.toHaveProperty('apiKey');
});

test.prop([fc.string(), fc.string(), fc.string()])('no typed text makes it fail', (name, weight, baseUrl) => {
  const reading = readDraft(filled({ name, weight, baseUrl }));
  expect((reading.input === null) !== (reading.faults === null)).toBe(true);
});

test('a form equal to what was stored has nothing to lose', () => {
  expect(isSameDraft(filled(), filled())).toBe(true);
  expect(isSameDraft(filled(), filled({ aliases: ['bird'] }))).toBe(false);
});
