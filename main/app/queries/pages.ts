/** Queue pages as the contract has them: rows in the window's shape, and a cursor as text. */
import type { Database } from 'better-sqlite3';
import type { Cursor, Page } from '../../../db/queries/keyset.ts';
import { activityPage, type ActivityRow } from '../../../db/queries/activityPages.ts';
import type { OrderHistory } from '../../../db/orderHistory.ts';
import { falloutsPage, type FalloutRow } from '../../../db/queries/falloutPages.ts';
import { findOrdersByText, type Found } from '../../../db/queries/findByText.ts';
import { lateOrdersPage } from '../../../db/queries/jeopardy.ts';
import { ordersPage, type OrderRow } from '../../../db/queries/orderPages.ts';
import { taskFields, tasksPage } from '../../../db/queries/taskPages.ts';
import type { WrittenPage } from '../../../db/queries/writtenPage.ts';
import type { Output, ParsedInput } from '../../../preload/contract/contract.ts';
import { rowsText } from '../../../preload/contract/replyText.ts';
import { falloutNumber, taskNumber } from '../../domain/order/numbers.ts';
import type { SubjectId } from '../../domain/vocabulary/node.ts';
import type { Person } from '../../domain/people/permissions.ts';
import { defined } from '../defined.ts';
import { written, type Written } from '../written.ts';

/** An id that no person has; the empty one would mean what is assigned to nobody. */
export const nobody = '\u0000';

/** What the window sends back unchanged; anything else it might send reads as the first page. */
export function cursorOf(text: string | null): Cursor | null {
  if (text === null) return null;
  try {
    const cursor: unknown = JSON.parse(text);
    return Array.isArray(cursor) && cursor.every(isCell) ? cursor : null;
  } catch {
    return null;
  }
}

const isCell = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

function paged<From, To>({ rows, next, total }: Page<From>, view: (row: From) => To) {
  return {
    rows: rows.map(view),
    next: next === null ? null : JSON.stringify(next),
    total: total ?? rows.length,
  };
}

/** `now` in milliseconds since 1970: what is late follows the clock. */
export function pageOrders(
  db: Database,
  { states, text, inJeopardy, after, limit }: ParsedInput<'orders.page'>,
  now: number,
): Output<'orders.page'> {
  const lateBy = inJeopardy === true ? now : undefined;
  if (text !== undefined && text.trim() !== '') {
    const rows = findOrdersByText(db, text, { states, lateBy, limit });
    return { rows: rows.map(viewOrderRow), next: null, total: rows.length };
  }
  if (lateBy !== undefined) return paged(lateOrdersPage(db, lateBy, { after: cursorOf(after), limit }), viewOrderRow);
  const isQueue = states.every(state => state === 'new' || state === 'draft' || state === 'rejected');
  const filter = isQueue ? ({ sort: 'requested' } as const) : ({ sort: 'number', descending: true } as const);
  return paged(ordersPage(db, { states, ...filter }, { after: cursorOf(after), limit }), viewOrderRow);
}

function viewOrderRow(row: OrderRow): Output<'orders.page'>['rows'][number] {
  return {
    id: row.id,
    number: row.number,
    externalId: row.externalId,
    state: row.state,
    priority: row.priority,
    account: row.accountName,
    description: row.description,
    summary: withMore(row.specificationName, row.specificationCount),
    locations: withMore(row.locationName, row.locationCount),
    lines: row.lineCount,
    requestedCompletion: row.requestedCompletion,
    importedAt: row.importedAt,
    checksFailed: row.checksFailed,
    endorsedBy: row.endorsedBy,
    tasks: { ended: row.tasksEnded, total: row.tasksTotal },
    falloutsOpen: row.falloutsOpen,
    version: row.touched,
  };
}

/** `Managed Firewall +2`: the first, and how many others. */
const withMore = (first: string | null, count: number): string =>
  first === null ? '' : count > 1 ? `${first} +${count - 1}` : first;

export function pageTasks(
  db: Database,
  person: Person | undefined,
  input: ParsedInput<'tasks.page'>,
): Written<Output<'tasks.page'>> {
  const page = { after: cursorOf(input.after), limit: input.limit };
  switch (input.queue) {
    case 'mine':
      return writtenTasks(tasksPage(db, { queue: 'mine', person: person?.id ?? nobody }, page));
    case 'group':
      return writtenTasks(tasksPage(db, { queue: 'group', groups: person?.groups ?? [] }, page));
    case 'escalated': {
      const { id = nobody, groups = [] } = person ?? {};
      return writtenTasks(tasksPage(db, { queue: 'escalated', person: id, groups }, page));
    }
    default:
      return writtenTasks(tasksPage(db, { queue: input.queue }, page));
  }
}

const taskNames = Object.keys(taskFields satisfies Record<keyof Output<'tasks.page'>['rows'][number], string>);

function writtenTasks({ cells, next, total }: WrittenPage): Written<Output<'tasks.page'>> {
  const rows = rowsText(taskNames, cells);
  const cursor = JSON.stringify(next === null ? null : JSON.stringify(next));
  return written(`{"rows":${rows},"next":${cursor},"total":${total}}`);
}

export function pageFallouts(
  db: Database,
  person: Person | undefined,
  input: ParsedInput<'fallouts.page'>,
): Output<'fallouts.page'> {
  const page = { after: cursorOf(input.after), limit: input.limit };
  switch (input.queue) {
    case 'mine':
      return paged(falloutsPage(db, { queue: 'mine', person: person?.id ?? nobody }, page), viewFalloutRow);
    case 'group':
      return paged(falloutsPage(db, { queue: 'group', groups: person?.groups ?? [] }, page), viewFalloutRow);
    default:
      return paged(falloutsPage(db, { queue: input.queue }, page), viewFalloutRow);
  }
}

function viewFalloutRow(row: FalloutRow): Output<'fallouts.page'>['rows'][number] {
  const order = { number: row.orderNumber };
  return {
    key: `${row.orderId}/F${row.number}`,
    orderId: row.orderId,
    fallout: row.number,
    number: falloutNumber(order, row.number),
    type: row.type,
    state: row.state,
    priority: row.priority,
    text: row.text,
    group: row.group,
    owner: row.owner,
    dueAt: row.dueAt,
    raisedAt: row.raisedAt,
    raisedBy: row.raisedBy,
    task: row.task,
    taskNumber: taskNumber(order, row.task),
    taskTitle: row.taskTitle,
    orderNumber: row.orderNumber,
    account: row.accountName,
    version: row.version,
  };
}

const localId = /^[LDTFI]\d+$/;

export function pageActivity(
  db: Database,
  orders: OrderHistory,
  { orderId, subject, only, before, limit }: ParsedInput<'order.activity'>,
  nameOf: (subject: SubjectId) => string | null,
): Output<'order.activity'> {
  const filter = defined({ orderId, subject: subject as SubjectId | undefined, only });
  /** Entries point at other parts by their local ids; people know those by number and title. */
  const readable = (text: string | null): string | null =>
    text !== null && localId.test(text) ? (nameOf(text as SubjectId) ?? text) : text;
  return paged(activityPage(db, orders, filter, { after: cursorOf(before), limit }), (row: ActivityRow) => ({
    key: `${row.version}.${row.n}`,
    version: row.version,
    at: row.at,
    by: row.by,
    subject: row.subject,
    subjectName: nameOf(row.subject),
    event: row.type,
    field: row.field,
    was: row.was,
    now: row.field === 'fallout' ? readable(row.now) : row.now,
    text: row.field === 'workNote' || row.field === 'customerComment' ? row.text : readable(row.text),
  }));
}

export function viewFound({ kind, orderId, number, orderNumber, title, state, accountName }: Found) {
  const order = { number: orderNumber };
  const isTask = kind === 'task';
  return {
    kind,
    orderId,
    subject: kind === 'order' ? 'order' : `${isTask ? 'T' : 'F'}${number}`,
    number: kind === 'order' ? orderNumber : isTask ? taskNumber(order, number) : falloutNumber(order, number),
    title: [title, accountName].filter(part => part !== null).join(' · '),
    state,
  };
}
