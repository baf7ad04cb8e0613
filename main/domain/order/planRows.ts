/** A decomposition as a tree to walk: the rows under a line, under a row, and the tasks of each. */
import type { Decomposed, DecomposedDomainOrder, DecomposedTask } from '../decomposition/decomposed.ts';
import { preorder } from '../tree.ts';

/** Number of a domain order inside one decomposition, from 1; not the number it has in the plan of an order. */
export type RowNumber = number;

export type PlanRows = {
  readonly decomposed: Decomposed;
  readonly row: (number: RowNumber) => DecomposedDomainOrder;
  readonly topsOf: (line: number) => readonly RowNumber[];
  readonly childrenOf: (number: RowNumber) => readonly RowNumber[];
  /** With their numbers inside the decomposition. */
  readonly tasksOf: (number: RowNumber) => readonly (readonly [number: number, task: DecomposedTask])[];
  /** The row and everything below it, parents first. */
  readonly below: (number: RowNumber) => readonly RowNumber[];
};

const none: readonly never[] = [];

export function planRows(decomposed: Decomposed): PlanRows {
  const numbers = decomposed.domainOrders.map((_, index) => index + 1);
  const row = (number: RowNumber): DecomposedDomainOrder => {
    const found = decomposed.domainOrders[number - 1];
    if (found === undefined) throw new Error(`No domain order ${number} in this decomposition`);
    return found;
  };
  const tops = Map.groupBy(
    numbers.filter(number => row(number).parent === undefined),
    number => row(number).line,
  );
  const children = Map.groupBy(numbers, number => row(number).parent ?? 0);
  const tasks = Map.groupBy(
    decomposed.tasks.map((task, index) => [index + 1, task] as const),
    ([, task]) => task.domainOrder,
  );
  const childrenOf = (number: RowNumber): readonly RowNumber[] => children.get(number) ?? none;
  return {
    decomposed,
    row,
    topsOf: line => tops.get(line) ?? none,
    childrenOf,
    tasksOf: number => tasks.get(number) ?? none,
    below: number => preorder([number], childrenOf),
  };
}

export const noRows: PlanRows = planRows({
  domainOrders: [],
  tasks: [],
  dependencies: [],
  trace: { entries: [], mappings: [] },
});
