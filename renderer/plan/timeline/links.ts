/** The dependency lines between rows of the timeline, only for rows that are drawn (features O4). */
import type { PlanNode } from '../../../preload/contract/plan.ts';
import type { PlanRow, PlanTreeData } from '../planRows.ts';
import { barsOf } from './bars.ts';
import { xOf, type Scale } from './scale.ts';

export type Link = {
  readonly id: string;
  /** An SVG path in pixels of the bars' area. */
  readonly path: string;
  /** Points right, into the bar it leads to. */
  readonly tip: { readonly x: number; readonly y: number };
  readonly critical: boolean;
  /** Begins or ends at the selected row. */
  readonly near: boolean;
};

/** More would be a carpet and no help. */
const MOST = 400;
const STUB = 7;

export type LinkInput = {
  readonly data: PlanTreeData;
  readonly rows: readonly PlanRow[];
  /** Where each row stands, by key. */
  readonly places: ReadonlyMap<string, number>;
  /** First row drawn, and the one after the last. */
  readonly start: number;
  readonly end: number;
  readonly scale: Scale;
  readonly now: number;
  readonly rowPx: number;
  readonly selected: string | null;
};

/** A dependency of a part inside a closed branch is drawn from or to the branch. `y` counts from the first row drawn. */
export function linksOf(input: LinkInput): readonly Link[] {
  const { data, rows, places, start, end, selected } = input;
  const links = new Map<string, Link>();
  const add = (before: string, after: string): void => {
    const from = standIn(data, places, before);
    const to = standIn(data, places, after);
    if (from === undefined || to === undefined || from === to || links.has(`${from}>${to}`)) return;
    if (isAbove(data, from, to) || isAbove(data, to, from)) return;
    const link = route(input, from, to, from === selected || to === selected);
    if (link) links.set(link.id, link);
  };
  for (let index = start; index < Math.min(end, rows.length) && links.size < MOST; index += 1) {
    const row = rows[index];
    if (row?.kind !== 'node') continue;
    for (const before of row.node.predecessors) add(before, row.key);
    for (const after of row.node.successors) add(row.key, after);
  }
  return [...links.values()];
}

/** The part itself where it has a row, else the nearest part above it that has one. */
function standIn(data: PlanTreeData, places: ReadonlyMap<string, number>, key: string): string | undefined {
  let here: string | null = key;
  while (here !== null && !places.has(here)) here = data.nodes.get(here)?.parent ?? null;
  return here ?? undefined;
}

function isAbove(data: PlanTreeData, upper: string, lower: string): boolean {
  for (let key = data.nodes.get(lower)?.parent ?? null; key !== null; key = data.nodes.get(key)?.parent ?? null) {
    if (key === upper) return true;
  }
  return false;
}

function route(input: LinkInput, before: string, after: string, near: boolean): Link | undefined {
  const { data, places, scale, now, rowPx, start } = input;
  const [one, other] = [data.nodes.get(before), data.nodes.get(after)];
  if (!one || !other) return undefined;
  const from = barsOf(one, now).extent;
  const to = barsOf(other, now).extent;
  if (!from || !to) return undefined;
  const middle = (key: string): number => ((places.get(key) ?? 0) - start + 0.5) * rowPx - 3;
  const [x1, y1, x2, y2] = [xOf(scale, from.to), middle(before), xOf(scale, to.from), middle(after)];
  return {
    id: `${before}>${after}`,
    path: pathBetween(x1, y1, x2, y2, rowPx),
    tip: { x: x2, y: y2 },
    critical: isCritical(one, other),
    near,
  };
}

/** Only between parts that lie on the path and still have to be done. */
const isCritical = (one: PlanNode, other: PlanNode): boolean => one.critical && other.critical;

/** Out to the right, down or up, and in from the left; round the outside when there is no room between. */
export function pathBetween(x1: number, y1: number, x2: number, y2: number, rowPx: number): string {
  if (x2 - x1 >= 2 * STUB) return `M${x1},${y1} H${x2 - STUB} V${y2} H${x2}`;
  const lane = y2 > y1 ? y2 - rowPx / 2 : y2 + rowPx / 2;
  return `M${x1},${y1} H${x1 + STUB} V${lane} H${x2 - STUB} V${y2} H${x2}`;
}
