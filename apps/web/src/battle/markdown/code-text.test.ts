import { expect, test } from 'vitest';
import { codeTextOf } from './code-text.ts';
import type { HastElement } from './hast.ts';

function pre(...children: HastElement['children']): HastElement {
  return { type: 'element', tagName: 'pre', properties: {}, children };
}

test('the language is what the fence named', () => {
  const code = {
    type: 'element',
    tagName: 'code',
    properties: { className: ['language-Python'] },
    children: [{ type: 'text', value: 'x = 1\n' }],
  } as const;
  expect(
    codeTextOf(pre({ ...code, properties: { className: ['language-Python'] }, children: [...code.children] })),
  ).toEqual({
    code: 'x = 1',
    language: 'python',
  });
});

test('what is no code is left alone', () => {
  expect(codeTextOf(pre({ type: 'text', value: 'x' }))).toBeNull();
  expect(codeTextOf(undefined)).toBeNull();
});
