/** Decides on what tasks want of orders that were not approved yet: matched when one is, or gone without (features O6). */
import { eachOnce, timed } from '../decomposition/linkOutside.ts';
import { sitesOf } from '../decomposition/sites.ts';
import { err, ok } from '../result.ts';
import { findRow, listRows } from '../table.ts';
import { hasTaskEnded } from '../vocabulary/states.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import type { EventOf } from './events.ts';
import { evolve } from './evolve.ts';
import { firstRefusal, permitted } from './guards.ts';
import { taskNumber } from './numbers.ts';
import type { Order, OrderTask } from './order.ts';
import { openTasks } from './settle.ts';
import { unfold, type Decided, type Unfolding } from './unfolding.ts';

/** A task that somebody could have begun by now is not called back for what came later. */
const canStillWant = ({ state, hold }: OrderTask): boolean => ['draft', 'scheduled'].includes(hold?.restore ?? state);

/** What the named order has for these tasks is waited for from now on, except where that would lead round to the task itself. */
export function meetWants(
  order: Order,
  { tasks, order: other }: CommandOf<'meetWants'>,
  context: DecisionContext,
): Decided {
  const refusal = permitted(context.by, 'task.assign');
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  const siteOfLine = sitesOf(listRows(order.lines));
  for (const number of tasks) {
    const task = findTask(order, number);
    if (task === undefined || !canStillWant(task)) continue;
    for (const want of task.wants ?? []) {
      const found = context.findOutside(
        { kind: 'otherOrders', ...want },
        order.account?.id,
        siteOfLine(task.line),
        other,
      );
      const known = findTask(unfolding.order(), number)?.outside ?? [];
      const waits = eachOnce(found.map(part => timed(part, want))).filter(
        row =>
          !known.some(wait => wait.order === row.order && wait.node === row.node) &&
          !context.wouldCircle({ task: number, ...row }),
      );
      if (waits.length === 0) continue;
      const event: EventOf<'OutsideWantMet'> = { type: 'OutsideWantMet', v: 1, data: { task: number, want, waits } };
      if (!closesCircle(unfolding, event, context)) unfolding.emit(event);
    }
  }
  return unfolding.events().length === 0
    ? err({ code: 'NothingToChange', subject: 'order', id: order.number })
    : ok(unfolding.end());
}

/** Each wait may be harmless by itself and several of one command lead round all the same. */
function closesCircle(
  unfolding: Unfolding,
  event: EventOf<'OutsideWantMet'>,
  { findCircle, by }: DecisionContext,
): boolean {
  const order = unfolding.order();
  return findCircle(evolve(order, { ...event, version: order.version + 1, at: unfolding.at, by: by.id })) !== undefined;
}

/** Somebody lets the task go on without what no order has yet. */
export function goWithout(
  order: Order,
  { task: number, specification }: CommandOf<'goWithout'>,
  context: DecisionContext,
): Decided {
  const id = taskNumber(order, number);
  const task = findTask(order, number);
  if (task === undefined) return err({ code: 'NotFound', subject: 'task', id });
  const wanted = hasTaskEnded(task.state)
    ? []
    : (task.wants ?? []).filter(want => want.specification === specification);
  const refusal = firstRefusal(
    () => permitted(context.by, 'task.assign'),
    () => (wanted.length === 0 ? { code: 'NothingToChange', subject: 'task', id } : null),
  );
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  for (const want of wanted) unfolding.emit({ type: 'OutsideWantMet', v: 1, data: { task: number, want, waits: [] } });
  openTasks(unfolding, [number]);
  return ok(unfolding.end());
}

const findTask = ({ plan }: Order, number: number): OrderTask | undefined =>
  plan === undefined ? undefined : findRow(plan.tasks, number);
