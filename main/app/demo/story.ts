/** Tells what happens to one order of the demo, command by command, each later than the one before. */
import type { OrderCommand } from '../../domain/order/commands.ts';
import type { Order, OrderTask } from '../../domain/order/order.ts';
import type { Person } from '../../domain/people/permissions.ts';
import { getRow } from '../../domain/table.ts';
import type { Execute } from '../commands/executor.ts';
import type { OrderCache } from '../orderCache.ts';
import type { Chance } from './chance.ts';
import { addWork, MINUTE } from './workTime.ts';

export type StoryParts = {
  readonly execute: Execute;
  readonly orders: OrderCache;
  readonly newId: () => string;
};

export type Story = {
  readonly chance: Chance;
  readonly order: () => Order;
  readonly task: (number: number) => OrderTask;
  /** The moment of the last command, in milliseconds. */
  readonly at: () => number;
  /** Does it at `at`, or a minute after the last command when that is later; gives the numbers of the tasks it touched. A refusal is a bug in the demo. */
  readonly send: (by: Person, command: OrderCommand, at: number) => readonly number[];
  /** The same after some working minutes, but not past the horizon. */
  readonly sendAfter: (minutes: number, by: Person, command: OrderCommand) => readonly number[];
};

export function tellStory(
  { execute, orders, newId }: StoryParts,
  { orderId, chance, from, horizon }: { orderId: string; chance: Chance; from: number; horizon: number },
): Story {
  let last = from;
  // Looked at far more often than it changes.
  let known: Order | null = null;
  const order = (): Order => {
    known ??= orders.load(orderId);
    if (known === null) throw new Error(`Order ${orderId} of the demo is not there`);
    return known;
  };
  const send: Story['send'] = (by, command, at) => {
    last = Math.max(at + chance.whole(0, 59) * 1000, last + MINUTE);
    const done = execute(orderId, newId(), command, { by, at: new Date(last).toISOString() });
    known = null;
    if (!done.ok) {
      const facts = JSON.stringify(done.error);
      throw new Error(`The demo was refused ${JSON.stringify(command)} by ${by.id} on ${order().number}: ${facts}`);
    }
    return done.value.changed.flatMap(part => (part.startsWith('T') ? [Number(part.slice(1))] : []));
  };
  return {
    chance,
    order,
    task: number => {
      const { plan, number: orderNumber } = order();
      if (plan === undefined) throw new Error(`Order ${orderNumber} of the demo has no plan yet`);
      return getRow(plan.tasks, number);
    },
    at: () => last,
    send,
    sendAfter: (minutes, by, command) => send(by, command, Math.min(addWork(last, minutes), horizon)),
  };
}
