/** A persistent table of rows numbered from 1: changing one row shares all the others, so a command on an order of ten thousand tasks copies a few small arrays. */

const BITS = 5;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;

type Branch<T> = readonly (Branch<T> | T)[];

export type Table<T> = {
  readonly size: number;
  readonly depth: number;
  readonly root: Branch<T>;
};

export const emptyTable: Table<never> = { size: 0, depth: 0, root: [] };

/** The table of these rows, built at once from its leaves up. */
export const tableOf = <T>(rows: Iterable<T>): Table<T> =>
  tableOfLeaves(slices(Array.isArray(rows) ? rows : [...rows]));

function tableOfLeaves<T>(leaves: readonly (readonly T[])[]): Table<T> {
  let depth = 0;
  let nodes: readonly Branch<T>[] = leaves;
  for (; nodes.length > 1; depth += 1) nodes = slices(nodes);
  const last = leaves.at(-1);
  return last === undefined
    ? emptyTable
    : { size: (leaves.length - 1) * WIDTH + last.length, depth, root: nodes[0] as Branch<T> };
}

function slices<N>(nodes: readonly N[]): readonly (readonly N[])[] {
  const cut: (readonly N[])[] = [];
  for (let from = 0; from < nodes.length; from += WIDTH) cut.push(nodes.slice(from, from + WIDTH));
  return cut;
}

/** The row with this number, or undefined when there is none. */
export function findRow<T>(table: Table<T>, number: number): T | undefined {
  const index = number - 1;
  if (!Number.isInteger(index) || index < 0 || index >= table.size) return undefined;
  return leafAt(table, index)[index & MASK];
}

/** The row with this number; a missing one is a bug. */
export function getRow<T>(table: Table<T>, number: number): T {
  const row = findRow(table, number);
  if (row === undefined) throw new Error(`No row ${number} in a table of ${table.size}`);
  return row;
}

/** The table with one more row at its end; the new row's number is the new size. */
export function withRow<T>(table: Table<T>, row: T): Table<T> {
  const index = table.size;
  if (index === WIDTH ** (table.depth + 1)) {
    const deeper: Table<T> = { size: index, depth: table.depth + 1, root: [table.root] };
    return withRow(deeper, row);
  }
  return { size: index + 1, depth: table.depth, root: put(table.root, table.depth, index, row) };
}

/** The table with the row of that number replaced; a missing one is a bug. */
export function replaceRow<T>(table: Table<T>, number: number, row: T): Table<T> {
  if (number < 1 || number > table.size) throw new Error(`No row ${number} in a table of ${table.size}`);
  return { ...table, root: put(table.root, table.depth, number - 1, row) };
}

/**
 * The table with these rows instead of its own, and more at its end when there are more: branches in which every row is the
 * one that was there are shared. Looks at every row; for a few of them `replaceRow` is quicker.
 */
export function withAllRows<T>(table: Table<T>, rows: readonly T[]): Table<T> {
  let changed = rows.length !== table.size;
  const leaves: (readonly T[])[] = [];
  for (let first = 0; first < rows.length; first += WIDTH) {
    const end = Math.min(first + WIDTH, rows.length);
    const before = first < table.size ? leafAt(table, first) : undefined;
    let at = first;
    if (before?.length === end - first) while (at < end && rows[at] === before[at - first]) at += 1;
    if (at < end || before === undefined) {
      leaves.push(rows.slice(first, end));
      changed = true;
    } else leaves.push(before);
  }
  return changed ? tableOfLeaves(leaves) : table;
}

/** The table with each of these rows changed, one after the other; what is copied for one is not copied again for the next. */
export function changeRows<T>(table: Table<T>, numbers: readonly number[], change: (row: T) => T): Table<T> {
  const copies = new Set<Branch<T>>();
  const own = (node: Branch<T>): (Branch<T> | T)[] => {
    if (copies.has(node)) return node as (Branch<T> | T)[];
    const copy = node.slice();
    copies.add(copy);
    return copy;
  };
  let root = table.root as (Branch<T> | T)[];
  for (const number of numbers) {
    if (number < 1 || number > table.size) throw new Error(`No row ${number} in a table of ${table.size}`);
    const index = number - 1;
    root = own(root);
    let node = root;
    for (let level = table.depth; level > 0; level -= 1) {
      const slot = (index >> (level * BITS)) & MASK;
      const below = own(node[slot] as Branch<T>);
      node[slot] = below;
      node = below;
    }
    node[index & MASK] = change(node[index & MASK] as T);
  }
  return copies.size === 0 ? table : { ...table, root };
}

/** All rows in order of their numbers, for whoever may stop before the last. */
export function* rowsOf<T>(table: Table<T>): Generator<T> {
  for (let first = 0; first < table.size; first += WIDTH) {
    for (const row of leafAt(table, first)) yield row;
  }
}

/** All rows in order of their numbers; quicker than going through them one by one. */
export function listRows<T>(table: Table<T>): T[] {
  const rows: T[] = [];
  for (let first = 0; first < table.size; first += WIDTH) rows.push(...leafAt(table, first));
  return rows;
}

/**
 * Numbers of the rows that are new in `after` or are another object than in `before`, ascending. Shared branches are skipped,
 * so the cost follows what changed and not the size. Both are of one lineage: rows are never taken away.
 */
export function changedNumbers<T>(before: Table<T>, after: Table<T>): number[] {
  const found: number[] = [];
  if (before === after) return found;
  let old: Branch<T> | undefined = before.size === 0 ? undefined : before.root;
  for (let level = before.depth; level < after.depth && old !== undefined; level += 1) old = [old];
  collectChanged(old, after.root, after.depth, 1, found);
  return found;
}

function put<T>(node: Branch<T>, level: number, index: number, row: T): Branch<T> {
  const copy = node.slice();
  const slot = (index >> (level * BITS)) & MASK;
  copy[slot] = level === 0 ? row : put((copy[slot] ?? []) as Branch<T>, level - 1, index, row);
  return copy;
}

/** The rows that lie together with the one at this index. */
function leafAt<T>({ root, depth }: Table<T>, index: number): readonly T[] {
  let node = root;
  for (let level = depth; level > 0; level -= 1) node = node[(index >> (level * BITS)) & MASK] as Branch<T>;
  return node as readonly T[];
}

function collectChanged<T>(
  before: Branch<T> | undefined,
  after: Branch<T>,
  level: number,
  first: number,
  found: number[],
): void {
  if (before === after) return;
  for (let slot = 0; slot < after.length; slot += 1) {
    const [old, node] = [before?.[slot], after[slot]];
    if (old === node) continue;
    const number = first + slot * WIDTH ** level;
    if (level === 0) found.push(number);
    else collectChanged(old as Branch<T> | undefined, node as Branch<T>, level - 1, number, found);
  }
}
