import type { Design } from '../design/design.ts';
import { NotConnected } from '../errors.ts';
import type { TieModel } from '../tie-models/tie-model.ts';
import { reachable, type ScoreGraph, scoreGraph, strongComponents } from './connectivity.ts';

/**
 * Why a model has no finite rating beside the rated ones: it was never beaten by them (nor by any model that they beat), it
 * never scored against them, or no chain of votes joins the two.
 */
export type ExclusionReason = 'unbeaten' | 'winless' | 'separate';

export interface Excluded {
  readonly model: string;
  readonly reason: ExclusionReason;
}

export interface RatedSet {
  /** Numbers of the rated models, ascending; null where all are rated. */
  readonly members: readonly number[] | null;
  readonly names: readonly string[];
  readonly excluded: readonly Excluded[];
  /** Strongly connected components of all models. */
  readonly components: number;
}

interface Question {
  /** Names by number. */
  readonly names: readonly string[];
  readonly tieModel: TieModel;
  readonly policy: 'error' | 'largest' | 'prior';
}

/**
 * Which models can be given finite ratings on one scale. With `largest`: the component of most models; among equals the one of
 * most votes, then the first by name.
 *
 * @throws {NotConnected}
 */
export function rateable(design: Design, { names, tieModel, policy }: Question): RatedSet {
  const hasGround = tieModel.predictors === 3;
  const graph = scoreGraph(design, { ground: hasGround });
  const ground = names.length;
  const withGround = strongComponents(graph);
  const components = withGround.map((set) => set.filter((node) => node !== ground)).filter((set) => set.length > 0);
  const everyone: RatedSet = { members: null, names, excluded: [], components: components.length };
  if (design.first.length === 0) throw new NotConnected([]);
  if (policy === 'prior') return everyone;
  const named = components.map((set) => set.map((node) => names[node]));
  if (withGround.length === 1) return everyone;
  // An absolute scale belongs to the models that are tied to its ground.
  const candidates = hasGround ? withGround.filter((set) => set.includes(ground)) : components;
  const members = mostVoted(candidates, design).filter((node) => node !== ground);
  if (policy === 'error' || members.length < 2) throw new NotConnected(named);
  return { ...everyone, members, names: members.map((node) => names[node]), excluded: explain(graph, members, names) };
}

/** Of the largest sets the one with most votes inside. */
function mostVoted(sets: readonly number[][], design: Design): number[] {
  const largest = sets.filter((set) => set.length === sets[0].length);
  if (largest.length === 1) return largest[0];
  const setOf = new Int32Array(design.models).fill(-1);
  largest.forEach((set, s) => {
    for (const node of set) setOf[node] = s;
  });
  const votes = new Float64Array(largest.length);
  for (let pair = 0; pair < design.first.length; pair++) {
    const s = setOf[design.first[pair]];
    if (s < 0 || s !== setOf[design.second[pair]]) continue;
    for (let o = design.start[pair]; o < design.start[pair + 1]; o++) votes[s] += design.count?.[o] ?? 1;
  }
  return largest[votes.indexOf(Math.max(...votes))];
}

function explain(graph: ScoreGraph, members: readonly number[], names: readonly string[]): Excluded[] {
  const reverse: number[][] = graph.map(() => []);
  graph.forEach((targets, node) => {
    for (const target of targets) reverse[target].push(node);
  });
  const below = reachable(graph, members[0]);
  const above = reachable(reverse, members[0]);
  const rated = new Set(members);
  return names.flatMap((model, node) => {
    if (rated.has(node)) return [];
    return [{ model, reason: above[node] === 1 ? 'unbeaten' : below[node] === 1 ? 'winless' : 'separate' }];
  });
}
