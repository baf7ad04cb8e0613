/** Fills a workspace with orders in every stage, each by real commands: taken in, approved, worked on, stuck, done. */
import { transaction } from '../../db/transaction.ts';
import { listRows } from '../../main/domain/table.ts';
import { TASKS_PER_ORDER } from './benchCatalog.ts';
import { diceOf, type Dice } from './dice.ts';
import { documentOf } from './orderDocuments.ts';
import { momentOf, type Core } from './openCore.ts';

const BATCH = 200;

/** `busy`: of the approved orders a fifth is done, the others have just begun; `finished`: nearly all are done, as after years of work. */
export type Mix = 'busy' | 'finished';

/** Of a hundred orders 10 wait for approval, 5 were rejected, 85 are approved. */
const APPROVED_SHARE = 0.85;

export const ordersForTasks = (tasks: number): number => Math.ceil(tasks / TASKS_PER_ORDER / APPROVED_SHARE);

/** Order `n` always has the same history. Read models are written as far as the core was given any. */
export function addBusyOrders(core: Core, count: number, mix: Mix, onProgress: (done: number) => void): void {
  for (let n = 0; n < count; n += BATCH) {
    const until = Math.min(n + BATCH, count);
    transaction(core.db, () => {
      for (let at = n; at < until; at += 1) addBusyOrder(core, at, mix);
    });
    onProgress(until);
  }
}

function addBusyOrder(core: Core, n: number, mix: Mix): void {
  const dice = diceOf(n + 1);
  let minutes = n * 7;
  const at = (): string => momentOf((minutes += 1 + dice.below(40)));
  const orderId = core.take(documentOf(n), at());
  const fate = n % 20;
  if (fate === 0 || fate === 10) return;
  if (fate === 5) {
    core.send(orderId, { type: 'reject', reasonCode: 'incompleteData', text: 'No address' }, dice.below(20), at());
    return;
  }
  core.send(orderId, { type: 'approve' }, dice.below(20), at());
  const isDone = mix === 'busy' ? fate <= 3 : fate <= 17;
  workOn(core, orderId, isDone ? Infinity : dice.below(4), dice, at);
}

/** Starts and completes `count` tasks as they open; then somebody claims one, and now and then one gets stuck. */
function workOn(core: Core, orderId: string, count: number, dice: Dice, at: () => string): void {
  for (let done = 0; done < count; done += 1) {
    const [task] = openTasks(core, orderId);
    if (task === undefined) return;
    const by = dice.below(20);
    core.send(orderId, { type: 'startTask', task }, by, at());
    const values = dice.hits(50) ? [{ name: 'serial', value: `SN${dice.below(1_000_000)}` }] : [];
    core.send(orderId, { type: 'completeTask', task, values }, by, at());
  }
  const [task, other] = openTasks(core, orderId);
  if (task !== undefined && dice.hits(60)) core.send(orderId, { type: 'claimTask', task }, dice.below(20), at());
  if (other !== undefined && dice.hits(15)) {
    const fault = { falloutType: 'provisioningFailure', priority: 'high', text: 'The port is busy' } as const;
    core.send(orderId, { type: 'raiseFallout', task: other, ...fault, group: 'care' }, dice.below(20), at());
  }
}

/** Numbers of the tasks that can be started now. */
export function openTasks(core: Core, orderId: string): readonly number[] {
  const plan = core.orders.load(orderId)?.plan;
  if (plan === undefined) return [];
  return listRows(plan.tasks)
    .filter(({ state }) => state === 'open')
    .map(({ number }) => number);
}
