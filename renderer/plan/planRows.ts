/** Joins the answers of `plan.tree` into one tree, and says which of its rows stand on the screen. */
import type { PlanNode } from '../../preload/contract/plan.ts';

/** One answer of `plan.tree`, with the root it was asked for. */
export type PlanPart = { readonly root: string; readonly nodes: readonly PlanNode[]; readonly next: string | null };

export type PlanTreeData = {
  readonly nodes: ReadonlyMap<string, PlanNode>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** By node: the key of the last child had so far, for nodes with more children than one answer holds. */
  readonly more: ReadonlyMap<string, string>;
};

export type PlanRow =
  | {
      readonly kind: 'node';
      readonly key: string;
      readonly node: PlanNode;
      /** 1 for the order. */
      readonly level: number;
      /** null for a node without children. */
      readonly expanded: boolean | null;
      readonly position: number;
      readonly siblings: number;
      /** While the plan is searched: false for what only leads to a match. */
      readonly match?: boolean;
    }
  /** Stands for the children of `parent` that have not been asked for yet. */
  | { readonly kind: 'rest'; readonly key: string; readonly parent: string; readonly level: number };

/** From this size on domain orders start closed, so that the shape of the order is seen first (ux.md C). */
export const largePlan = 60;

/** Later parts win over earlier ones; a node that comes twice stands where it came first. */
export function joinParts(parts: readonly PlanPart[]): PlanTreeData {
  const nodes = new Map<string, PlanNode>();
  const children = new Map<string, string[]>();
  const more = new Map<string, string>();
  for (const part of parts) {
    for (const node of part.nodes) {
      const known = nodes.get(node.key);
      if (known === undefined && node.parent !== null && node.key !== part.root) {
        const siblings = children.get(node.parent);
        if (siblings) siblings.push(node.key);
        else children.set(node.parent, [node.key]);
      }
      nodes.set(node.key, node);
    }
    if (part.next === null) more.delete(part.root);
    else more.set(part.root, part.next);
  }
  return { nodes, children, more };
}

const isOpenAtFirst = (node: PlanNode, large: boolean): boolean =>
  node.childrenShown && !(large && node.kind === 'domainOrder');

/** A node is open when the person opened it, closed when they closed it, and else as its size suggests. */
export function isExpanded(data: PlanTreeData, node: PlanNode, chosen: ReadonlyMap<string, boolean>): boolean {
  return chosen.get(node.key) ?? isOpenAtFirst(node, data.nodes.size > largePlan);
}

/** The rows in preorder, closed branches left out. */
export function visibleRows(data: PlanTreeData, chosen: ReadonlyMap<string, boolean>): PlanRow[] {
  return rowsDown(data, (node, children) => ({
    children,
    siblings: node.childCount,
    isRest: children.length < node.childCount,
    row: { expanded: node.childCount === 0 ? null : isExpanded(data, node, chosen) },
  }));
}

type NodeRow = Extract<PlanRow, { readonly kind: 'node' }>;

/** What stands below a node, how many children it is said to have, and whether a row stands for those that are not there. */
export type Standing = {
  readonly children: readonly string[];
  readonly siblings: number;
  readonly isRest: boolean;
  readonly row: Pick<NodeRow, 'expanded' | 'match'>;
};

/** The rows from the order down, with a stack of its own: a plan may be deeper than the call stack. */
export function rowsDown(
  data: PlanTreeData,
  standingOf: (node: PlanNode, children: readonly string[]) => Standing,
): PlanRow[] {
  const rows: PlanRow[] = [];
  type Place = Pick<NodeRow, 'key' | 'level' | 'position' | 'siblings'>;
  const left: (Place | PlanRow)[] = [{ key: 'order', level: 1, position: 1, siblings: 1 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if ('kind' in next) {
      rows.push(next);
      continue;
    }
    const { key, level } = next;
    const node = data.nodes.get(key);
    if (!node) continue;
    const { children, siblings, isRest, row } = standingOf(node, data.children.get(key) ?? []);
    rows.push({ kind: 'node', node, ...next, ...row });
    if (row.expanded !== true) continue;
    if (isRest) left.push({ kind: 'rest', key: `${key}/rest`, parent: key, level: level + 1 });
    for (let at = children.length - 1; at >= 0; at -= 1) {
      left.push({ key: children[at] ?? '', level: level + 1, position: at + 1, siblings });
    }
  }
  return rows;
}

/** What has to be asked next so that the children of `parent` are complete. */
export function partAfter(
  data: PlanTreeData,
  parent: string,
): { readonly root: string; readonly after: string | null } {
  const children = data.children.get(parent);
  return { root: parent, after: data.more.get(parent) ?? children?.at(-1) ?? null };
}

/** The ancestors of a node, its parent first. */
export function ancestorsOf(data: PlanTreeData, key: string): string[] {
  const keys: string[] = [];
  for (let parent = data.nodes.get(key)?.parent ?? null; parent !== null;) {
    keys.push(parent);
    parent = data.nodes.get(parent)?.parent ?? null;
  }
  return keys;
}
