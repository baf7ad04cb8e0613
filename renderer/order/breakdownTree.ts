/** The breakdown of a line as a tree: the app sends it flat, each entry with its depth, parents first. */
import type { BreakdownEntry } from '../../preload/contract/breakdown.ts';

export type BreakdownNode = { readonly entry: BreakdownEntry; readonly children: readonly BreakdownNode[] };

export type Shown = 'all' | BreakdownEntry['verdict'];

type Growing = { readonly entry: BreakdownEntry; readonly children: Growing[] };

export function treeOf(entries: readonly BreakdownEntry[]): readonly BreakdownNode[] {
  const roots: Growing[] = [];
  const path: Growing[] = [];
  for (const entry of entries) {
    const node: Growing = { entry, children: [] };
    path.length = Math.min(path.length, entry.depth);
    (path.at(-1)?.children ?? roots).push(node);
    path.push(node);
  }
  return roots;
}

/** Keeps what has the verdict, and whatever leads to it. */
export function keepVerdict(nodes: readonly BreakdownNode[], shown: Shown): readonly BreakdownNode[] {
  if (shown === 'all') return nodes;
  return nodes.flatMap(({ entry, children }) => {
    const kept = keepVerdict(children, shown);
    return entry.verdict === shown || kept.length > 0 ? [{ entry, children: kept }] : [];
  });
}
