/** Finds an action in the log again, with the order as it was before, for somebody who wants to take it back (features X8). */
import type { Database } from 'better-sqlite3';
import { readCommand, readOrder } from '../../../db/eventLog.ts';
import { listLetGo, wasTakenBack } from '../../../db/queries/consequences.ts';
import type { DecisionContext } from '../../domain/order/commands.ts';
import type { RecordedEvent } from '../../domain/order/events.ts';
import { evolve } from '../../domain/order/evolve.ts';
import { taskNumber } from '../../domain/order/numbers.ts';
import type { Order } from '../../domain/order/order.ts';
import type { NodeId } from '../../domain/vocabulary/node.ts';

/** Undefined for what never happened, happened to another order, or was taken back already. Folds the order from its start, or from where the action before it was. */
export function findAction(
  db: Database,
  orderId: string,
  commandId: string,
): ReturnType<DecisionContext['findAction']> {
  const events = readCommand(db, commandId);
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined || first.orderId !== orderId) return undefined;
  if (wasTakenBack(db, orderId, commandId, last.version)) return undefined;
  const before = foldTo(db, orderId, first.version - 1);
  return before === null ? undefined : { before, events, letGo: listNumbers(db, orderId, events, last) };
}

/** The state asked for last, by connection: of a batch on one order each action comes a little after the one before. */
const folded = new WeakMap<Database, Order>();

function foldTo(db: Database, orderId: string, version: number): Order | null {
  const last = folded.get(db);
  const near = last?.id === orderId && last.version <= version ? last : null;
  const order = readOrder(db, orderId, near?.version ?? 0, version).reduce<Order | null>(evolve, near);
  if (order !== null) folded.set(db, order);
  return order;
}

function listNumbers(db: Database, orderId: string, events: readonly RecordedEvent[], last: RecordedEvent): string[] {
  const nodes = events.flatMap(movedBy);
  if (nodes.length === 0) return [];
  return listLetGo(db, orderId, nodes, last.id).map(({ orderId: other, task }) => {
    const [imported] = readOrder(db, other, 0, 1);
    return imported?.type === 'OrderImported' ? taskNumber(imported.data, task) : other;
  });
}

/** The part that the event started or ended: other orders wait for either. */
function movedBy(event: RecordedEvent): readonly NodeId[] {
  switch (event.type) {
    case 'TaskStarted':
    case 'TaskCompleted':
      return [`T${event.data.task}`];
    case 'DomainOrderStarted':
    case 'DomainOrderClosed':
      return [`D${event.data.domainOrder}`];
    case 'LineCompleted':
      return [`L${event.data.line}`];
    default:
      return [];
  }
}
