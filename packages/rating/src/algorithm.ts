/**
 * Version of what this library computes. It changes when the same votes would give other bits, and never otherwise: a snapshot
 * names it so that others know which code repeats it.
 */
export const ALGORITHM = 'agon-rating/1';

/** Rating points for one unit of log-odds: 400/ln 10, so that 400 points are a factor of ten in the odds. */
export const POINTS = 173.71779276130073;
