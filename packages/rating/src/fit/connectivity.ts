import type { Design } from '../design/design.ts';

/** Who has beaten (or tied with) whom: for each node the nodes that it has scored against. */
export type ScoreGraph = readonly (readonly number[])[];

/**
 * The graph whose strong connection decides whether finite ratings exist (Ford 1957; Hunter 2004): an edge i → j where i has
 * scored against j; a tie is an edge both ways. With `ground`, one more node stands for "bad" (the last number): both-bad is its
 * win over both models, any other outcome is a win of the models that were not found bad. `counts` takes the place of the design's
 * counts: an observation that a resample left out says nothing.
 */
export function scoreGraph(
  design: Design,
  options: { readonly ground: boolean; readonly counts?: Float64Array },
): ScoreGraph {
  const { models, first, second, start, outcome } = design;
  const edges: Set<number>[] = Array.from({ length: models + (options.ground ? 1 : 0) }, () => new Set());
  for (let pair = 0; pair < first.length; pair++) {
    const i = first[pair];
    const j = second[pair];
    for (let o = start[pair]; o < start[pair + 1]; o++) {
      if (options.counts?.[o] === 0) continue;
      const seen = outcome[o];
      if (options.ground && seen === 3) {
        edges[models].add(i).add(j);
        continue;
      }
      if (seen !== 1) addEdges(edges[i], j, options.ground ? models : j);
      if (seen !== 0) addEdges(edges[j], i, options.ground ? models : i);
    }
  }
  return edges.map((set) => [...set].sort((a, b) => a - b));
}

function addEdges(from: Set<number>, opponent: number, ground: number): void {
  from.add(opponent).add(ground);
}

/**
 * Strongly connected components (Tarjan 1972, without recursion), each ascending, the list ordered by size and then by first
 * node. O(nodes + edges).
 */
export function strongComponents(graph: ScoreGraph): number[][] {
  const index = new Int32Array(graph.length).fill(-1);
  const low = new Int32Array(graph.length);
  const isOpen = new Uint8Array(graph.length);
  const open: number[] = [];
  const components: number[][] = [];
  let visited = 0;
  for (let root = 0; root < graph.length; root++) {
    if (index[root] >= 0) continue;
    const path: { node: number; next: number }[] = [{ node: root, next: 0 }];
    while (path.length > 0) {
      const frame = path[path.length - 1];
      const { node } = frame;
      if (frame.next === 0) {
        index[node] = low[node] = visited++;
        open.push(node);
        isOpen[node] = 1;
      }
      const child = graph[node][frame.next++];
      if (child === undefined) {
        path.pop();
        const parent = path[path.length - 1];
        if (parent !== undefined) low[parent.node] = Math.min(low[parent.node], low[node]);
        if (low[node] === index[node]) components.push(closeComponent(node, open, isOpen));
      } else if (index[child] < 0) {
        path.push({ node: child, next: 0 });
      } else if (isOpen[child] === 1) {
        low[node] = Math.min(low[node], index[child]);
      }
    }
  }
  return components.sort((a, b) => b.length - a.length || a[0] - b[0]);
}

function closeComponent(root: number, open: number[], isOpen: Uint8Array): number[] {
  const from = open.lastIndexOf(root);
  const component = open.splice(from);
  for (const node of component) isOpen[node] = 0;
  return component.sort((a, b) => a - b);
}

/** Nodes that can be reached from `from` along the edges, itself included. */
export function reachable(graph: ScoreGraph, from: number): Uint8Array {
  const seen = new Uint8Array(graph.length);
  const queue = [from];
  seen[from] = 1;
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const next of graph[node]) {
      if (seen[next] === 0) {
        seen[next] = 1;
        queue.push(next);
      }
    }
  }
  return seen;
}
