/** A workspace for tests: real file, real decisions, a clock that ticks a minute per command and ids that count. */
import type { Database } from 'better-sqlite3';
import type { Catalog } from '../../main/domain/catalog/catalog.ts';
import { indexCatalog, type IndexedCatalog } from '../../main/domain/catalog/indexCatalog.ts';
import { checkOrder } from '../../main/domain/order/checks.ts';
import { nothingAround } from '../../main/domain/order/lookups.ts';
import type { DecisionContext, OrderCommand } from '../../main/domain/order/commands.ts';
import { consequencesOf } from '../../main/domain/order/decide.ts';
import type { RecordedEvent } from '../../main/domain/order/events.ts';
import { evolve } from '../../main/domain/order/evolve.ts';
import { orderNumber } from '../../main/domain/order/numbers.ts';
import type { Order } from '../../main/domain/order/order.ts';
import type { CapturedOrder } from '../../main/domain/vocabulary/captured.ts';
import type { Refusal } from '../../main/domain/order/refusals.ts';
import { theDesk } from '../../main/domain/people/desk.ts';
import type { Person } from '../../main/domain/people/permissions.ts';
import { roles } from '../../main/domain/people/permissions.ts';
import type { Result } from '../../main/domain/result.ts';
import { appendEvents, readCommand, readOrder } from '../eventLog.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/list.ts';
import { nextNumber } from '../numbers.ts';
import { openWriter } from '../open.ts';
import { projections } from '../projections/list.ts';
import { openReadModels, type ReadModels } from '../projections/readModels.ts';
import { rebuildReadModels } from '../projections/rebuild.ts';
import { keepReceipt } from '../receipts.ts';
import { transaction } from '../transaction.ts';
import { sampleCatalog } from './sampleCatalog.ts';

const EPOCH = Date.parse('2026-01-05T08:00:00.000Z');
const MINUTE = 60_000;
const sample = indexCatalog(sampleCatalog);

export const teams = ['design', 'field', 'stores'] as const;
export const people: readonly Person[] = ['ada', 'bo', 'cy'].map((id, index) => ({
  id,
  name: id,
  roles,
  groups: teams.filter((_, place) => place !== index),
}));

/** As the application gives it; fixed here, so that a rebuild comes to the same. */
export const countFailedChecks = (order: Order): number =>
  checkOrder(order, sample, new Date(EPOCH).toISOString()).filter(({ passed }) => !passed).length;

/** Opens the file, brings it up to date and its read models into step. */
export function openTestFile(file: string): Database {
  const db = openWriter(file);
  migrate(db, migrations);
  rebuildReadModels(db, projections, { countFailedChecks });
  return db;
}

/** What is looked up for a decision, as far as it is not nothing. */
export type Around = Partial<Omit<DecisionContext, 'at' | 'by' | 'catalog'>>;

export class TestDesk {
  readonly db: Database;
  readonly models: ReadModels;
  readonly #catalog: IndexedCatalog;
  readonly #orders = new Map<string, Order>();
  #commands = 0;

  constructor(db: Database, catalog: Catalog = sampleCatalog) {
    this.db = db;
    this.#catalog = catalog === sampleCatalog ? sample : indexCatalog(catalog);
    this.models = openReadModels(db, projections, { countFailedChecks });
    const last = 'SELECT max(CAST(substr(command_id, 9) AS INTEGER)) FROM command';
    this.#commands = db.prepare<[], number | null>(last).pluck().get() ?? 0;
  }

  /** Imports an order and gives its id, which sorts as its number does. */
  import(changes: Partial<CapturedOrder> = {}): string {
    const orderId = transaction(this.db, () => {
      const number = orderNumber(nextNumber(this.db, 'order'));
      const id = `order-${number}`;
      const order = { ...sampleOrder(number), ...changes };
      this.#do(id, { type: 'importOrder', orderId: id, number, order, document: {}, understood: [] }, 'ada');
      return id;
    });
    return orderId;
  }

  send(orderId: string, command: OrderCommand, by = 'ada', around: Around = {}): Result<Order, Refusal> {
    return transaction(this.db, () => this.#do(orderId, command, by, around));
  }

  order(orderId: string): Order {
    const order = this.#orders.get(orderId) ?? foldOrder(this.db, orderId);
    if (order === null) throw new Error(`There is no ${orderId}.`);
    this.#orders.set(orderId, order);
    return order;
  }

  #do(orderId: string, command: OrderCommand, by: string, around: Around = {}): Result<Order, Refusal> {
    const before = command.type === 'importOrder' ? null : this.order(orderId);
    this.#commands += 1;
    const context = {
      ...contextOf(this.#commands, by, this.#catalog),
      findAction: (id: string) => findAction(this.db, id),
      ...around,
    };
    const decided = consequencesOf(before, command, context);
    if (!decided.ok) return decided;
    const commandId = `command-${this.#commands}`;
    const { after } = decided.value;
    const events = decided.value.events.map((event, n): RecordedEvent => ({
      ...event,
      id: `${commandId}-${n}`,
      orderId,
      version: (before?.version ?? 0) + 1 + n,
      at: context.at,
      by,
      device: 'test',
      commandId,
    }));
    const appended = appendEvents(this.db, { orderId, expectedVersion: before?.version ?? 0, commandId, events });
    if (!appended.ok) throw new Error(`${orderId} is at version ${appended.error.version}.`);
    this.models.apply({ before, events, after });
    const order = { id: orderId, version: after.version };
    keepReceipt(this.db, { commandId, order, at: context.at, result: events.length });
    this.#orders.set(orderId, after);
    return { ok: true, value: after };
  }
}

function findAction(db: Database, commandId: string): ReturnType<DecisionContext['findAction']> {
  const events = readCommand(db, commandId);
  const [first] = events;
  if (first === undefined) return undefined;
  const before = readOrder(db, first.orderId, 0, first.version - 1).reduce<Order | null>(evolve, null);
  return before === null ? undefined : { before, events };
}

export const foldOrder = (db: Database, orderId: string): Order | null =>
  readOrder(db, orderId).reduce<Order | null>(evolve, null);

function contextOf(minute: number, by: string, catalog: IndexedCatalog): DecisionContext {
  const person = [...people, theDesk].find(({ id }) => id === by);
  if (person === undefined) throw new Error(`Nobody is called ${by}.`);
  return {
    ...nothingAround,
    at: new Date(EPOCH + minute * MINUTE).toISOString(),
    by: person,
    catalog,
    findPerson: id => people.find(other => other.id === id),
    hasGroup: id => teams.some(team => team === id),
  };
}

export function sampleOrder(number: string): CapturedOrder {
  return {
    externalId: `ext-${number}`,
    description: 'Firewall for the new branch',
    priority: 'moderate',
    account: { id: 'acc-1', name: 'Borealis Seafood' },
    parties: [],
    contacts: [{ name: 'Kim', email: 'kim@example.com' }],
    requestedCompletion: '2026-03-01T00:00:00.000Z',
    notes: [],
    lines: [
      {
        itemId: '1',
        action: 'add',
        quantity: 1,
        specification: { id: 'cfs-firewall', name: 'Managed Firewall' },
        location: { name: 'Bergen', address: 'Torget 1' },
        contacts: [],
        characteristics: [{ name: 'bandwidth', value: '100M' }],
        relationships: [],
      },
    ],
  };
}
