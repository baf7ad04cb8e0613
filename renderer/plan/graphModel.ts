/** Turns the answer of `plan.graph` into what is drawn: boxes, frames around the tasks of one domain order, and arrows between them. */
import type { PlanGraph, PlanNode } from '../../preload/contract/plan.ts';

/** A frame holds the boxes whose `frame` is its key; a box that stands alone has none. */
export type GraphBox = { readonly key: string; readonly node: PlanNode; readonly frame: string | null };
export type GraphFrame = {
  readonly key: string;
  readonly node: PlanNode;
  /** Title of the line it belongs to: domain orders of different lines often have the same name. */
  readonly line: string;
};
export type GraphArrow = { readonly before: string; readonly after: string };
export type GraphModel = {
  readonly boxes: readonly GraphBox[];
  readonly frames: readonly GraphFrame[];
  readonly arrows: readonly GraphArrow[];
};

/** Arrows of nodes that are not drawn themselves, such as a line, go from the last and to the first parts drawn of them. */
export function graphModel(graph: PlanGraph): GraphModel {
  const below = childrenOf(graph.nodes);
  const byKey = new Map(graph.nodes.map(node => [node.key, node]));
  const frames: GraphFrame[] = [];
  const boxes: GraphBox[] = [];
  for (const node of graph.nodes) {
    const children = below.get(node.key) ?? [];
    if (node.kind === 'domainOrder' && children.some(child => child.kind === 'task')) {
      frames.push({ key: node.key, node, line: lineOf(node, byKey) });
    } else if (children.length === 0) {
      const parent = node.kind === 'task' && below.has(node.parent ?? '') ? node.parent : null;
      boxes.push({ key: node.key, node, frame: parent });
    }
  }
  const drawn = new Set([...boxes, ...frames].map(part => part.key));
  const edges = graph.edges.filter(edge => byKey.has(edge.before) && byKey.has(edge.after));
  const parts = (key: string): string[] =>
    drawn.has(key) ? [key] : (below.get(key) ?? []).flatMap(child => parts(child.key));
  const arrows = new Map<string, GraphArrow>();
  for (const edge of edges) {
    const from = ends(parts(edge.before), edges, 'before');
    const to = ends(parts(edge.after), edges, 'after');
    for (const before of from) {
      for (const after of to) arrows.set(`${before}>${after}`, { before, after });
    }
  }
  return { boxes, frames, arrows: [...arrows.values()] };
}

function lineOf(node: PlanNode, byKey: ReadonlyMap<string, PlanNode>): string {
  let above: PlanNode | undefined = node;
  while (above && above.kind !== 'line') above = above.parent === null ? undefined : byKey.get(above.parent);
  return above?.title ?? '';
}

function childrenOf(nodes: readonly PlanNode[]): Map<string, PlanNode[]> {
  const keys = new Set(nodes.map(node => node.key));
  const below = new Map<string, PlanNode[]>();
  for (const node of nodes) {
    if (node.parent === null || !keys.has(node.parent)) continue;
    const siblings = below.get(node.parent);
    if (siblings) siblings.push(node);
    else below.set(node.parent, [node]);
  }
  return below;
}

/** The parts that nothing among them follows (for an arrow that starts here) or precedes (for one that ends here). */
function ends(parts: readonly string[], edges: readonly GraphArrow[], side: 'before' | 'after'): readonly string[] {
  if (parts.length < 2) return parts;
  const among = new Set(parts);
  const inner = edges.filter(edge => among.has(edge.before) && among.has(edge.after)).map(edge => edge[side]);
  const outer = parts.filter(part => !inner.includes(part));
  return outer.length > 0 ? outer : parts;
}
