import { expect, test } from 'vitest';
import { html } from './html.ts';
import { markedVerdict } from './marked-verdict.ts';

test('names in a verdict are isolated, the longest that fits', () => {
  const verdict = {
    kind: 'tied-top',
    models: ['opal', 'opal-2'],
    votesNeeded: 9,
    text: 'opal-2, opal: tied.',
  } as const;
  expect(html`${markedVerdict(verdict)}`.markup).toBe(
    '<bdi class="model short">opal-2</bdi>, <bdi class="model short">opal</bdi>: tied.',
  );
});
