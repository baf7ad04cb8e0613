/** A course of random but sensible commands, the same for the same seed: what a busy desk does to its orders. */
import { rowsOf } from '../../main/domain/table.ts';
import { falloutTypes } from '../../main/domain/order/codes.ts';
import type { OrderCommand } from '../../main/domain/order/commands.ts';
import type { Order, OrderTask } from '../../main/domain/order/order.ts';
import { falloutActions } from '../../main/domain/order/order.ts';
import { hasFalloutEnded, priorities } from '../../main/domain/vocabulary/states.ts';
import { people, teams, type TestDesk } from './testDesk.ts';

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
  if (orderId === undefined || dice.below(12) === 0) {
    orderIds.push(desk.import({ priority: dice.of(priorities) ?? 'low' }));
    return;
  }
  desk.send(orderId, commandFor(desk.order(orderId), dice), dice.of(people)?.id);
}

function commandFor(order: Order, dice: Dice): OrderCommand {
  if (order.plan === undefined) return beforePlan(order, dice);
  const tasks = [...rowsOf(order.plan.tasks)];
  const fallout = dice.of([...rowsOf(order.fallouts)].filter(({ state }) => !hasFalloutEnded(state)));
  if (fallout !== undefined && dice.below(3) === 0) return forFallout(fallout.number, dice);
  const task = dice.of(tasks.filter(({ state }) => state === 'open' || state === 'inProgress'));
  return task === undefined ? note(dice) : forTask(task, dice);
}

function beforePlan(order: Order, dice: Dice): OrderCommand {
  if (order.state === 'rejected') return { type: 'reopen' };
  if (order.state === 'draft') {
    const name = dice.of(['Borealis', 'Nordlys', 'Havila']) ?? 'Borealis';
    return dice.below(2) === 0
      ? { type: 'submit' }
      : { type: 'correct', changes: [{ field: 'account', value: { id: name, name } }] };
  }
  return dice.below(4) === 0
    ? { type: 'reject', reasonCode: 'incompleteData', text: 'No address' }
    : { type: 'approve' };
}

function forTask(task: OrderTask, dice: Dice): OrderCommand {
  const { number } = task;
  switch (dice.below(10)) {
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
    default:
      return { type: 'completeTask', task: number };
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
