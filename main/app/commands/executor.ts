/** Carries out one command on one order: decide, append, project and answer, in one transaction; sent again, it is answered again and done once. */
import type { Database } from 'better-sqlite3';
import { appendEvents } from '../../../db/eventLog.ts';
import type { ReadModels } from '../../../db/projections/readModels.ts';
import { findReceipt, keepReceipt, type Receipt } from '../../../db/receipts.ts';
import { transaction } from '../../../db/transaction.ts';
import type { Done } from '../../../preload/contract/order.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import type { OrderCommand } from '../../domain/order/commands.ts';
import { surroundings } from './surroundings.ts';
import { consequencesOf } from '../../domain/order/decide.ts';
import type { RecordedEvent } from '../../domain/order/events.ts';
import type { Person } from '../../domain/people/permissions.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CatalogShelf } from '../catalogShelf.ts';
import type { OrderCache } from '../orderCache.ts';
import { askedBy, digestOf } from './commandDigest.ts';
import { subjectsOf } from './subjects.ts';

/** A command that other orders or its own have a say in: worked out once it is known that it was not answered yet. */
export type LaterCommand = {
  readonly type: 'later';
  /** What was asked, without the id it was asked under. */
  readonly asked: unknown;
  readonly toCommand: () => Result<OrderCommand, Refusal>;
};

export type Execute = (
  orderId: string,
  commandId: string,
  command: OrderCommand | LaterCommand,
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
  /** Told of other orders whose checks were counted anew, for the inventory has changed. */
  readonly onRenewed?: (orderIds: readonly string[]) => void;
};

/** Inside another transaction the command becomes part of it; the cache then runs ahead until that one commits, so a caller who rolls back must forget the order. */
export function createExecutor({ db, models, catalogs, orders, newId, device, onRenewed }: ExecutorParts): Execute {
  return (orderId, commandId, given, { by, at }) => {
    const outcome = transaction(db, () => {
      const digest = digestOf(given.type === 'later' ? given.asked : askedBy(orderId, given));
      const receipt = findReceipt(db, commandId);
      if (receipt !== undefined) {
        return isOf(receipt, orderId, digest)
          ? ok({ done: receipt.result as Done, after: null, concerned: [] })
          : err(reused(receipt, orders.load));
      }
      const before = orders.load(orderId);
      const command = given.type === 'later' ? given.toCommand() : ok(given);
      if (!command.ok) return command;
      const decided = consequencesOf(before, command.value, {
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
      const concerned = models.apply({ before, events, after });
      for (const id of concerned) {
        const other = orders.load(id);
        if (other !== null) models.renewChecks(other);
      }
      const done: Done = {
        orderId,
        version: after.version,
        changed: subjectsOf(events),
        events: events.map(({ type }) => type),
      };
      keepReceipt(db, { commandId, order: { id: orderId, version: after.version }, at, result: done, digest });
      return ok({ done, after, concerned });
    });
    if (!outcome.ok) return err(outcome.error);
    const { done, after, concerned } = outcome.value;
    if (after !== null) orders.put(after);
    if (concerned.length > 0) onRenewed?.(concerned);
    return ok(done);
  };
}

/** Receipts of before digests were kept tell the order alone. */
const isOf = ({ order, digest }: Receipt, orderId: string, asked: string): boolean =>
  order?.id === orderId && (digest === undefined || digest === asked);

const reused = ({ commandId, order, at }: Receipt, load: OrderCache['load']): Refusal => ({
  code: 'CommandIdReused',
  id: commandId,
  order: order === undefined ? null : (load(order.id)?.number ?? null),
  at,
});
