import type { Seen } from './testing.ts';

/** What is known of one battle to a reader who times everything, and the truth to be guessed. */
export interface Sighting {
  /** Whether the longer answer was the fast model's. */
  readonly longerIsFast: boolean;
  /** The longer answer's timing against the common part, by name. */
  readonly clues: Readonly<Record<string, number>>;
}

type Ticks = Seen['a'];

/** How many thresholds are tried for each clue, evenly among the values that came up. */
const THRESHOLDS = 64;

/** Everything timing can say about the longer answer, whose tail is all that differs between the sides. */
export function clues({ a, b }: Seen): Readonly<Record<string, number>> {
  const [short, long] = unitsOf(a) < unitsOf(b) ? [a, b] : [b, a];
  const start = long[0]?.at ?? 0;
  const split = short.at(-1)?.at ?? start;
  const end = long.at(-1)?.at ?? start;
  const common = long.filter(({ at }) => at <= split);
  const tail = long.filter(({ at }) => at > split);
  const commonGaps = gaps(common);
  const tailGaps = gaps([...common.slice(-1), ...tail]);
  const commonPace = unitsOf(common) / Math.max(80, split - start);
  const tailPace = unitsOf(tail) / Math.max(80, end - split);
  return {
    start,
    end,
    common: split - start,
    commonPace,
    commonLongestGap: Math.max(0, ...commonGaps),
    commonSpread: spread(commonGaps),
    tailPace,
    tailLongestGap: Math.max(0, ...tailGaps),
    tailFirstGap: tailGaps[0] ?? 0,
    tailSpread: spread(tailGaps),
    paceRatio: tailPace / commonPace,
    timePerUnit: (end - start) / unitsOf(long),
    endPerUnit: end / unitsOf(long),
    endPerShortUnit: end / unitsOf(short),
  };
}

/** What the lengths alone say. */
export function lengths({ a, b }: Seen): Readonly<Record<string, number>> {
  const [short, long] = [Math.min(unitsOf(a), unitsOf(b)), Math.max(unitsOf(a), unitsOf(b))];
  return { short, long, ratio: short / long, difference: long - short };
}

/**
 * The share of guesses that are right in the second half of the sightings, by the clue and threshold that were best in the first half.
 */
export function bestGuess(sightings: readonly Sighting[]): number {
  const half = sightings.length / 2;
  const learned = sightings.slice(0, half);
  const names = Object.keys(sightings[0]?.clues ?? {});
  const rules = names.flatMap((name) => {
    const sorted = learned.map(({ clues: of }) => of[name] ?? 0).sort((one, other) => one - other);
    const values = [
      Number.NEGATIVE_INFINITY,
      ...sorted.filter((_, i) => i % Math.ceil(sorted.length / THRESHOLDS) === 0),
    ];
    return values.flatMap((threshold) => [true, false].map((above) => ({ name, threshold, above })));
  });
  const right = (rule: (typeof rules)[number], among: readonly Sighting[]) =>
    among.filter(
      ({ clues: of, longerIsFast }) => (of[rule.name] ?? 0) > rule.threshold === (rule.above === longerIsFast),
    ).length;
  let best = { right: -1, rule: rules[0] };
  for (const rule of rules) {
    const count = right(rule, learned);
    if (count > best.right) best = { right: count, rule };
  }
  return best.rule === undefined ? 0 : right(best.rule, sightings.slice(half)) / half;
}

function unitsOf(ticks: Ticks): number {
  return ticks.reduce((sum, { units }) => sum + units, 0);
}

function gaps(ticks: Ticks): readonly number[] {
  return ticks.slice(1).map(({ at }, i) => at - (ticks[i]?.at ?? at));
}

function spread(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
