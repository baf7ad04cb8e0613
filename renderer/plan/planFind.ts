/** The rows that stand while the plan is searched: what matches, and what is above it (features O7). */
import type { JeopardyLevel, PlanFilter } from '../../preload/contract/plan.ts';
import { rowsDown, type PlanRow, type PlanTreeData } from './planRows.ts';

export type Found = {
  readonly matches: readonly { readonly key: string; readonly above: readonly string[] }[];
  readonly total: number;
};

/** What a person asks for above the tree. */
export type PlanSearch = {
  readonly text: string;
  readonly critical: boolean;
  readonly blocked: boolean;
  readonly jeopardy: boolean;
  /** Tasks in any of these; all when there are none. */
  readonly states: readonly string[];
  /** Whose tasks. */
  readonly hands: Hands | null;
};

export type Hands = { readonly kind: 'person' | 'team'; readonly id: string };

export const noSearch: PlanSearch = {
  text: '',
  critical: false,
  blocked: false,
  jeopardy: false,
  states: [],
  hands: null,
};

const inJeopardy: JeopardyLevel[] = ['medium', 'high', 'critical'];

/** Whether only tasks can match. */
export const isAboutTasks = ({ critical, blocked, jeopardy, states, hands }: PlanSearch): boolean =>
  critical || blocked || jeopardy || states.length > 0 || hands !== null;

/** Undefined when nothing is asked for, so that the whole plan stands. */
export function filterOf(search: PlanSearch): PlanFilter | undefined {
  const text = search.text.trim();
  const filter: PlanFilter = {
    ...(text !== '' && { text }),
    ...(search.critical && { critical: true }),
    ...(search.blocked && { blocked: true }),
    ...(search.jeopardy && { jeopardy: inJeopardy }),
    ...(search.states.length > 0 && { states: [...search.states] }),
    ...(search.hands && { [search.hands.kind === 'person' ? 'assignee' : 'group']: search.hands.id }),
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}

/**
 * Matches and their ancestors in preorder. A match that is not loaded is stood for by one row that asks for the rest of
 * the nearest part that is.
 */
export function foundRows(data: PlanTreeData, found: Found, closed: ReadonlySet<string>): PlanRow[] {
  const matching = new Set(found.matches.map(({ key }) => key));
  const kept = new Set(found.matches.flatMap(({ key, above }) => [key, ...above]));
  const waiting = new Set<string>();
  for (const { key, above } of found.matches) {
    if (data.nodes.has(key)) continue;
    const nearest = above
      .flatMap(parent => data.nodes.get(parent) ?? [])
      .reduce<{ key: string; depth: number } | undefined>(
        (deepest, node) => (deepest && deepest.depth >= node.depth ? deepest : node),
        undefined,
      );
    if (nearest) waiting.add(nearest.key);
  }
  if (kept.size === 0) return [];
  return rowsDown(data, ({ key }, all) => {
    const children = all.filter(child => kept.has(child));
    const isParent = children.length > 0 || waiting.has(key);
    return {
      children,
      siblings: children.length,
      isRest: waiting.has(key),
      row: { expanded: isParent ? !closed.has(key) : null, match: matching.has(key) },
    };
  });
}

/** The match after (or before) a part in the order of the plan, around the end; undefined when there is none. */
export function nextMatch(found: Found, from: string, rows: readonly PlanRow[], by: 1 | -1): string | undefined {
  const keys = found.matches.map(({ key }) => key);
  const at = keys.indexOf(from);
  if (at >= 0) return keys[(at + by + keys.length) % keys.length];
  // From a row that only leads to a match: the first one below it, or the last one above.
  const row = rows.findIndex(({ key }) => key === from);
  const places = new Map(rows.map(({ key }, index) => [key, index] as const));
  const placeOf = (key: string): number => places.get(key) ?? Infinity;
  return by === 1
    ? (keys.find(key => placeOf(key) > row) ?? keys[0])
    : (keys.findLast(key => placeOf(key) < row) ?? keys.at(-1));
}
