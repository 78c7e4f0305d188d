import { expect, test } from 'vitest';
import { hasMaths, normaliseMaths } from './maths.ts';

test('all ways of writing maths become one', () => {
  expect(normaliseMaths('so $x^2$ holds')).toBe('so $$x^2$$ holds');
  expect(normaliseMaths('so \\(x^2\\) holds')).toBe('so $$x^2$$ holds');
  expect(normaliseMaths('\\[ x^2 \\]')).toBe('\n$$\nx^2\n$$\n');
  expect(normaliseMaths('$$\nx\n$$')).toBe('$$\nx\n$$');
});

test('two dollars that have their lines to themselves are display maths', () => {
  expect(normaliseMaths('$$x^2$$')).toBe('$$\nx^2\n$$');
  expect(normaliseMaths('So:\n  $$x$$\nand')).toBe('So:\n  $$\n  x\n  $$\nand');
  expect(normaliseMaths('$$\\begin{a}\n1\n\\end{a}$$')).toBe('$$\n\\begin{a}\n1\n\\end{a}\n$$');
  for (const text of ['so $$x$$ holds', '$$x$$ holds', '$$\na\n\nb\n$$']) expect(normaliseMaths(text)).toBe(text);
});

test('prices are no maths', () => {
  for (const text of ['from $5 to $10', 'US$5 and US$6', '$5-$10', 'cost: $ 5 $']) {
    expect(normaliseMaths(text)).toBe(text);
    expect(hasMaths(text)).toBe(false);
  }
});

test('code stays as it is', () => {
  for (const text of ['`$x$`', '```sh\necho $A$B\n```\n', '``a ` $x$``']) expect(normaliseMaths(text)).toBe(text);
  expect(normaliseMaths('`$a$` and $b$')).toBe('`$a$` and $$b$$');
});
