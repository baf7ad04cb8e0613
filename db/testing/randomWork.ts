/** A course of random but sensible commands, the same for the same seed: what a busy desk does to its orders. */
import { rowsOf } from '../../main/domain/table.ts';
import { falloutTypes } from '../../main/domain/order/codes.ts';
import type { OrderCommand } from '../../main/domain/order/commands.ts';
import type { EscalatedTo, Order, OrderTask } from '../../main/domain/order/order.ts';
import { falloutActions } from '../../main/domain/order/order.ts';
import { findPendingRevision } from '../../main/domain/order/revision/evolveRevision.ts';
import type { CapturedLine } from '../../main/domain/vocabulary/captured.ts';
import type { RevisionChange } from '../../main/domain/vocabulary/revision.ts';
import { theDesk } from '../../main/domain/people/desk.ts';
import { hasFalloutEnded, priorities } from '../../main/domain/vocabulary/states.ts';
import { readOrder } from '../eventLog.ts';
import { handingOut, othersAround } from './deskAround.ts';
import { people, sampleOrder, teams, type TestDesk } from './testDesk.ts';

export type Dice = {
  readonly below: (limit: number) => number;
  readonly of: <T>(items: readonly T[]) => T | undefined;
};

/** Small numbers from a seed (mulberry32), so that a failing course can be run again. */
export function diceOf(seed: number): Dice {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, of: items => items[below(Math.max(items.length, 1))] };
}

/** One command on one of the orders, or the import of another order; refusals are part of a busy day. */
export function workAtRandom(desk: TestDesk, orderIds: string[], dice: Dice): void {
  const orderId = dice.of(orderIds);
  if (orderId === undefined || dice.below(18) === 0) {
    orderIds.push(desk.import({ priority: dice.of(priorities) ?? 'low' }));
    return;
  }
  const order = desk.order(orderId);
  // What others have may come after an approval as well as before it.
  const isAlone = order.plan === undefined && dice.below(2) === 0;
  const around = isAlone ? {} : othersAround(orderId, orderIds, id => desk.order(id));
  if (dice.below(15) === 0) {
    const [last] = readOrder(desk.db, orderId, order.version - 1);
    if (last !== undefined) desk.send(orderId, { type: 'undo', action: last.commandId }, last.by, around);
    return;
  }
  const command = commandFor(order, dice.of(orderIds) ?? orderId, dice);
  const isHanding = command.type === 'handOutTasks' || dice.below(5) === 0;
  const by = desks.has(command.type) && dice.below(2) === 0 ? theDesk : dice.of(people);
  desk.send(orderId, command, by?.id, { ...around, ...(isHanding ? handingOut : {}) });
}

/** What the desk asks by itself. */
const desks: ReadonlySet<OrderCommand['type']> = new Set(['passTime', 'meetOutside', 'meetWants', 'handOutTasks']);

function commandFor(order: Order, other: string, dice: Dice): OrderCommand {
  if (order.plan === undefined) return beforePlan(order, dice);
  if (order.state === 'acknowledged') return dice.below(2) === 0 ? { type: 'startNow' } : { type: 'passTime' };
  if (dice.below(findPendingRevision(order) === undefined ? 10 : 3) === 0) return forRevision(order, dice);
  const tasks = [...rowsOf(order.plan.tasks)];
  if (dice.below(6) === 0) return forWaits(tasks, other, dice);
  if (dice.below(12) === 0) return passing(tasks, dice);
  const fallout = dice.of([...rowsOf(order.fallouts)].filter(({ state }) => !hasFalloutEnded(state)));
  if (fallout !== undefined && dice.below(3) === 0) return forFallout(fallout.number, dice);
  const task = dice.of(tasks.filter(({ state }) => state === 'open' || state === 'inProgress'));
  if (task !== undefined) return forTask(task, dice);
  if (dice.below(3) === 0) return note(dice);
  return dice.below(2) === 0 ? forWaits(tasks, other, dice) : passing(tasks, dice);
}

function beforePlan(order: Order, dice: Dice): OrderCommand {
  if (order.state === 'rejected') return { type: 'reopen' };
  if (order.state === 'draft') {
    const name = dice.of(['Borealis', 'Nordlys', 'Havila']) ?? 'Borealis';
    return dice.below(2) === 0
      ? { type: 'submit' }
      : { type: 'correct', changes: [{ field: 'account', value: { id: name, name } }] };
  }
  if (dice.below(4) === 0) return { type: 'reject', reasonCode: 'incompleteData', text: 'No address' };
  return dice.below(4) === 0 ? { type: 'approve', startAt: '2026-01-05T10:00:00.000Z' } : { type: 'approve' };
}

/** What goes on by itself, and what somebody who held it takes up again. */
function passing(tasks: readonly OrderTask[], dice: Dice): OrderCommand {
  const paused = dice.of(tasks.filter(({ hold }) => hold?.person !== undefined));
  if (paused !== undefined && dice.below(3) === 0) return { type: 'resumeTask', task: paused.number };
  const ready = tasks.flatMap(({ state, number }) => (state === 'open' ? [number] : []));
  const isLagging = tasks.some(({ state }) => state === 'scheduled');
  return isLagging || dice.below(4) === 0 ? { type: 'passTime' } : { type: 'handOutTasks', tasks: ready };
}

/** Has a task wait for another order, or for one to come, or go on without it. */
function forWaits(tasks: readonly OrderTask[], order: string, dice: Dice): OrderCommand {
  const wanting = tasks.filter(({ wants = [] }) => wants.length > 0);
  const one = dice.of(wanting);
  const [want] = one?.wants ?? [];
  if (one !== undefined && want !== undefined && dice.below(3) > 0) {
    if (dice.below(3) > 0) return { type: 'meetWants', tasks: wanting.map(({ number }) => number), order };
    return { type: 'goWithout', task: one.number, specification: want.specification };
  }
  const waiting = dice.of(tasks.filter(({ outside = [] }) => outside.length > 0));
  const [wait] = waiting?.outside ?? [];
  if (waiting !== undefined && wait !== undefined && dice.below(3) > 0) {
    return { type: 'meetOutside', task: waiting.number, order: wait.order, node: wait.node };
  }
  const task = dice.of(tasks)?.number ?? 1;
  const node = `T${1 + dice.below(3)}` as const;
  const timing = dice.of([{}, {}, { lagMinutes: 3 }, { on: 'start' as const }]) ?? {};
  return { type: 'waitForOther', on: { task, order, orderNumber: order, node, title: 'Elsewhere', ...timing } };
}

/** Asks for a change of an order under way, or decides on the one that waits. */
function forRevision(order: Order, dice: Dice): OrderCommand {
  const pending = findPendingRevision(order);
  if (pending !== undefined) {
    const revision = pending.number;
    return dice.below(3) === 0
      ? { type: 'rejectRevision', revision, text: 'Too late' }
      : { type: 'approveRevision', revision };
  }
  const change = dice.of<RevisionChange>([
    { kind: 'characteristic', line: 1, name: 'bandwidth', value: dice.of(['100M', '1G', null]) ?? null },
    { kind: 'quantity', line: 1, value: 1 + dice.below(3) },
    { kind: 'location', line: 1, value: { name: dice.of(['Bergen', 'Voss']) ?? 'Bergen' } },
    { kind: 'addLine', line: { ...sampleOrder('').lines[0], itemId: `n${order.version}` } as CapturedLine },
    { kind: 'cancelLine', line: 1 + dice.below(order.lines.size) },
  ]);
  const isCancel = dice.below(8) === 0 || change === undefined;
  return {
    type: 'requestRevision',
    operation: isCancel ? 'cancel' : 'update',
    changes: isCancel ? [] : [change],
    reason: 'The customer called',
    override: { reason: 'It must be' },
  };
}

function forTask(task: OrderTask, dice: Dice): OrderCommand {
  const { number } = task;
  switch (dice.below(16)) {
    case 0:
      return { type: 'claimTask', task: number };
    case 1:
      return { type: 'assignTask', task: number, assignee: dice.of(people)?.id ?? null, group: dice.of(teams) ?? null };
    case 2:
      return { type: 'releaseTask', task: number };
    case 3:
      return { type: 'startTask', task: number };
    case 4:
      return { type: 'recordValues', task: number, values: [{ name: 'remark', value: `seen ${dice.below(9)}` }] };
    case 5:
      return {
        type: 'raiseFallout',
        task: number,
        falloutType: 'provisioningFailure',
        priority: dice.of(priorities) ?? 'low',
        text: 'The port is busy',
        group: dice.of(teams) ?? 'design',
      };
    case 6:
      return { type: 'escalateTask', task: number, to: someone(dice), reason: 'They call every day' };
    case 7:
      return task.escalation === undefined
        ? { type: 'skipTask', task: number, reason: 'They have it already' }
        : { type: 'withdrawEscalation', task: number };
    case 8:
      return task.proposedEnd === undefined || dice.below(3) === 0
        ? {
            type: 'proposeEnd',
            task: number,
            end: `2026-01-0${6 + dice.below(4)}T12:00:00.000Z`,
            reason: 'They said so',
          }
        : { type: 'withdrawEnd', task: number };
    case 9:
      return { type: 'pauseTask', task: number, reason: 'No van' };
    default:
      return { type: task.state === 'open' && dice.below(6) > 0 ? 'startTask' : 'completeTask', task: number };
  }
}

function forFallout(fallout: number, dice: Dice): OrderCommand {
  switch (dice.below(3)) {
    case 0:
      return {
        type: 'triageFallout',
        fallout,
        falloutType: dice.of(falloutTypes) ?? 'other',
        priority: dice.of(priorities) ?? 'low',
        state: 'inProgress',
        dueAt: `2026-02-0${dice.below(9) + 1}T00:00:00.000Z`,
      };
    case 1:
      return { type: 'reassignFallout', fallout, owner: dice.of(people)?.id ?? null, group: dice.of(teams) ?? null };
    default:
      return {
        type: 'resolveFallout',
        fallout,
        action: dice.of(falloutActions) ?? 'retry',
        rootCause: 'humanError',
        resolutionCode: 'workedAround',
        text: 'Done by hand',
      };
  }
}

const note = (dice: Dice): OrderCommand => ({
  type: 'addNote',
  subject: 'order',
  kind: 'work',
  text: `Note ${dice.below(100)}`,
});

const someone = (dice: Dice): EscalatedTo =>
  dice.below(2) === 0
    ? { kind: 'person', id: dice.of(people)?.id ?? '' }
    : { kind: 'group', id: dice.of(teams) ?? 'design' };
