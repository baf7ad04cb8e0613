/** Puts recorded values onto a task and its domain order, and from there wherever a mapping takes them (features D5). */
import { propagateValues } from '../decomposition/propagateValues.ts';
import { sameJson } from '../json.ts';
import { getDomainOrder, getLine } from './change.ts';
import type { DecisionContext } from './commands.ts';
import type { DomainOrder, Order, OrderTask } from './order.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import { hasDomainOrderEnded } from '../vocabulary/states.ts';
import type { Unfolding } from './unfolding.ts';

/** Emits nothing when every value is as it was; of two values of one name the last stands. */
export function emitValues(
  unfolding: Unfolding,
  task: OrderTask,
  values: readonly CharacteristicValue[],
  { catalog }: DecisionContext,
): void {
  const before = new Map(task.values.map(({ name, value }) => [name, value]));
  const changed = [...new Map(values.map(value => [value.name, value])).values()].filter(
    ({ name, value }) => !sameJson(before.get(name) ?? null, value),
  );
  if (changed.length === 0) return;
  const order = unfolding.order();
  unfolding.emit({
    type: 'TaskValuesRecorded',
    v: 1,
    data: {
      task: task.number,
      values: changed.map(({ name, value }) => ({ name, was: before.get(name) ?? null, now: value })),
    },
  });
  const { specification } = getDomainOrder(order, task.domainOrder);
  const names = new Set(changed.map(({ name }) => name));
  const mappings = catalog.mappingsBySource.get(specification) ?? [];
  // The whole line is looked at only when something leaves from here.
  if (!mappings.some(({ sourceCharacteristic }) => names.has(sourceCharacteristic))) return;
  for (const moved of propagateValues(catalog, domainOrdersOfLine(order, task.line), task.domainOrder, changed)) {
    const { mapping, from, to, name, was, now } = moved;
    // What has ended stays as it was fulfilled.
    if (hasDomainOrderEnded(getDomainOrder(order, to).state)) continue;
    unfolding.emit({ type: 'ValuePropagated', v: 1, data: { mapping, from, to, name, was, now } });
  }
}

function domainOrdersOfLine(order: Order, line: number): readonly DomainOrder[] {
  const below = (number: number): readonly DomainOrder[] => {
    const domainOrder = getDomainOrder(order, number);
    return [domainOrder, ...domainOrder.children.flatMap(below)];
  };
  return getLine(order, line).domainOrders.flatMap(below);
}
