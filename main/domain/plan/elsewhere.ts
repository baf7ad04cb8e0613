/** What a plan knows of the parts of other orders that it waits for (features O6, O8). */
import type { OrderTask } from '../order/order.ts';
import { nobody, whoever, type Who } from '../people/who.ts';
import type { NodeId } from '../vocabulary/node.ts';

/** How a part of another order stands there, and who can take it on: whoever clears what it waits for itself. */
export type Standing = { readonly state: string; readonly who: Who };

/** When a part will have ended as things stand: milliseconds since 1970, and whether it may well be later, because of what is not known. */
export type Ending = { readonly at: number; readonly atEarliest: boolean };

/** Undefined where nothing is known. */
export type Elsewhere = {
  readonly endOf: (order: string, node: NodeId) => Ending | undefined;
  readonly standingOf: (order: string, node: NodeId) => Standing | undefined;
};

type Waiter = Pick<OrderTask, 'outside'>;

const atOnce: Ending = { at: 0, atEarliest: false };

/** When the last part of other orders that the task waits for will have ended, as far as that is known; at 0 when nothing is. */
export function outsideEndOf({ outside }: Waiter, elsewhere: Elsewhere | undefined): Ending {
  if (outside === undefined || outside.length === 0) return atOnce;
  let { at, atEarliest } = atOnce;
  for (const { order, node } of outside) {
    const end = elsewhere?.endOf(order, node);
    at = Math.max(at, end?.at ?? 0);
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
