/** How many new domain orders and tasks come under each part of an order, and which of them directly. */
import type { DomainOrder, OrderLine } from './order.ts';
import type { PlanAddition } from './events.ts';

/** All by the number of the part; the lists only where there is something in them. */
export type Below = {
  /** Tasks directly in it. */
  readonly tasks: readonly (readonly number[] | undefined)[];
  /** Domain orders directly in it; of a line, those at its top. */
  readonly children: readonly (readonly number[] | undefined)[];
  readonly allTasks: Int32Array;
  readonly allDomainOrders: Int32Array;
};

export type NewCounts = { readonly lines: Below; readonly domainOrders: Below };

type Growing = Below & { readonly tasks: number[][]; readonly children: number[][] };

/** Linear in the size of the plan, however deep it is. A domain order is numbered after the one it is in. */
export function countNew(
  lines: readonly OrderLine[],
  domainOrders: readonly DomainOrder[],
  knownTasks: number,
  addition: PlanAddition,
): NewCounts {
  const known = domainOrders.length;
  const inLines = nothingBelow(lines.length);
  const inDomainOrders = nothingBelow(known + addition.domainOrders.length);
  let number = knownTasks;
  for (const { domainOrder } of addition.tasks) {
    number += 1;
    listed(inDomainOrders.tasks, domainOrder, number);
    count(inDomainOrders.allTasks, domainOrder, 1);
  }
  number = known;
  for (const { parent, line } of addition.domainOrders) {
    number += 1;
    listed(parent === undefined ? inLines.children : inDomainOrders.children, parent ?? line, number);
  }
  const { allTasks, allDomainOrders } = inDomainOrders;
  for (number = allTasks.length - 1; number > 0; number -= 1) {
    const added = addition.domainOrders[number - known - 1];
    const { parent, line } = added ?? (domainOrders[number - 1] as DomainOrder);
    const above = parent === undefined ? inLines : inDomainOrders;
    count(above.allTasks, parent ?? line, allTasks[number] as number);
    count(above.allDomainOrders, parent ?? line, (allDomainOrders[number] as number) + (added === undefined ? 0 : 1));
  }
  return { lines: withNested(lines, inLines), domainOrders: inDomainOrders };
}

const nothingBelow = (size: number): Growing => ({
  tasks: [],
  children: [],
  allTasks: new Int32Array(size + 1),
  allDomainOrders: new Int32Array(size + 1),
});

function count(counts: Int32Array, number: number, by: number): void {
  const before = counts[number];
  if (before === undefined) throw new Error(`Something is added under a part ${number} that is not there`);
  counts[number] = before + by;
}

function listed(lists: number[][], number: number, row: number): void {
  const list = lists[number];
  if (list === undefined) lists[number] = [row];
  else list.push(row);
}

/** What is in a line is in every line around it too; lines are in no order. */
function withNested(lines: readonly OrderLine[], own: Below): Below {
  const [allTasks, allDomainOrders] = [own.allTasks.slice(), own.allDomainOrders.slice()];
  for (const { number, parent } of lines) {
    for (let around = parent; around !== undefined; around = lines[around - 1]?.parent) {
      count(allTasks, around, own.allTasks[number] as number);
      count(allDomainOrders, around, own.allDomainOrders[number] as number);
    }
  }
  return { ...own, allTasks, allDomainOrders };
}
