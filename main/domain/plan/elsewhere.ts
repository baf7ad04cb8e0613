/** What a plan knows of the parts of other orders that it waits for (features O6, O8). */
import type { OrderTask } from '../order/order.ts';
import { isWanting } from '../order/wanting.ts';
import { nobody, whoever, type Who } from '../people/who.ts';
import type { NodeId } from '../vocabulary/node.ts';

/** How a part of another order stands there, and who can take it on: whoever clears what it waits for itself. */
export type Standing = { readonly state: string; readonly who: Who };

/** When a part will have ended as things stand: milliseconds since 1970, and whether it may well be later, because of what is not known. */
export type Ending = { readonly at: number; readonly atEarliest: boolean };

/** Undefined where nothing is known. */
export type Elsewhere = {
  /** With `start`, when it will have started. */
  readonly endOf: (order: string, node: NodeId, on?: 'start') => Ending | undefined;
  readonly standingOf: (order: string, node: NodeId) => Standing | undefined;
};

type Waiter = Pick<OrderTask, 'outside' | 'wants'>;

/** When the last part of other orders that the task waits for will have let go, as far as that is known; at 0 when nothing is, and nothing is of an order to come. */
export function outsideEndOf(task: Waiter, elsewhere: Elsewhere | undefined): Ending {
  const { outside = [] } = task;
  let at = 0;
  let atEarliest = isWanting(task);
  for (const { order, node, on, lagMinutes = 0 } of outside) {
    const end = elsewhere?.endOf(order, node, on);
    at = Math.max(at, end === undefined ? 0 : end.at + lagMinutes * 60_000);
    if (end?.atEarliest !== false) atEarliest = true;
  }
  return { at, atEarliest };
}

/** Of several parts that it waits for, the first that somebody can do something about; where one is not known, whoever may let the task go on without it. */
export function whoElsewhere({ outside = [] }: Waiter, elsewhere: Elsewhere | undefined): Who {
  let isKnown = outside.length > 0;
  for (const { order, node } of outside) {
    const standing = elsewhere?.standingOf(order, node);
    if (standing === undefined) isKnown = false;
    else if (standing.who.kind !== 'nobody') return standing.who;
  }
  return isKnown ? nobody : whoever('task.assign');
}
