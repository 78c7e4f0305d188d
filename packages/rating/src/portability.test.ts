import { expect, test } from 'vitest';

declare global {
  interface ImportMeta {
    /** Vite's: the texts of the files that match, by path. */
    glob(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, string>;
  }
}

const everything = import.meta.glob('./**/*.ts', { query: '?raw', import: 'default', eager: true });
const sources = Object.entries(everything).filter(
  ([path]) => !path.endsWith('.test.ts') && !path.startsWith('./testing/'),
);

/** Of the platform's mathematics only what every engine must compute to the last bit, or does in fact. */
const EXACT = ['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'];
const CONSTANTS = ['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'];

/** What would make the same votes give other bits on another engine, or tie the library to one platform. */
function offences(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
  const functions = [...code.matchAll(/\bMath\s*\.\s*(\w+)/g)]
    .map(([, name]) => name)
    .filter((name) => ![...EXACT, ...CONSTANTS].includes(name))
    .map((name) => `Math.${name}`);
  const hidden = /\bMath\b(?!\s*\.)/.test(code) ? ['Math as a value'] : [];
  const powers = [...code.matchAll(/\*\*=?\s*([^\s;,)\]]+)/g)]
    .map(([, exponent]) => exponent)
    .filter((exponent) => !/^-?\d+$/.test(exponent))
    .map((exponent) => `** ${exponent}`);
  const clocks = [
    ...code.matchAll(/\b(Date|performance|process|crypto|globalThis|Intl)\b\s*[.(]|\.toLocale\w+|\.localeCompare/g),
  ].map(([found]) => found);
  const imports = [...code.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)]
    .map(([, path]) => path)
    .filter((path) => !path.startsWith('.'))
    .map((path) => `import of ${path}`);
  return [...functions, ...hidden, ...powers, ...clocks, ...imports];
}

test('each way of breaking the rule is seen', () => {
  expect(offences('const y = Math.exp(x) + Math . log(2);')).toEqual(['Math.exp', 'Math.log']);
  expect(offences('const { tanh } = Math;')).toEqual(['Math as a value']);
  expect(offences('a ** 0.5 + b ** n')).toEqual(['** 0.5', '** n']);
  expect(offences('Date.now(); new Date(); performance.now()')).toEqual(['Date.', 'Date(', 'performance.']);
  expect(offences("import { z } from 'zod'; import('node:fs')")).toEqual(['import of zod', 'import of node:fs']);
  expect(offences('// Math.exp\n/** Math.log */ const x = Math.sqrt(y) * Math.LOG2E + 2 ** 23;')).toEqual([]);
});

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(30);
  expect(sources.map(([path]) => path)).toContain('./fit/fit.ts');
});

test.each(sources)('%s computes the same bits on every engine and imports nothing from outside', (file, source) => {
  expect(offences(source)).toEqual([]);
  const paths = [...source.matchAll(/from '(\.[^']*)'/g)].map(([, path]) => path);
  const known = new Set(sources.map(([path]) => path));
  // An import of a test helper, or of a file outside the package, is not among the sources.
  for (const path of paths) expect(known).toContain(resolve(file, path));
});

/** './fit/fit.ts', '../votes.ts' → './votes.ts' */
function resolve(file: string, path: string): string {
  const folders = file.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}
