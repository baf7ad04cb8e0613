/** Folds one event into an order: what happened becomes where things stand. It never judges; that was decided before. */
import { unreachable } from '../result.ts';
import type { HappenedEvent } from './events.ts';
import { approvedOrder, endorsedOrder, prioritizedOrder, rejectedOrder, unendorsed } from './evolveApproval.ts';
import { evolveFallout } from './evolveFallout.ts';
import { correctedOrder, importedOrder, matchedLine, withAllLines } from './evolveIntake.ts';
import { decomposedOrder, plannedInventory } from './evolvePlan.ts';
import { approvedRevision, passedNoReturn, rejectedRevision, requestedRevision } from './revision/evolveRevision.ts';
import { escalatedTask, proposedEnd, withdrawnEnd, withdrawnEscalation } from './evolveSteering.ts';
import {
  endedDomainOrder,
  endedLine,
  evolveTask,
  propagatedValue,
  startedDomainOrder,
  startedLine,
} from './evolveTask.ts';
import {
  awaitedOutside,
  canceledOrder,
  metOutside,
  metWant,
  plannedStart,
  scheduledTasks,
  startedOrder,
} from './evolveTiming.ts';
import { pausedTask, resumedTask, undoneAction } from './undo/evolveUndo.ts';
import { reconsideredTargets } from './staggered/evolveStaggered.ts';
import { getRow, replaceRow } from '../table.ts';
import { touchedBy, withDomainOrders } from './change.ts';
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
  'OrderEndorsed',
  'StartPlanned',
  'RevisionRequested',
  'RevisionApproved',
  'RevisionRejected',
  'OrderCompleted',
  'OrderCanceled',
]);
const touches = (event: HappenedEvent): boolean => deciding.has(event.type);

function apply(order: Order, event: Exclude<HappenedEvent, { readonly type: 'OrderImported' }>): Order {
  switch (event.type) {
    case 'OrderApproved':
      return approvedOrder(order, event);
    case 'OrderRejected':
      return rejectedOrder(order, event);
    case 'OrderReopened':
      return { ...withAllLines(unendorsed(order), 'draft'), state: 'draft' };
    case 'OrderCorrected':
      return unendorsed(correctedOrder(order, event));
    case 'OrderSubmitted':
      return { ...withAllLines(order, 'new'), state: 'new' };
    case 'LineMatched':
      return unendorsed(matchedLine(order, event));
    case 'OrderDecomposed':
      return decomposedOrder(order, event);
    case 'OrderStarted':
      return startedOrder(order, event);
    case 'InventoryPlanned':
      return plannedInventory(order, event);
    case 'InventoryChanged': {
      const { item, now, characteristics } = event.data;
      const changed = { ...getRow(order.inventory, item), state: now, characteristics };
      return { ...order, inventory: replaceRow(order.inventory, item, changed) };
    }
    case 'TasksOpened':
    case 'TaskAssigned':
    case 'TaskLeftInQueue':
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
      return withDomainOrders(order, event.data.domainOrders, part => ({ ...part, state: 'qualified' }));
    case 'DomainOrderStarted':
      return startedDomainOrder(order, event);
    case 'DomainOrderClosed':
      return endedDomainOrder(order, event.data.domainOrder, 'closedComplete', event.at);
    case 'DomainOrderCanceled':
      return endedDomainOrder(order, event.data.domainOrder, 'canceled', event.at);
    case 'LineStarted':
      return startedLine(order, event);
    case 'LineCompleted':
      return endedLine(order, event.data.line, 'completed', event.at);
    case 'LineCanceled':
      return endedLine(order, event.data.line, 'canceled', event.at);
    case 'OrderCompleted':
      return { ...order, state: 'completed', actualEnd: event.at };
    case 'OrderCanceled':
      return canceledOrder(order, event.at);
    case 'FalloutRaised':
    case 'FalloutTriaged':
    case 'FalloutResolved':
    case 'FalloutClosed':
      return evolveFallout(order, event);
    case 'NoteAdded':
      return order;
    case 'OrderEndorsed':
      return endorsedOrder(order, event);
    case 'PriorityComputed':
      return prioritizedOrder(order, event);
    case 'StartPlanned':
      return plannedStart(order, event);
    case 'TasksScheduled':
      return scheduledTasks(order, event);
    case 'OutsideDependencyAdded':
      return awaitedOutside(order, event);
    case 'OutsideDependencyMet':
      return metOutside(order, event);
    case 'TargetsReconsidered':
      return reconsideredTargets(order, event);
    case 'OutsideWantMet':
      return metWant(order, event);
    case 'PointOfNoReturnPassed':
      return passedNoReturn(order, event);
    case 'TaskPaused':
      return pausedTask(order, event);
    case 'TaskResumed':
      return resumedTask(order, event);
    case 'EndProposed':
      return proposedEnd(order, event);
    case 'EndProposalWithdrawn':
      return withdrawnEnd(order, event);
    case 'TaskEscalated':
      return escalatedTask(order, event);
    case 'EscalationWithdrawn':
      return withdrawnEscalation(order, event);
    case 'RevisionRequested':
      return requestedRevision(order, event);
    case 'RevisionApproved':
      return approvedRevision(order, event);
    case 'RevisionRejected':
      return rejectedRevision(order, event);
    case 'OrderResumed':
      return { ...order, state: 'inProgress' };
    case 'ActionUndone':
      return undoneAction(order, event);
    default:
      return unreachable(event);
  }
}
