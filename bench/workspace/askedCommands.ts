/** Commands as people ask them, listed beforehand so that several files can be sent the very same ones. */
import { transaction } from '../../db/transaction.ts';
import type { OrderCommand } from '../../main/domain/order/commands.ts';
import { getRow } from '../../main/domain/table.ts';
import { itemAt } from '../measure/itemAt.ts';
import { openTasks } from './busyOrders.ts';
import { diceOf } from './dice.ts';
import { benchPeople, momentOf, type Core } from './openCore.ts';
import { documentOf, type DocumentOptions } from './orderDocuments.ts';

export type Asked = {
  readonly orderId: string;
  readonly command: OrderCommand;
  /** Place among the people. */
  readonly by: number;
  readonly at: string;
};

/** Minutes: after everything that is in a workspace already. */
export const LATER = 2_000_000;

export const sendTo = (core: Core, { orderId, command, by, at }: Asked): void => core.send(orderId, command, by, at);

/** Takes a document in and approves it, and gives the order's id. */
export function addApproved(core: Core, n: number, options: DocumentOptions): string {
  const orderId = transaction(core.db, () => core.take(documentOf(n, options), momentOf(LATER)));
  sendTo(core, { orderId, command: { type: 'approve' }, by: 0, at: momentOf(LATER) });
  return orderId;
}

export type FreeTask = { readonly orderId: string; readonly task: number };

/** An open task that nobody has in each of so many orders, from all over the workspace. */
export function freeTasks(core: Core, count: number): readonly FreeTask[] {
  const orders = core.db.prepare<[], string>("SELECT id FROM order_row WHERE state = 'inProgress' ORDER BY id").pluck();
  const ids = orders.all();
  const dice = diceOf(9);
  const found = new Map<string, FreeTask>();
  for (let tries = 0; tries < 20 * count && found.size < count; tries += 1) {
    const orderId = itemAt(ids, dice.below(ids.length));
    const task = openTasks(core, orderId).find(number => assigneeOf(core, orderId, number) === undefined);
    if (task !== undefined) found.set(orderId, { orderId, task });
  }
  return [...found.values()];
}

function assigneeOf(core: Core, orderId: string, task: number): string | undefined {
  const plan = core.orders.load(orderId)?.plan;
  return plan === undefined ? undefined : getRow(plan.tasks, task).assignee;
}

/** Somebody takes each of the tasks. */
export const claimsOf = (tasks: readonly FreeTask[]): readonly Asked[] =>
  tasks.map(({ orderId, task }, n) => ({
    orderId,
    command: { type: 'claimTask', task },
    by: n % benchPeople.length,
    at: momentOf(LATER + n),
  }));

/** What they then do who work through a queue. */
export const workOn = (tasks: readonly FreeTask[]): readonly Asked[] =>
  tasks.flatMap(({ orderId, task }, n) => {
    const values = [{ name: 'serial', value: `SN${n}` }];
    const commands: readonly OrderCommand[] = [
      { type: 'startTask', task },
      { type: 'recordValues', task, values },
      { type: 'addNote', subject: `T${task}`, kind: 'work', text: 'Rang the customer' },
      { type: 'completeTask', task },
    ];
    const by = n % benchPeople.length;
    return commands.map((command, step) => ({ orderId, command, by, at: momentOf(LATER + 1_000 + n * 4 + step) }));
  });

/** Approvals of the newest orders that wait for one. */
export function approvalsOf(core: Core, count: number): readonly Asked[] {
  const waiting = core.db.prepare<[number], string>(
    "SELECT id FROM order_row WHERE state = 'new' ORDER BY id DESC LIMIT ?",
  );
  return waiting
    .pluck()
    .all(count)
    .map((orderId, n) => ({ orderId, command: { type: 'approve' }, by: n, at: momentOf(LATER + 10_000 + n) }));
}
