/** Appends to and reads from the log of everything that happened. The caller says which version it decided on; a second writer is told it is stale. */
import type { Database } from 'better-sqlite3';
import type { RecordedEvent } from '../main/domain/order/events.ts';
import { err, ok, type Result } from '../main/domain/result.ts';
import { eventData, eventText } from './eventText.ts';
import { type Cell, prepared, preparedArrays, preparedValue } from './statements.ts';

export type Append = {
  readonly orderId: string;
  /** Version of the order that was decided on; 0 for an order that does not exist yet. */
  readonly expectedVersion: number;
  readonly commandId: string;
  /** All events of one command, versions `expectedVersion + 1` and up. */
  readonly events: readonly RecordedEvent[];
};

export type StaleVersion = { readonly code: 'Stale'; readonly version: number };

export type StoredEvent = { readonly position: number; readonly event: RecordedEvent };

type EventCells = [
  id: string,
  orderId: string,
  version: number,
  type: string,
  v: number,
  at: string,
  by: string,
  device: string,
  commandId: string,
  data: string,
];

const COLUMNS = 'id, order_id, version, type, v, at, by_id, device, command_id, data';
const INSERT = `
  INSERT INTO event (id, order_id, version, type, v, at, by_id, device, command_id, n, data)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const HEAD = 'SELECT version FROM event WHERE order_id = ? ORDER BY version DESC LIMIT 1';
const BATCH = 1_000;

/**
 * Writes the events of one command inside the caller's transaction and gives the new version.
 * Refuses with Stale when the order has moved on; an event that does not fit its command is a bug and throws.
 */
export function appendEvents(db: Database, append: Append): Result<number, StaleVersion> {
  if (!db.inTransaction) throw new Error('Events are appended inside a transaction.');
  const { orderId, expectedVersion, commandId, events } = append;
  const version = versionOf(db, orderId);
  if (version !== expectedVersion) return err({ code: 'Stale', version });
  const insert = prepared(db, INSERT);
  for (const [n, event] of events.entries()) {
    if (event.orderId !== orderId || event.commandId !== commandId || event.version !== version + 1 + n) {
      throw new Error(`Event ${event.type} at version ${event.version} does not belong to command ${commandId}.`);
    }
    const { id, type, v, at, by, device } = event;
    insert.run(id, orderId, event.version, type, v, at, by, device, commandId, n, eventText(type, event.data));
  }
  return ok(version + events.length);
}

/** Version of the last event of the order; 0 when there is none. */
export const versionOf = (db: Database, orderId: string): number => preparedValue<number>(db, HEAD).get(orderId) ?? 0;

/** The events of one order after a version and up to another, oldest first; empty for an order that does not exist. */
export function readOrder(
  db: Database,
  orderId: string,
  afterVersion = 0,
  upToVersion = Number.MAX_SAFE_INTEGER,
): RecordedEvent[] {
  const sql = `SELECT ${COLUMNS} FROM event WHERE order_id = ? AND version > ? AND version <= ? ORDER BY version`;
  return preparedArrays<EventCells>(db, sql).all(orderId, afterVersion, upToVersion).map(recordedEvent);
}

/** The events of one order with these versions, oldest first. */
export function readVersions(db: Database, orderId: string, versions: readonly number[]): RecordedEvent[] {
  const sql = `SELECT ${COLUMNS} FROM event
    WHERE order_id = ? AND version IN (SELECT value FROM json_each(?)) ORDER BY version`;
  return preparedArrays<EventCells>(db, sql).all(orderId, JSON.stringify(versions)).map(recordedEvent);
}

/** What one command brought about, in order; empty for a command that was refused or never came. */
export function readCommand(db: Database, commandId: string): RecordedEvent[] {
  const sql = `SELECT ${COLUMNS} FROM event WHERE command_id = ? ORDER BY n`;
  return preparedArrays<EventCells>(db, sql).all(commandId).map(recordedEvent);
}

/** Every event in the order it was recorded here. Reads in batches, so writing between two events is allowed. */
export function* readAll(db: Database, afterPosition = 0, batch = BATCH): Generator<StoredEvent> {
  const page = preparedArrays<[number, ...EventCells]>(
    db,
    `SELECT position, ${COLUMNS} FROM event WHERE position > ? ORDER BY position LIMIT ?`,
  );
  let position = afterPosition;
  for (;;) {
    const rows = page.all(position, batch);
    for (const [at, ...cells] of rows) {
      position = at;
      yield { position, event: recordedEvent(cells) };
    }
    if (rows.length < batch) return;
  }
}

/** Every event, order by order and each order from its start. Reads in batches, so writing between two events is allowed. */
export function* readByOrder(db: Database, batch = BATCH): Generator<RecordedEvent> {
  const page = preparedArrays<EventCells>(
    db,
    `SELECT ${COLUMNS} FROM event WHERE (order_id, version) > (?, ?) ORDER BY order_id, version LIMIT ?`,
  );
  let after: readonly [Cell, Cell] = ['', 0];
  for (;;) {
    const rows = page.all(...after, batch);
    for (const cells of rows) {
      after = [cells[1], cells[2]];
      yield recordedEvent(cells);
    }
    if (rows.length < batch) return;
  }
}

/** How many events the log holds: positions have no gaps, for nothing is ever removed. */
export const countEvents = (db: Database): number =>
  preparedValue<number>(db, 'SELECT coalesce(max(position), 0) FROM event').get() ?? 0;

/** The one place where stored text becomes an event again; what is in the log was checked when it was written. */
function recordedEvent(cells: EventCells): RecordedEvent {
  const [id, orderId, version, type, v, at, by, device, commandId, data] = cells;
  return {
    type,
    v,
    data: eventData(data),
    id,
    orderId,
    version,
    at,
    by,
    device,
    commandId,
  } as RecordedEvent;
}
