/** Carries out one command on one order: decide, append, project and answer, in one transaction; sent again, it is answered again and done once. */
import type { Database } from 'better-sqlite3';
import { appendEvents } from '../../../db/eventLog.ts';
import type { ReadModels } from '../../../db/projections/readModels.ts';
import { findReceipt, keepReceipt } from '../../../db/receipts.ts';
import { transaction } from '../../../db/transaction.ts';
import type { Done } from '../../../preload/contract/order.ts';
import type { OrderCommand } from '../../domain/order/commands.ts';
import { surroundings } from './surroundings.ts';
import { consequencesOf } from '../../domain/order/decide.ts';
import type { RecordedEvent } from '../../domain/order/events.ts';
import type { Refusal } from '../../domain/order/refusals.ts';
import type { Person } from '../../domain/people/permissions.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CatalogShelf } from '../catalogShelf.ts';
import type { OrderCache } from '../orderCache.ts';
import { subjectsOf } from './subjects.ts';

export type Execute = (
  orderId: string,
  commandId: string,
  command: OrderCommand,
  who: { readonly by: Person; readonly at: string },
) => Result<Done, Refusal>;

export type ExecutorParts = {
  readonly db: Database;
  readonly models: ReadModels;
  readonly catalogs: CatalogShelf;
  readonly orders: OrderCache;
  readonly newId: () => string;
  /** Names this machine in every event. */
  readonly device: string;
};

/** Inside another transaction the command becomes part of it; the cache then runs ahead until that one commits, so a caller who rolls back must forget the order. */
export function createExecutor({ db, models, catalogs, orders, newId, device }: ExecutorParts): Execute {
  return (orderId, commandId, command, { by, at }) => {
    const outcome = transaction(db, () => {
      const receipt = findReceipt(db, commandId);
      if (receipt !== undefined) return ok({ done: receipt.result as Done, after: null });
      const before = orders.load(orderId);
      const decided = consequencesOf(before, command, {
        ...surroundings(db, orderId, orders.load),
        at,
        by,
        catalog: catalogs.of(before),
      });
      if (!decided.ok) return decided;
      const { after } = decided.value;
      const version = before?.version ?? 0;
      const events = decided.value.events.map((event, index): RecordedEvent => ({
        ...event,
        id: newId(),
        orderId,
        version: version + index + 1,
        at,
        by: by.id,
        device,
        commandId,
      }));
      const appended = appendEvents(db, { orderId, expectedVersion: version, commandId, events });
      if (!appended.ok) throw new Error(`Order ${orderId} moved on while its only writer was deciding`);
      models.apply({ before, events, after });
      const done: Done = {
        orderId,
        version: after.version,
        changed: subjectsOf(events),
        events: events.map(({ type }) => type),
      };
      keepReceipt(db, { commandId, order: { id: orderId, version: after.version }, at, result: done });
      return ok({ done, after });
    });
    if (!outcome.ok) return err(outcome.error);
    const { done, after } = outcome.value;
    if (after !== null) orders.put(after);
    return ok(done);
  };
}
