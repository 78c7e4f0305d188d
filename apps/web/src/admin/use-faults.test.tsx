// @vitest-environment jsdom
import { ArenaRefused, ArenaUnreachable } from '@agon/api/client';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { admin } from '../messages/en/admin.ts';
import { addMessages, createMessages } from '../messages/messages.ts';
import type { FieldFaults } from './fields.ts';
import { type FormMessages, useFaults } from './use-faults.ts';

const paths = ['name', 'settings.temperature'];

beforeEach(() => void vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
afterEach(() => void vi.unstubAllGlobals());

async function messagesFor(faults: FieldFaults | null, error: unknown = null): Promise<FormMessages> {
  const words = createMessages();
  addMessages(words, 'admin', admin);
  let latest: FormMessages | null = null;
  function Probe() {
    latest = useFaults(faults, error, paths);
    return null;
  }
  const root = createRoot(document.createElement('div'));
  await act(async () =>
    root.render(
      <I18nextProvider i18n={words}>
        <Probe />
      </I18nextProvider>,
    ),
  );
  await act(async () => root.unmount());
  if (latest === null) throw new Error('The probe was not rendered.');
  return latest;
}

function refused(code: 'invalid-request' | 'model-exists' | 'address-refused', field?: string): ArenaRefused {
  const type = `/problems/${code}`;
  return new ArenaRefused({ type, code, title: code, status: 400, detail: 'The detail.', ...(field && { field }) });
}

test('a fault of the form is told at its field with its limit', async () => {
  const { at, overall } = await messagesFor({ 'settings.temperature': { code: 'too-large', limit: 2 } });
  expect(at('settings.temperature')).toBe('At most 2.');
  expect(at('name')).toBeUndefined();
  expect(overall).toBeNull();
});

test('what the arena says of a field stands at that field', async () => {
  const { at, overall } = await messagesFor(null, refused('invalid-request', 'settings.temperature'));
  expect(at('settings.temperature')).toBe('The detail.');
  expect(overall).toBeNull();
});

test('what it says of a field that the form lacks stands over the form', async () => {
  expect((await messagesFor(null, refused('invalid-request', 'settings.future'))).overall).toBe('The detail.');
});

test('a name that is taken is told at the name', async () => {
  expect((await messagesFor(null, refused('model-exists'))).at('name')).toContain('exists already');
});

test('a refused address comes with the line to write into the configuration', async () => {
  expect((await messagesFor(null, refused('address-refused'))).overall).toContain('The detail.');
});

test('an arena that cannot be reached is told over the form', async () => {
  expect((await messagesFor(null, new ArenaUnreachable('gone'))).overall).toContain('cannot be reached');
});
