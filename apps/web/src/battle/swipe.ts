/** Where a finger was, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const shortestSwipe = 56;

/** Which way a finger went: a swipe is long enough and much more sideways than up or down, so that scrolling is none. */
export function swipeOf(from: Point, to: Point): 'towards-start' | 'towards-end' | null {
  const [across, down] = [to.x - from.x, to.y - from.y];
  if (Math.abs(across) < shortestSwipe || Math.abs(across) < 2 * Math.abs(down)) return null;
  return across > 0 ? 'towards-end' : 'towards-start';
}
