/** Topological order of a graph given as two parallel lists of edge ends, or one circle in it; linear in nodes and edges. */

export type SortedGraph =
  | {
      readonly ok: true;
      /** Every node, predecessors first. */
      readonly order: Int32Array;
      /** Edges by the node they leave: those of node n stand at `edges[starts[n]]` up to, not including, `edges[starts[n + 1]]`. */
      readonly starts: Int32Array;
      readonly edges: Int32Array;
    }
  /** Nodes of one circle in the direction of its edges from its lowest number; the first follows the last. */
  | { readonly ok: false; readonly circle: readonly number[] };

/** One end of every edge. */
type Ends = readonly number[] | Int32Array;

/** `from[i]` goes before `to[i]`; nodes are 0 to `size` − 1. */
export function sortGraph(size: number, from: Ends, to: Ends): SortedGraph {
  const starts = new Int32Array(size + 1);
  const waiting = new Int32Array(size);
  for (let edge = 0; edge < from.length; edge += 1) {
    const behind = (from[edge] as number) + 1;
    starts[behind] = (starts[behind] as number) + 1;
  }
  for (let node = 0; node < size; node += 1) starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number);
  const next = starts.slice(0, size);
  const edges = new Int32Array(to.length);
  for (let edge = 0; edge < to.length; edge += 1) {
    const source = from[edge] as number;
    const target = to[edge] as number;
    edges[next[source] as number] = edge;
    next[source] = (next[source] as number) + 1;
    waiting[target] = (waiting[target] as number) + 1;
  }
  const order = new Int32Array(size);
  let settled = 0;
  for (let node = 0; node < size; node += 1) if (waiting[node] === 0) order[settled++] = node;
  for (let at = 0; at < settled; at += 1) {
    const node = order[at] as number;
    for (let place = starts[node] as number; place < (starts[node + 1] as number); place += 1) {
      const target = to[edges[place] as number] as number;
      const left = (waiting[target] as number) - 1;
      waiting[target] = left;
      if (left === 0) order[settled++] = target;
    }
  }
  return settled === size ? { ok: true, order, starts, edges } : { ok: false, circle: circleAmong(waiting, from, to) };
}

/** Every node still waiting has a predecessor still waiting: walking back must meet itself. */
function circleAmong(waiting: Int32Array, from: Ends, to: Ends): readonly number[] {
  const before = new Int32Array(waiting.length).fill(-1);
  for (let edge = 0; edge < to.length; edge += 1) {
    const source = from[edge] as number;
    const target = to[edge] as number;
    if (waiting[source] !== 0 && waiting[target] !== 0 && before[target] === -1) before[target] = source;
  }
  const seenAt = new Map<number, number>();
  const walk: number[] = [];
  let node = waiting.findIndex(left => left > 0);
  while (!seenAt.has(node)) {
    seenAt.set(node, walk.length);
    walk.push(node);
    node = before[node] as number;
  }
  const circle = walk.slice(seenAt.get(node)).toReversed();
  const first = circle.indexOf(circle.reduce((a, b) => Math.min(a, b)));
  return [...circle.slice(first), ...circle.slice(0, first)];
}
