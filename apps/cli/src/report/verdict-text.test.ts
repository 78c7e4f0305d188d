import { expect, test } from 'vitest';
import { html } from './html.ts';
import { verdictText } from './verdict-text.ts';

test('names in a verdict are isolated, the longest that fits', () => {
  const verdict = {
    kind: 'tied-top',
    models: ['opal', 'opal-2'],
    votesNeeded: 9,
    text: 'opal-2, opal: tied.',
  } as const;
  expect(html`${verdictText(verdict)}`.markup).toBe(
    '<bdi class="model short">opal-2</bdi>, <bdi class="model short">opal</bdi>: tied.',
  );
});
