import { expect, test } from 'vitest';
import type { Example } from './examples.ts';
import { isAsShown, withOutputs } from './refresh.ts';

const shownAs = (text: string): Example => ({
  commands: [],
  output: { info: ['json'], lines: text.split('\n'), at: 0 },
});

test('numbers of a JSON document may differ in their last digits, other values not at all', () => {
  expect(isAsShown(shownAs('{ "a": 1.00000001 }'), ['{ "a": 1 }'])).toBe(true);
  expect(isAsShown(shownAs('{ "a": "x" }'), ['{ "a": "y" }'])).toBe(false);
  expect(isAsShown(shownAs('{ "a": 1, "b": 2 }'), ['{ "a": 1 }'])).toBe(false);
});

test('"…" stands for any value, but not for a field that is missing', () => {
  expect(isAsShown(shownAs('{ "a": "…" }'), ['{ "a": { "b": [1] } }'])).toBe(true);
  expect(isAsShown(shownAs('{ "a": "…" }'), ['{ "b": 1 }'])).toBe(false);
});

test('a document that is written anew leaves out what the page left out', () => {
  const text = '```json\n{ "id": "…", "n": 1 }\n```';
  const example: Example = { commands: [], output: { info: ['json'], lines: ['{ "id": "…", "n": 1 }'], at: 0 } };
  expect(withOutputs({ path: 'a.md', text }, [{ example, lines: ['{"id":"7","n":2}'] }])).toBe(
    '```json\n{\n  "id": "…",\n  "n": 2\n}\n```',
  );
});
