/** What a revision adds to the plan of an order: new branches, and tasks that take finished work back (domain.md A.10). */
import type { Place, Places, Adding, AddedTasks } from './adding.ts';
import type { DecomposedTask, OutsideDependency } from '../../decomposition/decomposed.ts';
import { getDomainOrder, planOf } from '../change.ts';
import type { PlanAddition } from '../events.ts';
import type { AddedBranch } from './matchPlans.ts';
import type { Order } from '../order.ts';
import type { PlanRows, RowNumber } from '../planRows.ts';
import { addedDependencies } from './revisionLinks.ts';
import { addedEntries, addedMappings } from './revisionTrace.ts';
import { undoDependencies, undoTaskOf } from './undoTasks.ts';

/** Numbers the new domain orders on from those there are, each branch as one, parents first. */
export function placesOf(order: Order, after: PlanRows, branches: readonly AddedBranch[]): Places {
  const places = new Map<RowNumber, Place>();
  let number = planOf(order).domainOrders.size;
  for (const branch of branches) {
    for (const row of after.below(branch.top)) {
      number += 1;
      const above = after.row(row).parent;
      const parent = row === branch.top ? branch.parent : above && places.get(above)?.number;
      places.set(row, { number, branch, ...(parent === undefined ? {} : { parent }) });
    }
  }
  return places;
}

/** Planned dates are those of the plan after, and must be counted anew. */
export function revisionAddition(adding: Adding): PlanAddition {
  const { order, context, after, places, undone } = adding;
  const tasks = addedTasks(adding);
  const first = planOf(order).tasks.size + tasks.rows.length + 1;
  const undoing = new Map(undone.map((task, index) => [task, first + index]));
  const outside = addedOutside(adding, tasks.numbers);
  const wants = addedWants(after, tasks.numbers);
  return {
    domainOrders: [...places].map(([row, { parent, branch }]) => {
      const { parent: _parent, unit: _unit, ...rest } = after.row(row);
      const unit = row === branch.top ? branch.unit : undefined;
      return {
        ...rest,
        ...(parent === undefined ? {} : { parent }),
        characteristics: adding.values.get(row) ?? rest.characteristics,
        ...(unit === undefined ? {} : { unit }),
      };
    }),
    tasks: [...tasks.rows, ...undone.map(task => ({ ...undoTaskOf(order, context.catalog, task), ...undated }))],
    dependencies: [...addedDependencies(adding, tasks), ...undoDependencies(order, undoing)],
    trace: { entries: addedEntries(adding), mappings: addedMappings(adding) },
    ...(outside.length === 0 ? {} : { outside }),
    ...(wants.length === 0 ? {} : { wants }),
  };
}

const undated = { plannedStart: '', plannedEnd: '' };

/** Those of new domain orders, and the manual one of a domain order that has lost everything below it. */
function addedTasks({ order, after, matched, places }: Adding): AddedTasks {
  const known = planOf(order).tasks.size;
  const rows: DecomposedTask[] = [];
  const numbers = new Map<number, number>();
  const of = new Map<number, { key: string; number: number }[]>();
  const add = (row: RowNumber, domainOrder: number, isThere: (key: string) => boolean): void => {
    for (const [number, task] of after.tasksOf(row)) {
      if (isThere(task.key)) continue;
      rows.push({ ...task, domainOrder });
      numbers.set(number, known + rows.length);
      of.set(domainOrder, [...(of.get(domainOrder) ?? []), { key: task.key, number: known + rows.length }]);
    }
  };
  for (const [row, { number }] of places) add(row, number, () => false);
  for (const [number, fate] of matched.fates) {
    if (fate.kind === 'dropped' || fate.before === undefined || fate.after === undefined) continue;
    const { tasks } = getDomainOrder(order, number);
    if (tasks.length === 0) add(fate.after, number, () => false);
  }
  return { rows, numbers, of };
}

/** The new tasks that wait for other orders; not for those that wait for this one, for a new task may be part of what they wait for. */
function addedOutside({ context, after }: Adding, numbers: ReadonlyMap<number, number>): readonly OutsideDependency[] {
  return (after.decomposed.outside ?? []).flatMap(row => {
    const task = numbers.get(row.task);
    return task === undefined || context.wouldCircle({ ...row, task }) ? [] : [{ ...row, task }];
  });
}

/** What the new tasks would wait for if an order had it. */
const addedWants = (
  { decomposed }: PlanRows,
  numbers: ReadonlyMap<number, number>,
): NonNullable<PlanAddition['wants']> =>
  (decomposed.wants ?? []).flatMap(({ task: row, want }) => {
    const task = numbers.get(row);
    return task === undefined ? [] : [{ task, want }];
  });
