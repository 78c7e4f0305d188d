import { parseSpec } from '@agon/boards';
import { expect, test } from 'vitest';
import { needsFor } from './needs.ts';

test.each(['clustered', 'sandwich', 'model', 'bootstrap'])('who voted is read under %s intervals too', (method) => {
  expect(needsFor(parseSpec({ interval: { method } })).want.voter).toBe(true);
});
