import { expect, test } from 'vitest';
import { inListOrder } from './model-order.ts';
import { anAdminModel } from './testing.ts';

test('who is drawn comes first, resting demo characters after all that may be drawn again', () => {
  const models = [
    anAdminModel({ name: 'demo', source: 'demo', drawn: false }),
    anAdminModel({ name: 'gone', state: 'retired', drawn: false }),
    anAdminModel({ name: 'paused', state: 'paused', drawn: false }),
    anAdminModel({ name: 'waiting', drawn: false }),
    anAdminModel({ name: 'first' }),
    anAdminModel({ name: 'second' }),
  ];
  expect(inListOrder(models).map(({ name }) => name)).toEqual(['first', 'second', 'waiting', 'paused', 'demo', 'gone']);
});

test('demo characters that are drawn come first too', () => {
  const models = [
    anAdminModel({ name: 'paused', state: 'paused', drawn: false }),
    anAdminModel({ name: 'demo', source: 'demo' }),
  ];
  expect(inListOrder(models).map(({ name }) => name)).toEqual(['demo', 'paused']);
});
