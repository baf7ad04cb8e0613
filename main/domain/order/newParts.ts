/** Which new domain orders and tasks come directly into each part of an order. */
import type { PlanAddition } from './events.ts';

/** By the number of the part; a list only where there is something in it. */
type Lists = readonly (readonly number[] | undefined)[];

export type NewParts = {
  /** New domain orders at the top of each line. */
  readonly ofLines: Lists;
  /** New domain orders directly in each domain order, and new tasks. */
  readonly ofDomainOrders: Lists;
  readonly tasks: Lists;
};

/** Linear in the size of the addition. */
export function newPartsOf(knownDomainOrders: number, knownTasks: number, addition: PlanAddition): NewParts {
  const parts = { ofLines: [] as number[][], ofDomainOrders: [] as number[][], tasks: [] as number[][] };
  let number = knownTasks;
  for (const { domainOrder } of addition.tasks) {
    number += 1;
    list(parts.tasks, domainOrder, number);
  }
  number = knownDomainOrders;
  for (const { parent, line } of addition.domainOrders) {
    number += 1;
    list(parent === undefined ? parts.ofLines : parts.ofDomainOrders, parent ?? line, number);
  }
  return parts;
}

function list(lists: number[][], number: number, row: number): void {
  const found = lists[number];
  if (found === undefined) lists[number] = [row];
  else found.push(row);
}
