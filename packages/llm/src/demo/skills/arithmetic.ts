import { evaluate } from './expression.ts';
import type { Skill } from './skill.ts';

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(\d),(?=\d{3}\b)/g, '$1'],
  [/(\d+(?:\.\d+)?)\s*(?:%|percent) of\s*(\d+(?:\.\d+)?)/gi, '($1/100)*$2'],
  [/(?:square root of|sqrt)\s*\(?(\d+(?:\.\d+)?)\)?/gi, '$1^0.5'],
  [/\bsum of (\d[\d.]*) and (?=\d)/gi, '$1+'],
  [/\bproduct of (\d[\d.]*) and (?=\d)/gi, '$1*'],
  [/\bplus\b/gi, '+'],
  [/\bminus\b|−/gi, '-'],
  [/\btimes\b|\bmultiplied by\b|×|·|(?<=\d)\s*x\s*(?=\d)/gi, '*'],
  [/\bdivided by\b|÷/gi, '/'],
  [/\bto the power of\b|\*\*/gi, '^'],
  [/\bsquared\b|²/gi, '^2'],
  [/\bcubed\b|³/gi, '^3'],
];

/** Sums, products, powers, roots and percentages, in signs or in words. */
export const arithmetic: Skill = ({ text }) => {
  // A date is no difference.
  if (/\d{4}-\d{1,2}-\d{1,2}/.test(text)) return undefined;
  const plain = WORDS.reduce((rest, [pattern, sign]) => rest.replace(pattern, sign), text);
  const found = plain.match(/[-(\d][\d\s.+\-*/^()]*[\d)]/g)?.map((part) => part.trim()) ?? [];
  const expression = found.filter((part) => /[\d)]\s*[-+*/^]/.test(part)).sort((a, b) => b.length - a.length)[0];
  if (expression === undefined) return undefined;
  const value = evaluate(expression);
  if (value === undefined) return /\/\s*0(?![.\d])/.test(expression) ? divisionByZero : undefined;
  const shown = show(value);
  const off = show(value + (Number.isInteger(value) ? (Math.abs(value) > 50 ? 10 : 1) : 0.5));
  return {
    title: 'The calculation',
    gist: `${pretty(expression)} = ${shown}.`,
    maths: `${latex(expression)} = ${shown.replaceAll(',', '{,}')}`,
    points: [
      { head: 'Order', text: 'brackets first, then powers, then products, then sums' },
      { head: 'Result', text: shown },
      {
        head: 'Size check',
        text:
          Math.abs(value) < 1
            ? 'a fraction of one'
            : `about 10 to the power of ${Math.floor(Math.log10(Math.abs(value)))}`,
      },
    ],
    wrong: { gist: `${pretty(expression)} = ${off}.`, points: [{ head: 'Result', text: `${off}, exactly` }] },
  };
};

const divisionByZero = {
  title: 'Division by zero',
  gist: 'That divides by zero, which has no value.',
  points: [{ head: 'Why', text: 'no number times zero gives back what was divided' }],
  wrong: { gist: 'That is infinity, of course.' },
};

/** A number for people: thousands apart, at most six decimals. */
export function show(value: number): string {
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-6)) return value.toExponential(6);
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }).format(value);
}

function pretty(expression: string): string {
  return expression
    .replace(/\s+/g, '')
    .replace(/[+*/-]/g, (sign) => ` ${sign === '*' ? '×' : sign === '/' ? '÷' : sign} `)
    .trim();
}

function latex(expression: string): string {
  return expression
    .replace(/\s+/g, '')
    .replaceAll('*', ' \\times ')
    .replaceAll('/', ' \\div ')
    .replace(/\^([\d.]+)/g, '^{$1}');
}
