/** One row per moment that an order waits for: its own start, and each task whose lag runs (features A7, O5). */
import type { Order } from '../../main/domain/order/order.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import type { Projection } from './projection.ts';
import { deleteRows, inTables, rowTable, writeRow } from './rowTable.ts';

const table = rowTable(
  'wake_row',
  {
    order_id: 'TEXT NOT NULL',
    /** 0 is the order itself. */
    task: 'INTEGER NOT NULL',
    at: 'TEXT NOT NULL',
  },
  ['order_id', 'task'],
  ['CREATE INDEX wake_by_moment ON wake_row (at, order_id)'],
);

export const wakes: Projection = {
  name: 'wakes',
  version: 1,
  ...inTables(table),
  counters: [],
  settle: ({ db }, { before, after, tasks }) => {
    const put = (task: number, was: string | undefined, now: string | undefined): void => {
      if (was === now) return;
      const row = (at: string) => ({ order_id: after.id, task, at });
      if (now !== undefined) writeRow(db, table, was === undefined ? undefined : row(was), row(now));
      else deleteRows(db, table, { order_id: after.id, task });
    };
    put(0, startOf(before), startOf(after));
    if (after.plan === undefined) return;
    for (const number of tasks) {
      const was = before?.plan && findRow(before.plan.tasks, number);
      put(number, was && momentOf(was), momentOf(getRow(after.plan.tasks, number)));
    }
  },
};

/** Only an order that is neither stopped nor being changed starts by itself. */
const startOf = (order: Order | null): string | undefined =>
  order?.state === 'acknowledged' ? order.startsAt : undefined;

type Moment = { readonly state: string; readonly opensAt?: string | undefined };

const momentOf = ({ state, opensAt }: Moment): string | undefined => (state === 'scheduled' ? opensAt : undefined);
