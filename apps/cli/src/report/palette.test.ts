import { expect, test } from 'vitest';
import { contrast, darkTheme, lightTheme, textOn, themeProperties } from './palette.ts';

test('black on white has a contrast of 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
});

test.each([
  ['light', lightTheme],
  ['dark', darkTheme],
] as const)('text of the %s theme reaches WCAG AA, marks are seen', (_, theme) => {
  for (const role of ['ink', 'quiet', 'accent', 'warning'] as const)
    for (const ground of ['paper', 'shade'] as const)
      expect(contrast(theme[role], theme[ground])).toBeGreaterThanOrEqual(4.5);
  for (const step of theme.diverging) expect(contrast(textOn(step), step)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(theme.mark, theme.shade)).toBeGreaterThanOrEqual(3);
  expect(themeProperties(theme)).not.toContain('undefined');
});
