import { type Board, type BoardControl, type BoardModel, type BoardPair, boardSpecSchema } from '@agon/boards';

export interface BoardRecipe {
  readonly models?: number | readonly string[];
  readonly votes?: number;
  readonly controls?: boolean;
  readonly isRated?: boolean;
  readonly seed?: number;
  /** Sets any field after everything else is made. */
  readonly change?: Partial<Board>;
}

/** A board as the votes of a lively arena would make it, from a seed: the same recipe gives the same board. */
export function aBoard(recipe: BoardRecipe = {}): Board {
  const { models = 8, votes = 20_000, controls = false, isRated = true, seed = 1, change = {} } = recipe;
  const names = typeof models === 'number' ? modelNames(models) : models;
  const random = seeded(seed);
  const rated = isRated ? ratedRows(names, votes, random) : unratedRows(names, random);
  const unconnected = isRated && names.length > 10 ? unratedRows(['islet-1b-base', 'islet-3b-base'], random) : [];
  const used = Math.round(rated.reduce((sum, model) => sum + model.votes, 0) / 2);
  const tied = rated.filter((model) => model.rank?.[0] === 1).map(({ model }) => model);
  return {
    format: 'agon-board/1',
    algorithm: '1.0.0',
    spec: boardSpecSchema.parse(controls ? { ties: 'davidson', controls: [{ name: 'length' }, { name: 'bold' }] } : {}),
    votes: {
      read: used + 412 + 96,
      used: isRated ? used : 0,
      rejected: { filtered: isRated ? 412 : used + 412, 'same-model': 96, 'no-outcome': 0 },
      voters: Math.round(used / 14),
      effectiveVoters: used / 52.3,
      largestVoterShare: 0.0213,
    },
    fit: { iterations: 6, gradientNorm: 3.1e-12, logLikelihood: -0.61 * used, components: isRated ? 1 : names.length },
    interval: { method: 'clustered', clusters: Math.round(used / 14), by: ['voter'] },
    models: [...rated, ...unconnected],
    controls: controls ? someControls : [],
    ties: {
      model: controls ? 'davidson' : 'half',
      counts: outcomeCounts(used),
      parameter: controls ? 0.4127 : null,
      stdErr: controls ? 0.0163 : null,
      badLevel: null,
    },
    position: {
      shareA: 0.5142,
      coefficient: controls ? 0.0568 : null,
      stdErr: controls ? 0.0142 : null,
      lower: controls ? 0.029 : null,
      upper: controls ? 0.0846 : null,
      points: controls ? 9.87 : null,
    },
    verdict: verdictOf(tied),
    warnings: names.length > 10 ? ['2 models are not connected to the rest and have no rating.'] : [],
    ...change,
  };
}

/** The pairs that met on a board: votes around what its ratings predict, one pair in twelve not having met. */
export function somePairs(board: Board, seed = 2): BoardPair[] {
  const random = seeded(seed);
  const rated = board.models.filter((model) => model.rating !== null);
  const pairs: BoardPair[] = [];
  for (const [index, one] of rated.entries()) {
    for (const other of rated.slice(index + 1)) {
      if (random() < 1 / 12) continue;
      const votes = Math.max(3, Math.round((one.votes * other.votes) / (2 * board.votes.used)));
      const predicted = 1 / (1 + 10 ** (((other.rating ?? 0) - (one.rating ?? 0)) / 400));
      const wave = normal(random) * Math.sqrt((0.8 * predicted * (1 - predicted)) / votes);
      const surprise = random() < 0.01 ? 0.22 : 0;
      const score = Math.min(0.99, Math.max(0.01, predicted + wave + surprise));
      const ties = Math.round(votes * 0.2 * (1 - Math.abs(2 * score - 1)));
      const bothBad = Math.round(ties / 2);
      const winsA = Math.max(0, Math.min(votes - ties - bothBad, Math.round(votes * score - (ties + bothBad) / 2)));
      const winsB = votes - ties - bothBad - winsA;
      const observed = (winsA + (ties + bothBad) / 2) / votes;
      pairs.push({ a: one.model, b: other.model, votes, winsA, winsB, ties, bothBad, observed, predicted });
    }
  }
  return pairs;
}

/** Uniform numbers in [0, 1) from a seed (mulberry32): integer arithmetic only, so equal everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function normal(random: () => number): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += random();
  return sum;
}

const families = ['aurora', 'heron', 'basalt', 'quill', 'meridian', 'larch', 'cobalt', 'sparrow', 'tundra', 'opal'];
const sizes = ['large', '70b-instruct', 'mini', '8b-chat', 'pro-2026-02', 'flash', 'preview', '32b-thinking'];

function modelNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const [family = '', size = ''] = [families[index % 10], sizes[(index * 3 + Math.floor(index / 10)) % 8]];
    return `${family}-${1 + (Math.floor(index / 10) % 20)}-${size}`;
  });
}

function ratedRows(names: readonly string[], votes: number, random: () => number): BoardModel[] {
  const rows = names.map((model) => {
    const share = Math.max(60, Math.round(((2 * votes) / names.length) * (0.3 + 1.4 * random())));
    return { model, rating: 1000 + 85 * normal(random), stdErr: 430 / Math.sqrt(share), votes: share };
  });
  rows.sort((a, b) => b.rating - a.rating);
  return rows.map((row) => {
    const apart = (other: (typeof rows)[number]) =>
      Math.abs(row.rating - other.rating) > 1.96 * Math.hypot(row.stdErr, other.stdErr);
    const above = rows.filter((other) => other.rating > row.rating && apart(other)).length;
    const below = rows.filter((other) => other.rating < row.rating && apart(other)).length;
    const half = 1.96 * row.stdErr;
    const rank: [number, number] = [1 + above, rows.length - below];
    return { ...row, lower: row.rating - half, upper: row.rating + half, rank };
  });
}

function unratedRows(names: readonly string[], random: () => number): BoardModel[] {
  const none = { rating: null, stdErr: null, lower: null, upper: null, rank: null };
  return names.map((model) => ({
    model,
    ...none,
    votes: Math.round(random() * 20),
    reason: 'never compared with the rest',
  }));
}

function outcomeCounts(used: number): Board['ties']['counts'] {
  const [a, tie, bothBad] = [Math.round(used * 0.41), Math.round(used * 0.13), Math.round(used * 0.07)];
  return { a, b: used - a - tie - bothBad, tie, both_bad: bothBad };
}

const someControls: readonly BoardControl[] = [
  { name: 'length', coefficient: 0.2486, stdErr: 0.0112, lower: 0.2266, upper: 0.2706, points: 43.18, scale: 0.31 },
  { name: 'bold', coefficient: -0.0123, stdErr: 0.0131, lower: -0.038, upper: 0.0134, points: -2.14, scale: 0.44 },
];

function verdictOf(tied: readonly string[]): Board['verdict'] {
  const [first] = tied;
  if (first === undefined)
    return { kind: 'not-comparable', models: [], votesNeeded: null, text: 'The votes do not connect any two models.' };
  if (tied.length === 1)
    return { kind: 'clear-winner', models: tied, votesNeeded: 0, text: `${first} is the clear winner.` };
  const text = `${tied.length} models are tied at the top: ${tied.join(', ')}.`;
  return { kind: 'tied-top', models: tied, votesNeeded: 8400, text };
}
