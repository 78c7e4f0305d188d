import { show } from './arithmetic.ts';
import type { Skill } from './skill.ts';

interface Unit {
  readonly names: RegExp;
  readonly label: string;
  readonly kind: string;
  /** How many of the kind's base unit one is; temperatures have an offset as well. */
  readonly factor: number;
  readonly offset?: number;
}

const UNITS: readonly Unit[] = [
  { names: /^(km|kilomet(er|re)s?)$/i, label: 'km', kind: 'length', factor: 1000 },
  { names: /^(m|met(er|re)s?)$/i, label: 'm', kind: 'length', factor: 1 },
  { names: /^(cm|centimet(er|re)s?)$/i, label: 'cm', kind: 'length', factor: 0.01 },
  { names: /^(mm|millimet(er|re)s?)$/i, label: 'mm', kind: 'length', factor: 0.001 },
  { names: /^(mi|miles?)$/i, label: 'miles', kind: 'length', factor: 1609.344 },
  { names: /^(ft|feet|foot)$/i, label: 'feet', kind: 'length', factor: 0.3048 },
  { names: /^(in|inch|inches)$/i, label: 'inches', kind: 'length', factor: 0.0254 },
  { names: /^(yd|yards?)$/i, label: 'yards', kind: 'length', factor: 0.9144 },
  { names: /^(kg|kilos?|kilograms?)$/i, label: 'kg', kind: 'mass', factor: 1 },
  { names: /^(g|grams?)$/i, label: 'g', kind: 'mass', factor: 0.001 },
  { names: /^(lbs?|pounds?)$/i, label: 'pounds', kind: 'mass', factor: 0.45359237 },
  { names: /^(oz|ounces?)$/i, label: 'ounces', kind: 'mass', factor: 0.028349523125 },
  { names: /^(l|lit(er|re)s?)$/i, label: 'litres', kind: 'volume', factor: 1 },
  { names: /^(ml|millilit(er|re)s?)$/i, label: 'ml', kind: 'volume', factor: 0.001 },
  { names: /^(gal|gallons?)$/i, label: 'US gallons', kind: 'volume', factor: 3.785411784 },
  { names: /^(cups?)$/i, label: 'US cups', kind: 'volume', factor: 0.2365882365 },
  { names: /^(s|sec|seconds?)$/i, label: 'seconds', kind: 'time', factor: 1 },
  { names: /^(min|minutes?)$/i, label: 'minutes', kind: 'time', factor: 60 },
  { names: /^(h|hours?|hrs?)$/i, label: 'hours', kind: 'time', factor: 3600 },
  { names: /^(days?)$/i, label: 'days', kind: 'time', factor: 86_400 },
  { names: /^(weeks?)$/i, label: 'weeks', kind: 'time', factor: 604_800 },
  { names: /^(k|kelvins?)$/i, label: 'K', kind: 'temperature', factor: 1 },
  { names: /^(°?c|celsius)$/i, label: '°C', kind: 'temperature', factor: 1, offset: 273.15 },
  { names: /^(°?f|fahrenheit)$/i, label: '°F', kind: 'temperature', factor: 5 / 9, offset: 459.67 },
];

/** "10 miles in km", "convert 100 F to C", "how many feet are 3 metres". */
export const units: Skill = ({ text }) => {
  const found = parse(text);
  if (found === undefined) return undefined;
  const { amount, from, to } = found;
  const value = ((amount + (from.offset ?? 0)) * from.factor) / to.factor - (to.offset ?? 0);
  const left = `${show(amount)} ${from.label}`;
  return {
    title: `${left} in ${to.label}`,
    gist: `${left} = ${round(value)} ${to.label}.`,
    table: {
      head: [from.label, to.label],
      rows: [1, 5, 10, amount].map((n) => [
        show(n),
        round(((n + (from.offset ?? 0)) * from.factor) / to.factor - (to.offset ?? 0)),
      ]),
    },
    points: [
      { head: 'Kind', text: from.kind },
      { head: 'Exact', text: 'by the international definitions of both units' },
    ],
    wrong: { gist: `${left} = ${round(value * 1.1)} ${to.label}.` },
  };
};

function parse(text: string): { amount: number; from: Unit; to: Unit } | undefined {
  const plain = text.replace(/(\d),(?=\d{3}\b)/g, '$1');
  const forward = /(-?\d+(?:\.\d+)?)\s*(°?[a-z]+)\s+(?:in|to|into|as|equals?|is how many)\s+(°?[a-z]+)/i.exec(plain);
  const backward = /how many (°?[a-z]+)(?: are)?(?: there)?(?: in| is)?\s+(-?\d+(?:\.\d+)?|an?)\s*(°?[a-z]+)/i.exec(
    plain,
  );
  const [amount, from, to] = forward
    ? [forward[1], forward[2], forward[3]]
    : [backward?.[2], backward?.[3], backward?.[1]];
  const source = unit(from);
  const target = unit(to);
  if (source === undefined || target === undefined || source.kind !== target.kind) return undefined;
  return { amount: /^an?$/i.test(amount ?? '') ? 1 : Number(amount), from: source, to: target };
}

function unit(name: string | undefined): Unit | undefined {
  return UNITS.find(({ names }) => name !== undefined && names.test(name));
}

function round(value: number): string {
  return show(Number(value.toPrecision(6)));
}
