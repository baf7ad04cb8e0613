/** One row per thing that a task not begun would wait for if another order had it, so that the approval of one finds who wants it (features O6). */
import { siteOf, sitesOf } from '../../main/domain/decomposition/sites.ts';
import type { Order, OrderTask } from '../../main/domain/order/order.ts';
import { changedNumbers, findRow, getRow, listRows } from '../../main/domain/table.ts';
import type { Projection } from './projection.ts';
import { deleteRows, inTables, rowTable, writeRow } from './rowTable.ts';

const table = rowTable(
  'outside_want',
  {
    order_id: 'TEXT NOT NULL',
    task: 'INTEGER NOT NULL',
    specification: 'TEXT NOT NULL',
    /** Among those of the task. */
    place: 'INTEGER NOT NULL',
    account_id: 'TEXT NOT NULL',
    /** Only there, when it says so. */
    site: 'TEXT',
  },
  ['order_id', 'task', 'specification', 'place'],
  ['CREATE INDEX outside_want_of ON outside_want (specification, account_id)'],
);

type Wants = NonNullable<OrderTask['wants']>;
const none: Wants = [];

export const outsideWants: Projection = {
  name: 'outsideWants',
  version: 2,
  ...inTables(table),
  counters: [],
  settle: ({ db }, { before, after, tasks }) => {
    if (after.plan === undefined) return;
    const siteOfLine = sitesOf(listRows(after.lines));
    const hasMoved = before?.plan !== undefined && haveLinesMoved(before, after);
    for (const number of hasMoved ? listRows(after.plan.tasks).map(task => task.number) : tasks) {
      const task = getRow(after.plan.tasks, number);
      const was = wantsOf(before, before?.plan && findRow(before.plan.tasks, number));
      const now = wantsOf(after, task);
      if (was === now && !(hasMoved && now.length > 0)) continue;
      if (was.length > 0) deleteRows(db, table, { order_id: after.id, task: number });
      for (const [place, { specification, same }] of now.entries()) {
        const site = same === 'location' ? (siteOfLine(task.line) ?? '') : null;
        const account_id = after.account?.id ?? '';
        writeRow(db, table, undefined, { order_id: after.id, task: number, specification, place, account_id, site });
      }
    }
  },
};

/** What is nested in a line may be at its site: then every task is looked at. */
const haveLinesMoved = (before: Order, after: Order): boolean =>
  changedNumbers(before.lines, after.lines).some(
    number => siteOf(findRow(before.lines, number)?.location) !== siteOf(getRow(after.lines, number).location),
  );

/** What could have been begun is not called back for what comes later. */
function wantsOf(order: Order | null, task: OrderTask | undefined): Wants {
  if (task?.wants === undefined || order?.account?.id === undefined) return none;
  return ['draft', 'scheduled'].includes(task.hold?.restore ?? task.state) ? task.wants : none;
}
