import { expect, test } from 'vitest';
import { codeSpans, fences, firstCells } from './testing/markdown.ts';
import { page, pages } from './testing/pages.ts';
import { commandOptions } from './testing/program.ts';

const commands = commandOptions();
const everyCommand = ['--help', '--version'];

test('commands.md has a section for each command', () => {
  const sections = page('docs/commands.md').text.match(/(?<=^## agon )[\w-]+$/gm);
  expect(sections?.toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
});

test.each(commands)('the section of agon $name lists exactly its options', ({ name, options }) => {
  const [, section = ''] = page('docs/commands.md').text.split(`\n## agon ${name}\n`);
  const cells = firstCells(section.split('\n## ')[0] ?? '', 'option');
  expect(cells.map((cell) => cell.split(' ')[0]).toSorted()).toEqual(options.toSorted());
});

test.each(pages())('$path: each option is one of the command that it stands with', ({ path, text }) => {
  const lines = fences(text).flatMap(({ info, lines }) =>
    info[0] === 'sh' ? lines.join('\n').replaceAll('\\\n', ' ') : [],
  );
  const wrong = [...lines.flatMap((block) => block.split('\n')), ...codeSpans(text)].flatMap(strangers);
  expect(wrong, path).toEqual([]);
});

test.each(pages())('$path: an option that stands alone is one of agon', ({ path, text }) => {
  const known = [...everyCommand, ...commands.flatMap(({ options }) => options)];
  const named = codeSpans(text).flatMap((span) => /^--[a-z][a-z-]*/.exec(span)?.[0] ?? []);
  expect(
    named.filter((option) => !known.includes(option)),
    path,
  ).toEqual([]);
});

/** Commands and options in a command line that agon does not have. */
function strangers(line: string): string[] {
  return [...line.matchAll(/(?:^|\s)agon (?:help )?([a-z][a-z-]*)([^|]*)/g)].flatMap(([, name = '', rest = '']) => {
    const command = commands.find((known) => known.name === name);
    if (command === undefined) return name === 'help' ? [] : [`agon ${name}`];
    const used = rest.match(/(?<=\s)--[a-z][a-z-]*/g) ?? [];
    return used
      .filter((option) => ![...command.options, ...everyCommand].includes(option))
      .map((option) => `agon ${name} ${option}`);
  });
}
