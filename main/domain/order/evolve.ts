/** Folds one event into an order: what happened becomes where things stand. It never judges; that was decided before. */
import { unreachable } from '../result.ts';
import type { HappenedEvent } from './events.ts';
import { evolveFallout } from './evolveFallout.ts';
import { correctedOrder, importedOrder, matchedLine, withAllLines } from './evolveIntake.ts';
import { decomposedOrder, plannedInventory } from './evolvePlan.ts';
import { endedDomainOrder, endedLine, evolveTask, propagatedValue } from './evolveTask.ts';
import { getRow, replaceRow } from '../table.ts';
import { touchedBy, withDomainOrder, withLine } from './change.ts';
import type { Order } from './order.ts';

/** The order after the event; `null` before its first. Folding an event onto the wrong order is a bug. */
export function evolve(order: Order | null, event: HappenedEvent): Order {
  if (event.type === 'OrderImported') return importedOrder(event);
  if (order === null) throw new Error(`${event.type} cannot be the first event of an order`);
  const next = apply(order, event);
  return { ...next, version: event.version, touched: touches(event) ? touchedBy(event) : next.touched };
}

/** Notes and the course of the work do not make a decision about the order stale. */
const deciding: ReadonlySet<HappenedEvent['type']> = new Set([
  'OrderApproved',
  'OrderRejected',
  'OrderReopened',
  'OrderCorrected',
  'OrderSubmitted',
  'LineMatched',
  'OrderCompleted',
  'OrderCanceled',
]);
const touches = (event: HappenedEvent): boolean => deciding.has(event.type);

function apply(order: Order, event: Exclude<HappenedEvent, { readonly type: 'OrderImported' }>): Order {
  switch (event.type) {
    case 'OrderApproved':
      return {
        ...withAllLines(order, 'acknowledged'),
        state: 'acknowledged',
        decisions: [...order.decisions, { verdict: 'approved', by: event.by, at: event.at }],
      };
    case 'OrderRejected':
      return {
        ...withAllLines(order, 'rejected'),
        state: 'rejected',
        decisions: [...order.decisions, { verdict: 'rejected', by: event.by, at: event.at, ...event.data }],
      };
    case 'OrderReopened':
      return { ...withAllLines(order, 'draft'), state: 'draft' };
    case 'OrderCorrected':
      return correctedOrder(order, event);
    case 'OrderSubmitted':
      return { ...withAllLines(order, 'new'), state: 'new' };
    case 'LineMatched':
      return matchedLine(order, event);
    case 'OrderDecomposed':
      return decomposedOrder(order, event);
    case 'OrderStarted':
      return { ...withAllLines(order, 'scheduled'), state: 'inProgress', actualStart: event.at };
    case 'InventoryPlanned':
      return plannedInventory(order, event);
    case 'InventoryChanged': {
      const { item, now, characteristics } = event.data;
      const changed = { ...getRow(order.inventory, item), state: now, characteristics };
      return { ...order, inventory: replaceRow(order.inventory, item, changed) };
    }
    case 'TasksOpened':
    case 'TaskAssigned':
    case 'TaskStarted':
    case 'TaskValuesRecorded':
    case 'TaskCompleted':
    case 'TaskHeld':
    case 'TaskRestored':
    case 'TasksCanceled':
      return evolveTask(order, event);
    case 'ValuePropagated':
      return propagatedValue(order, event);
    case 'DomainOrderQualified':
      return event.data.domainOrders.reduce(
        (changed, number) => withDomainOrder(changed, number, () => ({ state: 'qualified' })),
        order,
      );
    case 'DomainOrderStarted':
      return withDomainOrder(order, event.data.domainOrder, () => ({ state: 'inProgress', actualStart: event.at }));
    case 'DomainOrderClosed':
      return endedDomainOrder(order, event.data.domainOrder, 'closedComplete', event.at);
    case 'DomainOrderCanceled':
      return endedDomainOrder(order, event.data.domainOrder, 'canceled', event.at);
    case 'LineStarted':
      return withLine(order, event.data.line, () => ({ state: 'inProgress' }));
    case 'LineCompleted':
      return endedLine(order, event.data.line, 'completed');
    case 'LineCanceled':
      return endedLine(order, event.data.line, 'canceled');
    case 'OrderCompleted':
      return { ...order, state: 'completed', actualEnd: event.at };
    case 'OrderCanceled':
      return { ...order, state: 'canceled', actualEnd: event.at };
    case 'FalloutRaised':
    case 'FalloutTriaged':
    case 'FalloutResolved':
    case 'FalloutClosed':
      return evolveFallout(order, event);
    case 'NoteAdded':
      return order;
    default:
      return unreachable(event);
  }
}
