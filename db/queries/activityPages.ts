/** Pages of the history of an order or of one of its parts, newest first: who changed what from which value to which, and when (features U1). */
import type { Database } from 'better-sqlite3';
import type { EventType, RecordedEvent } from '../../main/domain/order/events.ts';
import { evolve } from '../../main/domain/order/evolve.ts';
import type { Order } from '../../main/domain/order/order.ts';
import type { SubjectId } from '../../main/domain/vocabulary/node.ts';
import { readOrder } from '../eventLog.ts';
import { entriesOf } from './activityEntries.ts';
import type { Cursor, Page } from './keyset.ts';
import type { PageRequest } from './taskPages.ts';

export type ActivityRow = {
  /** Order version of the event, and place of the change within it. */
  readonly version: number;
  readonly n: number;
  readonly subject: SubjectId;
  readonly at: string;
  /** Person id. */
  readonly by: string;
  readonly type: EventType;
  /** Null for an entry that is a remark only. */
  readonly field: string | null;
  readonly was: string | null;
  readonly now: string | null;
  readonly text: string | null;
};

export type ActivityFilter = {
  readonly orderId: string;
  /** Only this part's; absent: everything that happened in the order. */
  readonly subject?: SubjectId;
};

/** The log is the history: it is told anew from there, and nothing of it is stored twice. */
export function activityPage(
  db: Database,
  { orderId, subject }: ActivityFilter,
  { after, limit }: PageRequest,
): Page<ActivityRow> {
  const { rows } = historyOf(db, orderId);
  const isBefore = beforeCursor(after ?? null);
  const found: ActivityRow[] = [];
  // One row more than asked for tells whether there is a next page.
  for (let place = rows.length - 1; place >= 0 && found.length <= limit; place -= 1) {
    const row = rows[place];
    if (row !== undefined && isBefore(row) && (subject === undefined || row.subject === subject)) found.push(row);
  }
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, next: last === undefined ? null : [last.version, last.n], total: null };
}

function beforeCursor(after: Cursor | null): (row: ActivityRow) => boolean {
  if (after === null) return () => true;
  const [version, n] = after;
  if (after.length !== 2 || typeof version !== 'number' || typeof n !== 'number') {
    throw new Error('The cursor is of another page.');
  }
  return row => row.version < version || (row.version === version && row.n < n);
}

type History = { readonly order: Order | null; readonly rows: readonly ActivityRow[] };

/** As many histories are kept as somebody may go back and forth between. */
const KEPT = 8;
const keptBy = new WeakMap<Database, Map<string, History>>();

/** Oldest first. Telling an order's history costs about ten microseconds an event; asked again, only what is new is told. */
function historyOf(db: Database, orderId: string): History {
  const kept = keptBy.get(db) ?? new Map<string, History>();
  keptBy.set(db, kept);
  const known = kept.get(orderId) ?? { order: null, rows: [] };
  const events = readOrder(db, orderId, known.order?.version ?? 0);
  const history = events.length === 0 ? known : toldOn(known, events);
  kept.delete(orderId);
  kept.set(orderId, history);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return history;
}

function toldOn({ order, rows }: History, events: readonly RecordedEvent[]): History {
  const told = [...rows];
  let before = order;
  for (const event of events) {
    const after = evolve(before, event);
    const { version, at, by, type } = event;
    for (const [n, { subject, field, was, now, text }] of entriesOf({ before, event, after }).entries()) {
      told.push({
        version,
        n,
        subject,
        at,
        by,
        type,
        field: field ?? null,
        was: was ?? null,
        now: now ?? null,
        text: text ?? null,
      });
    }
    before = after;
  }
  return { order: before, rows: told };
}
