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
  const rows: PlanRow[] = [];
  const walk = (key: string, level: number, position: number, siblings: number): void => {
    const node = data.nodes.get(key);
    if (!node) return;
    const expanded = node.childCount === 0 ? null : isExpanded(data, node, chosen);
    rows.push({ kind: 'node', key, node, level, expanded, position, siblings });
    if (expanded !== true) return;
    const children = data.children.get(key) ?? [];
    for (const [index, child] of children.entries()) walk(child, level + 1, index + 1, node.childCount);
    if (children.length < node.childCount) {
      rows.push({ kind: 'rest', key: `${key}/rest`, parent: key, level: level + 1 });
    }
  };
  walk('order', 1, 1, 1);
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
