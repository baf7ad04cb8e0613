/** Cuts a plan into answers of bounded size: a tree in preorder, and a graph of at most 300 nodes (features O1, O3). */
import type { Dependency } from '../decomposition/decomposed.ts';
import { findRow } from '../table.ts';
import { preorder } from '../tree.ts';
import type { NodeId } from '../vocabulary/node.ts';
import { dependenciesOf } from './dependencies.ts';
import { childrenOf, type PlanView } from './planView.ts';
import type { PlanKey } from './planKey.ts';
import { describeNode, type PlanNode } from './planNode.ts';

export type PlanTree = {
  readonly nodes: readonly PlanNode[];
  /** The last child of the root that fits; ask for those after it. Null when all are there. */
  readonly next: PlanKey | null;
};

/**
 * The subtree of `root` in preorder, at most `limit` nodes and the root itself: levels are opened from the top as long as
 * they fit, and a part whose children were left out says so. `after` continues the children of the root. The root tells
 * what is above it as every other part does; depths count from it.
 */
export function planTree(view: PlanView, root: PlanKey, after: PlanKey | null, limit: number): PlanTree {
  const children = childrenOf(view, root);
  const rest = after === null ? children : children.slice(children.indexOf(after) + 1);
  const shown = rest.slice(0, limit);
  const open = openedLevels(view, shown, limit - shown.length);
  type Step = { readonly key: PlanKey; readonly parent: PlanKey | null; readonly depth: number };
  const isOpen = ({ key, depth }: Step): boolean => depth === 0 || open.has(key);
  const above = view.index.parents[view.index.at(root)] as number;
  const top: Step = { key: root, parent: above < 0 ? null : view.index.keyAt(above), depth: 0 };
  const steps = preorder<Step>([top], step => {
    if (!isOpen(step)) return [];
    const { key, depth } = step;
    const below = depth === 0 ? shown : childrenOf(view, key);
    return below.map(child => ({ key: child, parent: key, depth: depth + 1 }));
  });
  const nodes = steps.map(step => {
    const { key, parent, depth } = step;
    return describeNode(view, key, { parent, depth, childrenShown: isOpen(step) });
  });
  return { nodes, next: shown.length < rest.length ? (shown.at(-1) ?? null) : null };
}

/** The parts whose children still fit, level by level; a part without children always fits. */
function openedLevels(view: PlanView, top: readonly PlanKey[], budget: number): ReadonlySet<PlanKey> {
  const open = new Set<PlanKey>();
  let left = budget;
  let level = top;
  while (level.length > 0) {
    const nextLevel: PlanKey[] = [];
    for (const key of level) {
      const children = childrenOf(view, key);
      if (children.length > left) continue;
      left -= children.length;
      open.add(key);
      nextLevel.push(...children);
    }
    level = nextLevel;
  }
  return open;
}

export const graphLimit = 300;

export type PlanEdge = {
  readonly before: PlanKey;
  readonly after: PlanKey;
  /** Already when `before` has started. */
  readonly onStart: boolean;
  readonly lagMinutes: number;
  /** On the longest remaining path. */
  readonly critical: boolean;
};

export type PlanGraph = {
  readonly nodes: readonly PlanNode[];
  readonly edges: readonly PlanEdge[];
  /** Parts below some nodes were left out; their dependencies are drawn to the nodes that stand for them. */
  readonly folded: boolean;
};

/** Domain orders, tasks and lines under a root with the dependencies between them. */
export function planGraph(view: PlanView, root: PlanKey): PlanGraph {
  const { nodes } = planTree(view, root, null, graphLimit - 1);
  /** What stands for a part: itself, the nearest part above it that is drawn, or nothing. */
  const standIns = new Map<PlanKey, PlanKey | null>(nodes.map(({ key }) => [key, key]));
  const standIn = (id: NodeId): PlanKey | null => {
    const way: PlanKey[] = [];
    let key: PlanKey | null = id;
    for (; key !== null && !standIns.has(key); key = parentOf(view, key)) way.push(key);
    const found = key === null ? null : (standIns.get(key) ?? null);
    for (const one of way) standIns.set(one, found);
    return found;
  };
  const edges = new Map<string, PlanEdge>();
  for (const dependency of dependenciesOf(view.order)) {
    const { before, after, on, lagMinutes = 0 } = dependency;
    const [from, to] = [standIn(before), standIn(after)];
    if (from === null || to === null || from === to || from === root || to === root) continue;
    const drawn = edges.get(`${from} ${to}`);
    edges.set(`${from} ${to}`, {
      before: from,
      after: to,
      // One line that stands for several tells the strictest of them.
      onStart: on === 'start' && drawn?.onStart !== false,
      lagMinutes: Math.max(lagMinutes, drawn?.lagMinutes ?? 0),
      critical: drawn?.critical === true || isCritical(view, dependency),
    });
  }
  const folded = nodes.some(({ childrenShown, childCount }) => !childrenShown && childCount > 0);
  return { nodes, edges: [...edges.values()], folded };
}

function isCritical({ facts, index, schedule }: PlanView, dependency: Dependency): boolean {
  const { before, after } = dependency;
  if (facts.slack[index.at(before)] !== 0 || facts.slack[index.at(after)] !== 0) return false;
  return schedule?.isDriving(dependency) === true;
}

/** The part directly above another, sites left out: a dependency never ends at a site. */
function parentOf({ order }: PlanView, key: PlanKey): PlanKey | null {
  const number = Number(key.slice(1));
  const { plan } = order;
  if (key.startsWith('L')) {
    const parent = findRow(order.lines, number)?.parent;
    return parent === undefined ? null : `L${parent}`;
  }
  if (plan === undefined || key.startsWith('S') || key === 'order') return null;
  if (key.startsWith('T')) {
    const task = findRow(plan.tasks, number);
    return task === undefined ? null : `D${task.domainOrder}`;
  }
  const domainOrder = findRow(plan.domainOrders, number);
  if (domainOrder === undefined) return null;
  return domainOrder.parent === undefined ? `L${domainOrder.line}` : `D${domainOrder.parent}`;
}
