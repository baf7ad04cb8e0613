/** Puts recorded values onto a task and its domain order, and draws what follows: values elsewhere, targets that waited for them (features D4, D5). */
import { sameJson } from '../json.ts';
import type { DecisionContext } from './commands.ts';
import type { OrderTask } from './order.ts';
import { propagate, type Arrival } from './propagate.ts';
import { reconsider } from './staggered/staggered.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import type { Unfolding } from './unfolding.ts';

/** Emits nothing when every value is as it was; of two values of one name the last stands. */
export function emitValues(
  unfolding: Unfolding,
  task: OrderTask,
  values: readonly CharacteristicValue[],
  context: DecisionContext,
): void {
  const before = new Map(task.values.map(({ name, value }) => [name, value]));
  const changed = [...new Map(values.map(value => [value.name, value])).values()].filter(
    ({ name, value }) => !sameJson(before.get(name) ?? null, value),
  );
  if (changed.length === 0) return;
  unfolding.emit({
    type: 'TaskValuesRecorded',
    v: 1,
    data: {
      task: task.number,
      values: changed.map(({ name, value }) => ({ name, was: before.get(name) ?? null, now: value })),
    },
  });
  const recorded = changed.map(({ name }): Arrival => ({ domainOrder: task.domainOrder, name, from: 'task' }));
  const carried = propagate(unfolding, context.catalog, task.domainOrder, changed);
  reconsider(unfolding, context, [...recorded, ...carried]);
}
