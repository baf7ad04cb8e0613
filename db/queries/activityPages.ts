/** Pages of the history of an order or of one of its parts, newest first. */
import type { Database } from 'better-sqlite3';
import type { EventType } from '../../main/domain/order/events.ts';
import type { SubjectId } from '../../main/domain/order/order.ts';
import { type KeysetRead, type Page, readPage } from './keyset.ts';
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

const COLUMNS = ['version', 'n', 'subject', 'at', 'by_id', 'type', 'field', 'was', 'now', 'text'] as const;

type ActivityCells = [
  version: number,
  n: number,
  subject: SubjectId,
  at: string,
  by: string,
  type: EventType,
  field: string | null,
  was: string | null,
  now: string | null,
  text: string | null,
];

export function activityPage(db: Database, filter: ActivityFilter, page: PageRequest): Page<ActivityRow> {
  return { ...readPage(db, activityRead(filter, page), rowOf), total: null };
}

/** The read behind a page, for the test that looks at its query plan. */
export function activityRead({ orderId, subject }: ActivityFilter, { after, limit }: PageRequest): KeysetRead {
  return {
    table: 'activity',
    columns: COLUMNS,
    order: ['version', 'n'],
    descending: true,
    branches: [
      subject === undefined
        ? { where: 'order_id = ?', cells: [orderId] }
        : { where: 'order_id = ? AND subject = ?', cells: [orderId, subject] },
    ],
    after,
    limit,
  };
}

function rowOf([version, n, subject, at, by, type, field, was, now, text]: ActivityCells): ActivityRow {
  return { version, n, subject, at, by, type, field, was, now, text };
}
