import { largestPair } from '../design/design.ts';
import type { Fit } from '../fit/fit.ts';
import type { Problem } from '../fit/problem.ts';

/**
 * The scores of single votes as sparse vectors over the parameters: a vote touches its two models, every covariate, and τ where
 * the tie model has one. One record an observation: the scores by δ, τ and level (64-bit numbers, as many as the tie model has),
 * the two models (32-bit), the covariates (32-bit floats).
 *
 * Clusters jump about in the observations, and a record far away costs more than all that is done with it. So where each
 * observation is a vote, records stand window by window of the members: they are written along some hundred lines at once, and
 * are read inside one window. Where equal votes are counted together there are few records, which need no order.
 */
export interface VoteScores {
  readonly problem: Problem;
  /** Observations, in the order in which their scores will be asked for. */
  readonly members: Uint32Array;
  readonly records: Records;
  /** The place of each observation's record in the window of its member; null: records stand in the order of observations. */
  readonly places: Uint16Array | null;
}

/** Records, seen as numbers of each kind; `stride` is the length of one in units of 8 bytes. */
export interface Records {
  readonly stride: number;
  readonly doubles: Float64Array;
  readonly floats: Float32Array;
  readonly integers: Uint32Array;
}

/**
 * Members of a window: their records fit into a processor's second cache. No power of two, or the places where the windows are
 * being written would all fall on the same few lines of it.
 */
const WINDOW = 4093;

/** Lays out the scores of a solved problem. O(observations + members). */
export function voteScores(fit: Fit, members: Uint32Array): VoteScores {
  const { problem, solution } = fit;
  const { design } = problem;
  const stride = solution.scores.length + 1 + Math.ceil(design.covariates.length / 2);
  const records = createRecords(design.outcome.length, stride);
  const places = design.count === null ? windowsOf(members) : null;
  const next = Uint32Array.from({ length: Math.ceil(members.length / WINDOW) }, (_, window) => window * WINDOW);
  const ofPair = createRecords(largestPair(design), stride);
  for (let pair = 0; pair < design.first.length; pair++) {
    const from = design.start[pair];
    const size = design.start[pair + 1] - from;
    fill(ofPair, fit, pair);
    if (places === null) records.doubles.set(ofPair.doubles.subarray(0, size * stride), from * stride);
    else dealOut(ofPair, records.doubles, next, places.subarray(from, from + size));
  }
  return { problem, members, records, places };
}

function createRecords(count: number, stride: number): Records {
  const doubles = new Float64Array(count * stride);
  return { stride, doubles, floats: new Float32Array(doubles.buffer), integers: new Uint32Array(doubles.buffer) };
}

/** For each observation the window that it is a member of. */
function windowsOf(members: Uint32Array): Uint16Array {
  const windows = new Uint16Array(members.length);
  for (let k = 0; k < members.length; k++) windows[members[k]] = k / WINDOW;
  return windows;
}

/** Writes the records of a pair one after the other. */
function fill({ stride, doubles, floats, integers }: Records, { problem, solution }: Fit, pair: number): void {
  const { first, second, start, covariates } = problem.design;
  const { scores } = solution;
  const from = start[pair];
  const size = start[pair + 1] - from;
  const models = 2 * scores.length;
  for (let p = 0; p < scores.length; p++) {
    const column = scores[p];
    for (let k = 0; k < size; k++) doubles[k * stride + p] = column[from + k];
  }
  for (let k = 0; k < size; k++) {
    integers[2 * k * stride + models] = first[pair];
    integers[2 * k * stride + models + 1] = second[pair];
  }
  for (let c = 0; c < covariates.length; c++) {
    const column = covariates[c];
    for (let k = 0; k < size; k++) floats[2 * k * stride + models + 2 + c] = column[from + k];
  }
}

/** Moves each record to the next free place of its window, and puts that place where the number of the window was. */
function dealOut({ stride, doubles }: Records, into: Float64Array, next: Uint32Array, places: Uint16Array): void {
  for (let k = 0, word = 0; k < places.length; k++) {
    const window = places[k];
    const record = next[window]++;
    places[k] = record - window * WINDOW;
    for (let at = record * stride, end = at + stride; at < end; at++) into[at] = doubles[word++];
  }
}

/** The records of members `start` to `end - 1`: that of member k is number `place[k - start]`. */
export interface ScoreWindow {
  readonly records: Records;
  readonly place: Uint32Array;
  start: number;
  end: number;
}

/** A window before the first member. */
export function createWindow({ records, places }: VoteScores): ScoreWindow {
  const near = places === null ? records : createRecords(WINDOW, records.stride);
  return { records: near, place: new Uint32Array(WINDOW), start: 0, end: 0 };
}

/** Moves a window on to the members after its last one. */
export function moveOn(window: ScoreWindow, { members, records, places }: VoteScores): void {
  const { place } = window;
  const start = window.end;
  const end = Math.min(start + WINDOW, members.length);
  if (places === null) {
    place.set(members.subarray(start, end));
  } else {
    for (let k = start; k < end; k++) place[k - start] = places[members[k]];
    // A copy from end to end brings the records near at the memory's full speed; one by one, each would be waited for.
    const { stride } = records;
    window.records.doubles.set(records.doubles.subarray(start * stride, end * stride));
  }
  window.start = start;
  window.end = end;
}
