/** A plan as one graph: when each part may begin and when it has ended are nodes, whatever makes one wait for another is an edge with a lag. */
import { domainOrderId, lineId, nodeOf, taskId, type NodeId } from '../vocabulary/node.ts';
import type { Dependency } from './decomposed.ts';
import { sortGraph } from './sortGraph.ts';

export type NetworkLine = { readonly number: number; readonly parent?: number };
export type NetworkDomainOrder = { readonly line: number; readonly parent?: number | undefined };
export type NetworkTask = {
  readonly domainOrder: number;
  /** It takes a finished task back, and waits for nothing that its domain order or line waits for. */
  readonly undoes?: number | undefined;
};

/**
 * Lines, then domain orders, then tasks stand as two nodes each, their start and their end. When something waits for the
 * start of a line or a domain order, a third node for each of those tells when the first task in it starts.
 */
export type PlanNetwork = {
  readonly size: number;
  readonly firstDomainOrder: number;
  readonly firstTask: number;
  /** From here on a node takes the earliest of what leads to it; before, the latest. */
  readonly firstBegun: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Milliseconds that must pass along each edge. */
  readonly lags: Float64Array;
  /** Node of a part: where what waits for it looks (`released`), and where what it waits for leads (`waiting`). */
  readonly released: (id: NodeId, onStart: boolean) => number | undefined;
  readonly waiting: (id: NodeId) => number | undefined;
};

/** A network with every node behind its predecessors. */
export type SortedNetwork = PlanNetwork & {
  readonly order: Int32Array;
  readonly starts: Int32Array;
  readonly edges: Int32Array;
};

/** Domain orders and tasks are numbered as they stand, from 1; dependencies on lines that are not there are left out. */
export function planNetwork(
  lines: readonly NetworkLine[],
  domainOrders: readonly NetworkDomainOrder[],
  tasks: readonly NetworkTask[],
  dependencies: readonly Dependency[],
): PlanNetwork {
  const firstDomainOrder = lines.length * 2;
  const firstTask = firstDomainOrder + domainOrders.length * 2;
  const firstBegun = firstTask + tasks.length * 2;
  const lineAt = new Map(lines.map((line, index) => [line.number, index]));
  const isBegunAsked = dependencies.some(({ before, on }) => on === 'start' && !before.startsWith('T'));
  // Each part is joined to itself and to what is around it; there are never more edges than this.
  const most = lines.length * 5 + domainOrders.length * 6 + tasks.length * 4 + dependencies.length;
  const [from, to, lags] = [new Int32Array(most), new Int32Array(most), new Float64Array(most)];
  let edges = 0;
  const edge = (before: number, after: number, lag = 0): void => {
    from[edges] = before;
    to[edges] = after;
    lags[edges] = lag;
    edges += 1;
  };
  const domainOrderAt = (number: number): number => firstDomainOrder + (number - 1) * 2;
  const startOf = (id: NodeId): number | undefined => {
    const { kind, number } = nodeOf(id);
    if (kind === 'task') return firstTask + (number - 1) * 2;
    if (kind === 'domainOrder') return domainOrderAt(number);
    const line = lineAt.get(number);
    return line === undefined ? undefined : line * 2;
  };
  const begunOf = (start: number): number => firstBegun + start / 2;

  for (const [index, line] of lines.entries()) {
    edge(index * 2, index * 2 + 1);
    const parent = line.parent === undefined ? undefined : lineAt.get(line.parent);
    if (parent === undefined) continue;
    edge(parent * 2, index * 2);
    edge(index * 2 + 1, parent * 2 + 1);
  }
  let node = firstDomainOrder;
  for (const { line, parent } of domainOrders) {
    edge(node, node + 1);
    const around = lineAt.get(line);
    if (around !== undefined) {
      edge(around * 2, node);
      edge(node + 1, around * 2 + 1);
    }
    if (parent !== undefined) edge(node + 1, domainOrderAt(parent) + 1);
    node += 2;
  }
  for (const { domainOrder, undoes } of tasks) {
    const around = domainOrderAt(domainOrder);
    edge(node, node + 1);
    if (undoes === undefined) edge(around, node);
    edge(node + 1, around + 1);
    node += 2;
  }
  if (isBegunAsked) {
    const parentOf = (start: number): number | undefined => {
      const row = start < firstDomainOrder ? undefined : domainOrders[(start - firstDomainOrder) / 2];
      if (row?.parent !== undefined) return domainOrderAt(row.parent);
      const line = lineAt.get(row?.line ?? lines[start / 2]?.parent ?? 0);
      return line === undefined ? undefined : line * 2;
    };
    const hasTasks = new Uint8Array(firstTask / 2);
    for (const [index, { domainOrder }] of tasks.entries()) {
      edge(firstTask + index * 2, begunOf(domainOrderAt(domainOrder)));
      let up: number | undefined = domainOrderAt(domainOrder);
      for (; up !== undefined && hasTasks[up / 2] === 0; up = parentOf(up)) hasTasks[up / 2] = 1;
    }
    // A part has begun with the first task in it; one without any, when it ends.
    for (let start = 0; start < firstTask; start += 2) {
      const up = parentOf(start);
      if (hasTasks[start / 2] === 0) edge(start + 1, begunOf(start));
      else if (up !== undefined) edge(begunOf(start), begunOf(up));
    }
  }
  const released = (id: NodeId, onStart: boolean): number | undefined => {
    const start = startOf(id);
    if (start === undefined || !onStart) return start === undefined ? undefined : start + 1;
    return start < firstTask && isBegunAsked ? begunOf(start) : start;
  };
  for (const { before, after, on, lagMinutes = 0 } of dependencies) {
    const source = released(before, on === 'start');
    const target = startOf(after);
    if (source !== undefined && target !== undefined) edge(source, target, lagMinutes * 60_000);
  }
  const size = firstBegun + (isBegunAsked ? lines.length + domainOrders.length : 0);
  return {
    size,
    firstDomainOrder,
    firstTask,
    firstBegun,
    from: from.subarray(0, edges),
    to: to.subarray(0, edges),
    lags: lags.subarray(0, edges),
    released,
    waiting: startOf,
  };
}

/** The network sorted, or the parts of one circle in it, first to last. */
export function sortNetwork(
  network: PlanNetwork,
  lines: readonly NetworkLine[],
): { readonly ok: true; readonly value: SortedNetwork } | { readonly ok: false; readonly error: readonly NodeId[] } {
  const sorted = sortGraph(network.size, network.from, network.to);
  if (!sorted.ok) return { ok: false, error: namesOf(sorted.circle, network, lines) };
  return { ok: true, value: { ...network, order: sorted.order, starts: sorted.starts, edges: sorted.edges } };
}

/** The nodes of one part are one step of the path. */
function namesOf(circle: readonly number[], network: PlanNetwork, lines: readonly NetworkLine[]): readonly NodeId[] {
  const { firstDomainOrder, firstTask, firstBegun } = network;
  const ids = circle.map(found => {
    const node = found < firstBegun ? found : (found - firstBegun) * 2;
    if (node >= firstTask) return taskId(((node - firstTask) >> 1) + 1);
    if (node >= firstDomainOrder) return domainOrderId(((node - firstDomainOrder) >> 1) + 1);
    return lineId((lines[node >> 1] as NetworkLine).number);
  });
  return [...new Set(ids)];
}
