/** What lies around an order of a busy desk: what the others have, waits that would go round, and at times teams whose work is handed out. */
import type { DecisionContext } from '../../main/domain/order/commands.ts';
import type { Order } from '../../main/domain/order/order.ts';
import { findWaitCircle, wouldWaitForItself } from '../../main/domain/order/waitCircle.ts';
import { defaultPolicy, type Policy } from '../../main/domain/policy/policy.ts';
import { emptyTable, getRow, rowsOf } from '../../main/domain/table.ts';
import { hasDomainOrderEnded, hasTaskEnded } from '../../main/domain/vocabulary/states.ts';
import { people, type Around } from './testDesk.ts';

/** Of what may be waited for, as much as there is in the first order that has it. */
export function othersAround(orderId: string, orderIds: readonly string[], load: (id: string) => Order): Around {
  const loadKnown = (id: string): Order | null => (orderIds.includes(id) ? load(id) : null);
  const findOutside: DecisionContext['findOutside'] = ({ specification, task: key }, account, _site, among) => {
    for (const id of among === undefined ? orderIds : [among]) {
      const other = id === orderId ? null : loadKnown(id);
      if (other === null || other.account?.id !== account) continue;
      const found = [...rowsOf(other.plan?.domainOrders ?? emptyTable)].find(
        part => part.specification === specification && !hasDomainOrderEnded(part.state),
      );
      if (found === undefined) continue;
      const tasks = found.tasks.map(number => getRow(other.plan?.tasks ?? emptyTable, number));
      const part = key === undefined ? found : tasks.find(task => task.key === key && !hasTaskEnded(task.state));
      if (part !== undefined) return [{ order: id, orderNumber: other.number, node: part.id, title: specification }];
    }
    return [];
  };
  return {
    findOutside,
    wouldCircle: on => wouldWaitForItself(orderId, on, loadKnown),
    findCircle: order => findWaitCircle(order, loadKnown),
  };
}

const policy: Policy = {
  ...defaultPolicy,
  teams: { field: { assignment: 'leastLoaded' }, design: { assignment: 'roundRobin' } },
};

/** Somebody can lift, and nobody has learned to lay cables. */
export const handingOut: Around = {
  policy,
  crewOf: group =>
    people
      .filter(({ groups }) => groups.includes(group))
      .map(({ id }) => ({ person: id, openTasks: 0, skills: id === 'cy' ? ['lifting'] : [], sites: [] })),
};
