// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeyAction } from './keys.ts';
import { useKeys } from './use-keys.ts';

let root: Root;
let page: HTMLElement;
let pressed: KeyAction[];

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  pressed = [];
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
  await act(async () => root.render(<Probe />));
});
afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
  vi.unstubAllGlobals();
});

function Probe() {
  useKeys((action) => {
    pressed.push(action);
    return true;
  }, true);
  return (
    <>
      <button type="button">here</button>
      <textarea />
      <div data-scrolls>
        <button type="button">scrolls</button>
      </div>
    </>
  );
}

function press(where: string, key: string, facts: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...facts });
  return page.querySelector(where)?.dispatchEvent(event) ?? true;
}

test('a key on the page acts, and its own effect is prevented', () => {
  expect(press('button', '1')).toBe(false);
  expect(pressed).toEqual(['vote-a']);
});

test('in a text box letters are text, and only Esc acts', () => {
  for (const key of ['1', 'b', 'r', '?', 'ArrowLeft']) press('textarea', key);
  expect(pressed).toEqual([]);
  press('textarea', 'Escape');
  expect(pressed).toEqual(['stop']);
});

test('with Ctrl, Alt or the command key nothing acts', () => {
  press('button', 'r', { ctrlKey: true });
  press('button', 'r', { metaKey: true });
  press('button', '1', { altKey: true });
  expect(pressed).toEqual([]);
});

test('with something written and not sent only Esc acts, wherever the focus is', () => {
  page.querySelector('textarea')?.setAttribute('data-draft', '');
  press('button', 'n');
  press('button', 'ArrowLeft');
  press('button', 'Escape');
  expect(pressed).toEqual(['stop']);
});

test('what scrolls sideways keeps its arrows', () => {
  press('[data-scrolls] button', 'ArrowRight');
  press('[data-scrolls] button', '2');
  expect(pressed).toEqual(['vote-b']);
});

test('an open dialog keeps all keys', () => {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('open', '');
  page.append(dialog);
  press('button', 'n');
  expect(pressed).toEqual([]);
});
