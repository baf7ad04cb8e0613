/** Looks into other orders for a decision: what they have that can be waited for, and whether waiting would go round in a circle (features O6). */
import type { Database } from 'better-sqlite3';
import { listOpenOfAccount } from '../../../db/queries/outsideWaits.ts';
import { getLine } from '../../domain/order/change.ts';
import type { DecisionContext } from '../../domain/order/commands.ts';
import type { OutsideTemplateDependency } from '../../domain/catalog/catalog.ts';
import type { DomainOrder, Order, OrderLine, OrderTask } from '../../domain/order/order.ts';
import { hasStarted } from '../../domain/order/recount.ts';
import { findWaitCircle, wouldWaitForItself } from '../../domain/order/waitCircle.ts';
import { getRow } from '../../domain/table.ts';
import { domainOrderId } from '../../domain/vocabulary/node.ts';
import { hasDomainOrderEnded, hasOrderEnded, hasTaskEnded } from '../../domain/vocabulary/states.ts';

/** The order as the log has it, or null when there is none. */
export type LoadOrder = (orderId: string) => Order | null;

type Lookups = Pick<DecisionContext, 'findOutside' | 'wouldCircle' | 'findCircle'>;
type Found = ReturnType<Lookups['findOutside']>;

/** An account with more open work of one specification than this has its oldest waited for. */
const MOST = 500;

export const otherOrders = (db: Database, orderId: string, load: LoadOrder): Lookups => ({
  findOutside: (wanted, account, location, among) => {
    const { specification, same } = wanted;
    if (account === undefined || (same === 'location' && location === undefined)) return [];
    return listOpenOfAccount(db, specification, account, { limit: MOST, among }).flatMap((candidate): Found => {
      const other = candidate.orderId === orderId ? null : load(candidate.orderId);
      if (other?.plan === undefined || hasOrderEnded(other.state)) return [];
      const domainOrder = getRow(other.plan.domainOrders, candidate.domainOrder);
      if (hasDomainOrderEnded(domainOrder.state)) return [];
      if (same === 'location' && !isAt(other, getLine(other, domainOrder.line), location)) return [];
      return partsToWaitFor(other, domainOrder, wanted);
    });
  },
  findCircle: order => findWaitCircle(order, load),
  wouldCircle: on => wouldWaitForItself(orderId, on, load),
});

/** What has let go already is not waited for. */
function partsToWaitFor(other: Order, domainOrder: DomainOrder, { task: key, on }: OutsideTemplateDependency): Found {
  const found = { order: other.id, orderNumber: other.number };
  const isLate = (part: DomainOrder | OrderTask): boolean => on === 'start' && hasStarted(part);
  if (key === undefined) {
    if (isLate(domainOrder)) return [];
    return [{ ...found, node: domainOrderId(domainOrder.number), title: domainOrder.name }];
  }
  return domainOrder.tasks.flatMap(number => {
    const task = other.plan && getRow(other.plan.tasks, number);
    if (task?.key !== key || hasTaskEnded(task.state) || isLate(task)) return [];
    return [{ ...found, node: task.id, title: task.title }];
  });
}

/** A nested line without a site of its own is at that of the line around it. */
function isAt(order: Order, line: OrderLine, site: string | undefined): boolean {
  let at = line;
  while (at.location === undefined && at.parent !== undefined) at = getLine(order, at.parent);
  const { location } = at;
  return location !== undefined && site !== undefined && (location.id === site || location.name === site);
}
