/** Holds what a revision touches while it waits for a decision, and lets go of it exactly as it was. */
import { changeRows } from '../../table.ts';
import type { Revision } from '../../vocabulary/revision.ts';
import { planOf } from '../change.ts';
import { causesWithout, heldFor, heldOnlyFor } from '../hold.ts';
import type { Order, OrderTask, Touched } from '../order.ts';
import { partsOf } from '../recount.ts';

/** Lines show what was asked; the clocks of tasks that somebody could have worked on stop (domain.md A.11). */
export function heldOrder(
  order: Order,
  { number, operation, touches }: Pick<Revision, 'number' | 'operation' | 'touches'>,
  touched: Touched,
): Order {
  const plan = planOf(order);
  const lineState = operation === 'cancel' ? 'assessingCancellation' : 'revisionInProgress';
  return {
    ...order,
    lines: changeRows(order.lines, touches.lines, line => ({
      ...line,
      state: lineState,
      hold: { revision: number, restore: line.state },
    })),
    plan: {
      ...plan,
      domainOrders: changeRows(plan.domainOrders, touches.domainOrders, part => ({
        ...part,
        state: 'onHold',
        hold: { revision: number, restore: part.state },
      })),
      tasks: changeRows(plan.tasks, touches.tasks, task => ({
        ...task,
        ...heldFor(task, { revision: number }),
        ...(hasClock(task) ? { pauses: [...(task.pauses ?? []), { from: touched.at }] } : {}),
        touched,
      })),
    },
  };
}

/** Whatever a revision holds goes back to what it was, unless something else holds it too. */
export function releasedOrder(order: Order, touched: Touched): Order {
  const plan = planOf(order);
  const { lines, domainOrders, tasks } = partsOf(order);
  const held = (parts: readonly { readonly number: number; readonly hold?: object | undefined }[]): readonly number[] =>
    parts.flatMap(({ number, hold }) => (hold !== undefined && 'revision' in hold ? [number] : []));
  return {
    ...order,
    lines: changeRows(order.lines, held(lines), line => ({
      ...line,
      state: line.hold?.restore ?? line.state,
      hold: undefined,
    })),
    plan: {
      ...plan,
      domainOrders: changeRows(plan.domainOrders, held(domainOrders), part => ({
        ...part,
        state: part.hold?.restore ?? part.state,
        hold: undefined,
      })),
      tasks: changeRows(plan.tasks, held(tasks), task => ({
        ...task,
        ...heldOnlyFor(task, causesWithout(task.hold, 'revision')),
        ...runningAgain(task, touched.at),
        touched,
      })),
    },
  };
}

/** Somebody could have worked on it but for what holds it. */
const hasClock = ({ state, hold }: OrderTask): boolean =>
  ['open', 'inProgress', 'awaitingInformation'].includes(hold?.restore ?? state);

function runningAgain({ pauses }: OrderTask, at: string): Pick<OrderTask, 'pauses'> {
  const last = pauses?.at(-1);
  if (pauses === undefined || last === undefined || last.to !== undefined) return {};
  return { pauses: [...pauses.slice(0, -1), { ...last, to: at }] };
}
