import { expect, test } from 'vitest';
import { outsideAddress } from './outside-address.ts';

test('the host is what the browser would open, not what the text pretends', () => {
  expect(outsideAddress('https://bank.example@evil.example:8443/x')?.host).toBe('evil.example:8443');
  expect(outsideAddress('https://аpple.com/')?.host).toBe('xn--pple-43d.com');
});

test('mail is named by its recipient', () => {
  expect(outsideAddress('mailto:ann@example.org')).toEqual({
    href: 'mailto:ann@example.org',
    kind: 'mail',
    host: 'ann@example.org',
  });
});

test('what is relative, unsafe or no address is not opened', () => {
  for (const href of [
    undefined,
    '',
    '/admin',
    '#x',
    '//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:x',
  ])
    expect(outsideAddress(href)).toBeNull();
});
