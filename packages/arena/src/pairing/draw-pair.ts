import { InvalidInput, NoDrawableWeight, NotEnoughModels } from '../errors.ts';
import { type Candidate, checkCandidates } from './candidates.ts';
import { POLICY_VERSION, type Policy, scaled } from './policies.ts';
import { traceDrops } from './trace-drop.ts';

export interface DrawOptions {
  readonly candidates: readonly Candidate[];
  readonly policy: Policy;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** Who answers on which side. */
export interface Draw {
  readonly a: string;
  readonly b: string;
  /** Of exactly this draw: these two models on these sides. */
  readonly probability: number;
  readonly policy: DrawnPolicy;
}

/** What the draw followed, for the record. */
export interface DrawnPolicy {
  readonly name: Policy['name'];
  readonly version: number;
  /** The share of uniform draws; 1 where the policy was uniform, or had no fit yet. */
  readonly floor: number;
  /** Models that could be drawn. */
  readonly able: number;
}

/** Two models in the order of sides, with the probability of drawing them so. */
export interface PairProbability {
  readonly a: string;
  readonly b: string;
  readonly probability: number;
}

const DEFAULT_FLOOR = 0.2;

/**
 * Draws the two models of a battle, and their sides. Cost: O(M²) for M models, O(M³) with a fit.
 *
 * @throws {NotEnoughModels} fewer than two candidates can serve
 * @throws {NoDrawableWeight} by weight, fewer than two of them weigh anything
 * @throws {InvalidInput} a candidate, a floor or a covariance that cannot be
 */
export function drawPair({ candidates, policy, random }: DrawOptions): Draw {
  const pairs = pairProbabilities(candidates, policy);
  const able = candidates.filter(({ canServe }) => canServe).length;
  const chosen = pick(pairs, random());
  return { ...chosen, policy: { name: policy.name, version: POLICY_VERSION, floor: floorOf(policy), able } };
}

/**
 * The probabilities of all ordered pairs that can be drawn; they sum to 1. Throws like {@link drawPair}.
 *
 * @example pairProbabilities([{ id: 'x', weight: 1, canServe: true }, { id: 'y', weight: 1, canServe: true }], { name: 'uniform' }).length // 2
 */
export function pairProbabilities(candidates: readonly Candidate[], policy: Policy): readonly PairProbability[] {
  checkCandidates(candidates);
  const able = candidates.filter(({ canServe }) => canServe);
  if (able.length < 2) throw new NotEnoughModels(able.length, candidates.length);
  const pairs = pairsOf(policy.name === 'weighted' ? able.filter(({ weight }) => weight > 0) : able);
  if (pairs.length === 0) throw new NoDrawableWeight(able.length);
  const floor = floorOf(policy);
  const shares = sharesOf(pairs, policy);
  return pairs.flatMap(([one, other], k) => {
    // Either model is on either side with equal chances.
    const probability = ((1 - floor) * (shares[k] ?? 0) + floor / pairs.length) / 2;
    if (probability === 0) return [];
    return [
      { a: one.id, b: other.id, probability },
      { a: other.id, b: one.id, probability },
    ];
  });
}

type Pair = readonly [Candidate, Candidate];

function pairsOf(candidates: readonly Candidate[]): readonly Pair[] {
  return candidates.flatMap((one, i) => candidates.slice(i + 1).map((other) => [one, other] as const));
}

/** The share of each pair in the draws that are not uniform; they sum to 1. */
function sharesOf(pairs: readonly Pair[], policy: Policy): readonly number[] {
  if (policy.name === 'weighted') return byWeight(pairs);
  if (policy.name === 'active' && policy.knowledge !== null) {
    const drop = traceDrops(policy.knowledge);
    const drops = pairs.map(([one, other]) => drop(one.id, other.id));
    return normalised(drops) ?? evenly(pairs.length);
  }
  return evenly(pairs.length);
}

function byWeight(pairs: readonly Pair[]): readonly number[] {
  const heaviest = Math.max(...pairs.flatMap(([one, other]) => [one.weight, other.weight]));
  // Scaled first: the product of two very large or very small weights would be Infinity or 0.
  const shares = normalised(pairs.map(([one, other]) => (one.weight / heaviest) * (other.weight / heaviest)));
  return shares ?? evenly(pairs.length);
}

function evenly(count: number): readonly number[] {
  return Array.from({ length: count }, () => 1 / count);
}

function normalised(values: readonly number[]): readonly number[] | null {
  const whole = scaled(values);
  const sum = whole.reduce((total, value) => total + value, 0);
  return sum > 0 ? whole.map((value) => value / sum) : null;
}

function floorOf(policy: Policy): number {
  if (policy.name === 'uniform') return 1;
  if (policy.name === 'weighted') return weightedFloor(policy.floor ?? 0);
  const floor = policy.floor ?? DEFAULT_FLOOR;
  if (!(floor > 0 && floor <= 1)) throw new InvalidInput('policy.floor', floor, 'above 0 and at most 1');
  return policy.knowledge === null ? 1 : floor;
}

function weightedFloor(floor: number): number {
  if (!(floor >= 0 && floor <= 1)) throw new InvalidInput('policy.floor', floor, 'from 0 to 1');
  return floor;
}

function pick(pairs: readonly PairProbability[], random: number): PairProbability {
  if (!(random >= 0 && random < 1)) throw new InvalidInput('random()', random, 'in [0, 1)');
  let left = random;
  for (const pair of pairs) {
    left -= pair.probability;
    if (left < 0) return pair;
  }
  // The probabilities may sum to a last bit under 1.
  const last = pairs.at(-1);
  if (last === undefined) throw new NotEnoughModels(0, 0);
  return last;
}
