import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { gallery } from '../messages/en/gallery.ts';
import { firstPicks, shufflePicks, themes } from './gallery-picks.ts';

test('every theme of the catalogue is shown, and no other', () => {
  expect([...themes].sort()).toEqual(Object.keys(gallery).sort());
});

test.prop([fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 6, maxLength: 6 })])(
  'shuffling changes the question of every theme',
  (draws) => {
    const rest = [...draws];
    const after = shufflePicks(firstPicks, () => rest.pop() ?? 0);
    for (const theme of themes) {
      expect(after[theme]).not.toBe(firstPicks[theme]);
      expect(gallery[theme][after[theme]]).toBeTruthy();
    }
  },
);
