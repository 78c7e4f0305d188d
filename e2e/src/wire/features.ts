/** Words that reached the reader of a battle: when, and how many characters for each side. */
export interface Arrival {
  /** Milliseconds since the question was sent. */
  readonly at: number;
  readonly a: number;
  readonly b: number;
}

/** How the words of one side came in. */
interface Course {
  readonly first: number;
  readonly last: number;
  readonly events: number;
  readonly total: number;
  readonly mean: number;
  readonly spread: number;
  readonly longestGap: number;
}

/**
 * What a reader who times every byte could tell the sides apart by. Every feature changes its sign when the sides are swapped: differences
 * between the sides, and facts of the whole battle counted for the side with the longer answer ("long and late").
 */
export function featuresOf(arrivals: readonly Arrival[]): readonly number[] {
  const a = courseOf(arrivals.map(({ at, a }) => ({ at, size: a })));
  const b = courseOf(arrivals.map(({ at, b }) => ({ at, size: b })));
  const longer = Math.sign(a.total - b.total);
  const shorter = longer > 0 ? b : a;
  const tail = arrivals.filter(({ at }) => at > shorter.last);
  const tailCourse = courseOf(tail.map(({ at, a, b }) => ({ at, size: a + b })));
  const end = Math.max(a.last, b.last);
  const pace = shorter.total / Math.max(1, shorter.last - shorter.first);
  const tailPace = tailCourse.total / Math.max(1, end - shorter.last);
  const differences = (Object.keys(a) as (keyof Course)[]).map((key) => a[key] - b[key]);
  const ofLonger = [
    a.first,
    end,
    pace,
    tailPace,
    tailPace / Math.max(pace, 1e-9),
    tailCourse.longestGap,
    tailCourse.spread,
  ];
  return [...differences, longer, ...ofLonger.map((fact) => longer * fact)];
}

function courseOf(pieces: readonly { readonly at: number; readonly size: number }[]): Course {
  const shown = pieces.filter(({ size }) => size > 0);
  const times = shown.map(({ at }) => at);
  const total = shown.reduce((sum, { size }) => sum + size, 0);
  const mean = total / Math.max(1, shown.length);
  const variance = shown.reduce((sum, { size }) => sum + (size - mean) ** 2, 0) / Math.max(1, shown.length);
  const gaps = times.slice(1).map((at, k) => at - (times[k] ?? at));
  return {
    first: times[0] ?? 0,
    last: times.at(-1) ?? 0,
    events: shown.length,
    total,
    mean,
    spread: Math.sqrt(variance),
    longestGap: Math.max(0, ...gaps),
  };
}
