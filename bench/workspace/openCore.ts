/** The core of the app in this thread over one file: the same executor, read models and cache as the writer thread has, with a clock and ids that repeat. */
import type { Database } from 'better-sqlite3';
import { addCatalog } from '../../db/catalogs.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/list.ts';
import { openWriter } from '../../db/open.ts';
import { putPerson, putTeam } from '../../db/people.ts';
import { projections } from '../../db/projections/list.ts';
import type { Projection } from '../../db/projections/projection.ts';
import { openReadModels, type ReadModels } from '../../db/projections/readModels.ts';
import { rebuildReadModels } from '../../db/projections/rebuild.ts';
import { transaction } from '../../db/transaction.ts';
import { openCatalogShelf, type CatalogShelf } from '../../main/app/catalogShelf.ts';
import { createExecutor, type Execute } from '../../main/app/commands/executor.ts';
import { importDocument } from '../../main/app/intake/importOrders.ts';
import { openOrderCache, type OrderCache } from '../../main/app/orderCache.ts';
import { sitDown } from '../../main/app/session.ts';
import type { JsonValue } from '../../main/domain/json.ts';
import { checkOrder } from '../../main/domain/order/checks.ts';
import type { OrderCommand } from '../../main/domain/order/commands.ts';
import type { Order } from '../../main/domain/order/order.ts';
import { roles, type Person } from '../../main/domain/people/permissions.ts';
import type { Result } from '../../main/domain/result.ts';
import { benchCatalog, benchTeams } from './benchCatalog.ts';
import { idsOf } from './dice.ts';

/** Twenty people who may do everything, each in two teams. */
export const benchPeople: readonly Person[] = Array.from({ length: 20 }, (_, at) => ({
  id: `person-${at + 1}`,
  name: `Person ${at + 1}`,
  roles: [...roles],
  groups: [benchTeams[at % benchTeams.length] ?? 'design', benchTeams[(at + 3) % benchTeams.length] ?? 'field'],
}));

const START = Date.parse('2026-11-23T08:00:00.000Z');

export type Core = {
  readonly db: Database;
  readonly execute: Execute;
  readonly models: ReadModels;
  readonly orders: OrderCache;
  readonly catalogs: CatalogShelf;
  readonly newId: () => string;
  /** Takes a document in, in the caller's transaction, and gives the id of its order. */
  readonly take: (document: JsonValue, at: string) => string;
  /** The command as a person sends it, at a moment that each call moves on; a refusal is a mistake in the benchmark and throws. */
  readonly send: (orderId: string, command: OrderCommand, by?: number, at?: string) => void;
};

export type CoreOptions = {
  /** Cores with the same seed give the same ids. */
  readonly seed?: number;
  /** None: events are written, read models are left for a rebuild. */
  readonly models?: readonly Projection[];
  /** Sees the connection before anything is prepared on it. */
  readonly onOpen?: (db: Database) => void;
};

/** What waits for approval is judged by the catalog and at a fixed moment. */
export function countFailedChecksOf(catalogs: CatalogShelf): (order: Order) => number {
  const at = new Date(START).toISOString();
  return order => checkOrder(order, catalogs.current(), at).filter(({ passed }) => !passed).length;
}

/** Opens the file with the settings of the app, and sets it up when it is new. */
export function openCore(file: string, { seed = 1, models: kept = projections, onOpen }: CoreOptions = {}): Core {
  const db = openWriter(file);
  onOpen?.(db);
  const { from } = migrate(db, migrations);
  const catalogs = openCatalogShelf(db);
  if (from === 0) setUp(db);
  const countFailedChecks = countFailedChecksOf(catalogs);
  if (kept.length > 0) rebuildReadModels(db, projections, { countFailedChecks });
  const models = openReadModels(db, kept, { countFailedChecks });
  const orders = openOrderCache(db);
  const newId = idsOf(seed);
  const execute = createExecutor({ db, models, catalogs, orders, newId, device: 'bench-machine' });
  let minutes = 0;
  return {
    db,
    execute,
    models,
    orders,
    catalogs,
    newId,
    take: (document, at) => {
      const [by] = benchPeople;
      if (by === undefined) throw new Error('There is nobody.');
      const split = { path: '$', document, understood: [] };
      const item = importDocument({ db, execute, newId, assumedZone: '+00:00' }, split, 0, { by, at });
      if (item.orderId === undefined) throw new Error(`Not taken in: ${JSON.stringify(item.detail)}`);
      return item.orderId;
    },
    send: (orderId, command, by = 0, at = momentOf((minutes += 1))) => {
      const person = benchPeople[by % benchPeople.length];
      if (person === undefined) throw new Error('There is nobody.');
      must(execute(orderId, newId(), command, { by: person, at }));
    },
  };
}

/** ISO-8601 UTC, minutes after the start of the benchmark's time. */
export const momentOf = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();

export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

function setUp(db: Database): void {
  transaction(db, () => {
    for (const person of benchPeople) putPerson(db, person);
    for (const id of benchTeams) putTeam(db, { id, name: id });
    addCatalog(db, benchCatalog, { importedAt: momentOf(0), by: 'person-1', fileName: 'bench.json', hash: 'bench' });
    sitDown(db, 'person-1');
  });
}
