/** One row per moment that an order waits for: its own start, each task whose lag runs, and each domain order (features A7, O5). */
import type { Order } from '../../main/domain/order/order.ts';
import { domainOrderFreeAt, domainOrdersInside } from '../../main/domain/order/settle.ts';
import { emptyTable, findRow, getRow, listRows } from '../../main/domain/table.ts';
import { domainOrderId, taskId } from '../../main/domain/vocabulary/node.ts';
import type { Change, Projection } from './projection.ts';
import { deleteRows, inTables, rowTable, writeRow } from './rowTable.ts';

const table = rowTable(
  'wake_row',
  {
    order_id: 'TEXT NOT NULL',
    /** `order` is the order itself, else `T1` or `D1`. */
    part: 'TEXT NOT NULL',
    at: 'TEXT NOT NULL',
  },
  ['order_id', 'part'],
  ['CREATE INDEX wake_by_moment ON wake_row (at, order_id)'],
);

export const wakes: Projection = {
  name: 'wakes',
  version: 2,
  ...inTables(table),
  counters: [],
  settle: ({ db }, change) => {
    const { before, after, tasks } = change;
    const put = (part: string, was: string | undefined, now: string | undefined): void => {
      if (was === now) return;
      const row = (at: string) => ({ order_id: after.id, part, at });
      if (now !== undefined) writeRow(db, table, was === undefined ? undefined : row(was), row(now));
      else deleteRows(db, table, { order_id: after.id, part });
    };
    put('order', startOf(before), startOf(after));
    if (after.plan === undefined) return;
    for (const number of tasks) {
      const was = before?.plan && findRow(before.plan.tasks, number);
      put(taskId(number), was && momentOf(was), momentOf(getRow(after.plan.tasks, number)));
    }
    for (const number of waitingAnew(change)) {
      put(domainOrderId(number), lagOf(before, number), lagOf(after, number));
    }
  },
};

/** Only an order that is neither stopped nor being changed starts by itself. */
const startOf = (order: Order | null): string | undefined =>
  order?.state === 'acknowledged' ? order.startsAt : undefined;

type Moment = { readonly state: string; readonly opensAt?: string | undefined };

const momentOf = ({ state, opensAt }: Moment): string | undefined => (state === 'scheduled' ? opensAt : undefined);

/** Domain orders that may wait for another moment than before: with the start of the order all of them, with what lets go of a line all in it. */
function waitingAnew({ before, after, lines, domainOrders }: Change): Iterable<number> {
  if (after.actualStart === undefined) return [];
  if (before?.actualStart === undefined)
    return listRows(after.plan?.domainOrders ?? emptyTable).map(({ number }) => number);
  const moved = lines.filter(number => {
    const [was, now] = [findRow(before.lines, number), getRow(after.lines, number)];
    return was?.pending !== now.pending || was.freeAt !== now.freeAt || was.hold !== now.hold;
  });
  return new Set([...domainOrders, ...moved.flatMap(number => domainOrdersInside(after, number))]);
}

/** When the last lag of a domain order that waits for nothing else runs out. */
function lagOf(order: Order | null, number: number): string | undefined {
  const part = order?.plan && findRow(order.plan.domainOrders, number);
  if (order?.actualStart === undefined || part?.state !== 'draft') return undefined;
  return domainOrderFreeAt(order, number) || undefined;
}
