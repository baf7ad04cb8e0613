/** Pages of the history of an order or of one of its parts, newest first: who changed what from which value to which, and when (features U1). */
import type { Database } from 'better-sqlite3';
import type { EventType, RecordedEvent } from '../../main/domain/order/events.ts';
import { evolve } from '../../main/domain/order/evolve.ts';
import type { Order } from '../../main/domain/order/order.ts';
import type { SubjectId } from '../../main/domain/vocabulary/node.ts';
import { readOrder } from '../eventLog.ts';
import type { OrderHistory } from '../orderHistory.ts';
import { entriesOf } from './activityEntries.ts';
import { listVersionsAbout } from './activityVersions.ts';
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
  /** Nothing but what people wrote. */
  readonly only?: 'notes';
};

/** Versions of events that are told in one go: from the state before the first of them. */
type Span = { readonly first: number; readonly last: number; readonly versions: ReadonlySet<number> };

/** Events with fewer others than this between them are told in one go. */
const NEAR = 16;

/** The log is the history: what a page shows is told anew from there, and nothing of it is stored twice. */
export function activityPage(
  db: Database,
  history: OrderHistory,
  { orderId, subject, only }: ActivityFilter,
  { after, limit }: PageRequest,
): Page<ActivityRow> {
  const [version = Infinity, n = Infinity] = placeOf(after ?? null);
  const isShown = (row: ActivityRow): boolean =>
    (row.version < version || row.n < n) && (subject === undefined || row.subject === subject);
  const found: ActivityRow[] = [];
  // One row more than asked for tells whether there is a next page.
  for (let upTo = version; found.length <= limit;) {
    const versions = listVersionsAbout(db, orderId, { subject, only }, upTo, limit + 1);
    for (const span of spansOf(versions)) {
      if (found.length <= limit) found.push(...tell(db, history, orderId, span).filter(isShown));
    }
    if (versions.length <= limit) break;
    upTo = (versions.at(-1) ?? 0) - 1;
  }
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, next: last === undefined ? null : [last.version, last.n], total: null };
}

function placeOf(after: Cursor | null): readonly number[] {
  if (after === null) return [];
  const [version, n] = after;
  if (after.length !== 2 || typeof version !== 'number' || typeof n !== 'number') {
    throw new Error('The cursor is of another page.');
  }
  return [version, n];
}

/** Newest first, as the versions are. */
function spansOf(versions: readonly number[]): readonly Span[] {
  const spans: { first: number; readonly last: number; readonly versions: Set<number> }[] = [];
  for (const version of versions) {
    const span = spans.at(-1);
    if (span === undefined || span.first - version > NEAR) {
      spans.push({ first: version, last: version, versions: new Set([version]) });
    } else {
      span.first = version;
      span.versions.add(version);
    }
  }
  return spans;
}

/** Newest first. */
function tell(db: Database, history: OrderHistory, orderId: string, { first, last, versions }: Span): ActivityRow[] {
  let before: Order | null = first === 1 ? null : (history.asOf(orderId, first - 1)?.order ?? null);
  const rows: ActivityRow[] = [];
  for (const event of readOrder(db, orderId, first - 1, last)) {
    const after = evolve(before, event);
    if (versions.has(event.version)) rows.push(...rowsOf(before, event, after));
    before = after;
  }
  return rows.toReversed();
}

function rowsOf(before: Order | null, event: RecordedEvent, after: Order): readonly ActivityRow[] {
  const { version, at, by, type } = event;
  return entriesOf({ before, event, after }).map(({ subject, field, was, now, text }, n) => ({
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
  }));
}
