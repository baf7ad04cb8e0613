/** Turns the answer of `plan.graph` into what is drawn: boxes, frames around the tasks of one domain order, and arrows between them. */
import type { PlanGraph, PlanNode } from '../../preload/contract/plan.ts';
import type { Found } from './planFind.ts';
import { largePlan } from './planRows.ts';

/** A frame holds the boxes whose `frame` is its key; a box that stands alone has none. */
export type GraphBox = {
  readonly key: string;
  readonly node: PlanNode;
  readonly frame: string | null;
  /** A domain order drawn as one box; its tasks are not drawn. */
  readonly folded: boolean;
  /** As of a frame, and for a line the title of its location; empty for a task. */
  readonly line: string;
  /** Only while the plan is searched. */
  readonly look?: GraphLook;
  /** Matches of the search that are in it and not drawn themselves. */
  readonly inside?: number;
};
/** While the plan is searched: a match, what leads to one, or neither. */
export type GraphLook = 'match' | 'above' | 'aside';
export type GraphFrame = {
  readonly key: string;
  readonly node: PlanNode;
  /** Title of the line it belongs to: domain orders of different lines often have the same name. */
  readonly line: string;
  /** Only while the plan is searched. */
  readonly look?: GraphLook;
};
export type GraphArrow = {
  readonly before: string;
  readonly after: string;
  readonly critical: boolean;
  /** Already when `before` has started. */
  readonly onStart: boolean;
  readonly lagMinutes: number;
  /** Neither of its ends has to do with a match. */
  readonly aside?: boolean;
};
export type GraphModel = {
  readonly boxes: readonly GraphBox[];
  readonly frames: readonly GraphFrame[];
  readonly arrows: readonly GraphArrow[];
  /** For what is not drawn itself: the folded domain order that stands for it. */
  readonly standIns: ReadonlyMap<string, string>;
  /** For lines and locations below the one that is drawn, which are not drawn themselves: the first part of them that is. */
  readonly firsts: ReadonlyMap<string, string>;
};

/** More is a wall and no picture (ux.md C). */
const MOST_NODES = 300;

/** Domain orders that the person opened or closed in the graph; the others follow the size of the plan. */
export type Foldings = ReadonlyMap<string, boolean>;

/** More domain orders than this with matches in them stay as they are: all of them open would be a wall again. */
const MOST_OPENED = 6;

/**
 * Arrows of nodes that are not drawn themselves, such as a line, go from the last and to the first parts drawn of them.
 * While the plan is searched all of it stays, and what has to do with the matches stands out.
 */
export function graphModel(graph: PlanGraph, folding: Foldings = new Map(), found?: Found): GraphModel {
  const below = childrenOf(graph.nodes);
  const byKey = new Map(graph.nodes.map(node => [node.key, node]));
  const isLarge = graph.nodes.length > largePlan;
  const mustFold = graph.nodes.length > MOST_NODES;
  const frames: GraphFrame[] = [];
  const boxes: GraphBox[] = [];
  const standIns = new Map<string, string>();
  const opened = openedFor(found, byKey);
  for (const node of graph.nodes) {
    const children = below.get(node.key) ?? [];
    const tasks = node.kind === 'domainOrder' ? children.filter(child => child.kind === 'task') : [];
    if (tasks.length > 0 && (mustFold || (folding.get(node.key) ?? (isLarge && !opened.has(node.key))))) {
      boxes.push({ key: node.key, node, frame: null, folded: true, line: lineOf(node, byKey) });
      for (const task of tasks) standIns.set(task.key, node.key);
    } else if (tasks.length > 0) {
      frames.push({ key: node.key, node, line: lineOf(node, byKey) });
    } else if (children.length === 0 && !standIns.has(node.key)) {
      const parent = node.kind === 'task' && below.has(node.parent ?? '') ? node.parent : null;
      const line =
        node.kind === 'domainOrder' ? lineOf(node, byKey) : node.kind === 'line' ? titleAbove(node, byKey) : '';
      boxes.push({ key: node.key, node, frame: parent, folded: false, line });
    }
  }
  const drawn = new Set([...boxes, ...frames].map(part => part.key));
  for (const match of found?.matches ?? []) {
    const nearest = match.above.findLast(key => drawn.has(key));
    if (!drawn.has(match.key) && !standIns.has(match.key) && !byKey.has(match.key) && nearest !== undefined) {
      standIns.set(match.key, nearest);
    }
  }
  const edges = graph.edges.filter(edge => byKey.has(edge.before) && byKey.has(edge.after));
  const parts = (key: string): string[] => {
    const standIn = standIns.get(key);
    if (standIn !== undefined) return [standIn];
    return drawn.has(key) ? [key] : (below.get(key) ?? []).flatMap(child => parts(child.key));
  };
  const firsts = new Map(
    graph.nodes
      .filter(({ kind, key }, index) => index > 0 && (kind === 'line' || kind === 'location') && !drawn.has(key))
      .flatMap(({ key }) =>
        parts(key)
          .slice(0, 1)
          .map(first => [key, first] as const),
      ),
  );
  const arrows = new Map<string, GraphArrow>();
  for (const edge of edges) {
    const from = ends([...new Set(parts(edge.before))], edges, 'before');
    const to = ends([...new Set(parts(edge.after))], edges, 'after');
    for (const before of from) {
      for (const after of to) {
        if (before === after) continue;
        const known = arrows.get(`${before}>${after}`);
        const critical = edge.critical || known?.critical === true;
        arrows.set(`${before}>${after}`, { ...(known ?? edge), before, after, critical });
      }
    }
  }
  const model = { boxes, frames, arrows: [...arrows.values()], standIns, firsts };
  return found === undefined ? model : searched(model, found, drawn);
}

/** The domain orders that have matching tasks, when they are few. */
function openedFor(found: Found | undefined, byKey: ReadonlyMap<string, PlanNode>): ReadonlySet<string> {
  const holders = new Set<string>();
  for (const { key } of found?.matches ?? []) {
    const node = byKey.get(key);
    if (node?.kind === 'task' && node.parent !== null) holders.add(node.parent);
  }
  return holders.size <= MOST_OPENED ? holders : new Set();
}

/** The same with what the search makes of each part. */
function searched(model: GraphModel, { matches }: Found, drawn: ReadonlySet<string>): GraphModel {
  const keys = new Set(matches.map(({ key }) => key));
  const above = new Set(matches.flatMap(match => match.above));
  const inside = new Map<string, number>();
  for (const match of matches) {
    if (drawn.has(match.key)) continue;
    const holder = match.above.findLast(key => drawn.has(key));
    if (holder !== undefined) inside.set(holder, (inside.get(holder) ?? 0) + 1);
  }
  const lookOf = (key: string): GraphLook => (keys.has(key) ? 'match' : above.has(key) ? 'above' : 'aside');
  const boxes = model.boxes.map(box => ({ ...box, look: lookOf(box.key), inside: inside.get(box.key) ?? 0 }));
  const frames = model.frames.map(frame => ({ ...frame, look: lookOf(frame.key) }));
  const aside = new Set([...boxes, ...frames].filter(({ look }) => look === 'aside').map(({ key }) => key));
  const arrows = model.arrows.map(arrow => ({ ...arrow, aside: aside.has(arrow.before) || aside.has(arrow.after) }));
  return { ...model, boxes, frames, arrows };
}

function lineOf(node: PlanNode, byKey: ReadonlyMap<string, PlanNode>): string {
  let above: PlanNode | undefined = node;
  while (above && above.kind !== 'line') above = above.parent === null ? undefined : byKey.get(above.parent);
  return above?.title ?? '';
}

const titleAbove = ({ parent }: PlanNode, byKey: ReadonlyMap<string, PlanNode>): string =>
  byKey.get(parent ?? '')?.title ?? '';

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

type Edge = { readonly before: string; readonly after: string };

/** The parts that nothing among them follows (for an arrow that starts here) or precedes (for one that ends here). */
function ends(parts: readonly string[], edges: readonly Edge[], side: 'before' | 'after'): readonly string[] {
  if (parts.length < 2) return parts;
  const among = new Set(parts);
  const inner = edges.filter(edge => among.has(edge.before) && among.has(edge.after)).map(edge => edge[side]);
  const outer = parts.filter(part => !inner.includes(part));
  return outer.length > 0 ? outer : parts;
}
