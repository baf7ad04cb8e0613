/** Finds orders, tasks and fallouts by the beginnings of words, newest first (features Q1). */
import type { Database } from 'better-sqlite3';
import {
  documentId,
  documentKey,
  documentsOfKind,
  documentsOfOrder,
  documentSql,
  type SearchKind,
} from '../projections/documentId.ts';
import { ORDER_MARK } from '../projections/searchWords.ts';
import { type Cell, prepared, preparedArrays, preparedValue } from '../statements.ts';
import { snapshot } from '../transaction.ts';
import { matchQuery } from './matchQuery.ts';
import { type OrderCells, orderColumns, type OrderRow, orderRowOf } from './orderPages.ts';

export type Found = {
  readonly kind: SearchKind;
  readonly orderId: string;
  /** Of the task or fallout; 0 for the order itself. */
  readonly number: number;
  readonly orderNumber: string;
  /** The order's description, the task's title, the fallout's text. */
  readonly title: string | null;
  readonly state: string;
  readonly accountName: string | null;
};

type FoundRow = {
  document: number;
  order_id: string;
  order_number: string;
  title: string | null;
  state: string;
  account_name: string | null;
};

const described = (found: string): string => `
  SELECT document, s.order_id, o.number AS order_number, o.account_name,
    CASE ${documentSql.kind} WHEN 0 THEN o.description WHEN 1 THEN t.title ELSE f.text END AS title,
    CASE ${documentSql.kind} WHEN 0 THEN o.state WHEN 1 THEN t.state ELSE f.state END AS state
  FROM (${found}) AS found
  JOIN search_order s ON s.place = ${documentSql.place}
  JOIN order_row o ON o.id = s.order_id
  LEFT JOIN task_row t ON ${documentSql.kind} = 1 AND t.order_id = s.order_id AND t.number = ${documentSql.number}
  LEFT JOIN fallout_row f ON ${documentSql.kind} = 2 AND f.order_id = s.order_id AND f.number = ${documentSql.number}
  ORDER BY document DESC`;

export const findSql = described(
  'SELECT rowid AS document FROM search_text WHERE search_text MATCH ? ORDER BY rowid DESC LIMIT ?',
);

// Numbers come in as floating point, which the text index would not take for a limit.
const WITHIN = 'rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)';

export const findWithinSql = described(
  `SELECT rowid AS document FROM search_text WHERE search_text MATCH ? AND ${WITHIN} ORDER BY rowid DESC LIMIT ?`,
);

export const listWithinSql = described(
  `SELECT rowid AS document FROM search_text WHERE ${WITHIN} ORDER BY rowid DESC LIMIT ?`,
);

export const placesSql = `
  SELECT s.place FROM order_row o JOIN search_order s ON s.order_id = o.id WHERE o.number_value = ?`;

/**
 * What has every word of `text`, in any order; nothing for a text without letters or digits.
 * A number of ours such as `TASK0000421-12` finds exactly that first; `ORD0000421 survey` looks in that order first.
 */
export const findByText = (db: Database, text: string, limit: number): readonly Found[] =>
  snapshot(db, () => find(db, text, limit));

function find(db: Database, text: string, limit: number): readonly Found[] {
  const query = matchQuery(db, text);
  if (query === null) return [];
  const named = findByNumber(db, text, limit);
  const found = prepared<FoundRow>(db, findSql).all(query, limit);
  const documents = new Map([...named, ...found].map(row => [row.document, row]));
  return [...documents.values()].slice(0, limit).map(foundOf);
}

const kindOf: Readonly<Record<string, SearchKind>> = { ORD: 'order', TASK: 'task', FO: 'fallout' };
const ourNumber = /(?:^|\s)(ORD|TASK|FO)(\d{1,15})(?:-(\d{1,9}))?(?=\s|$)/i;

/** What the first number of ours in the text names, and what it names only by its order, as far as that has the other words. */
function findByNumber(db: Database, text: string, limit: number): readonly FoundRow[] {
  const [piece, prefix = '', order, part] = ourNumber.exec(text) ?? [];
  const kind = kindOf[prefix.toUpperCase()];
  if (piece === undefined || kind === undefined) return [];
  const rest = matchQuery(db, text.replace(piece, ' '));
  return preparedValue<number>(db, placesSql)
    .all(Number(order))
    .flatMap(place => {
      const exact =
        part !== undefined || kind === 'order' ? [documentId({ place, kind, number: Number(part ?? 0) })] : [];
      const [from, until] = kind === 'order' ? documentsOfOrder(place) : documentsOfKind(place, kind);
      const ranges = part === undefined ? [[from, until] as const] : [];
      return [...exact.map(id => [id, id] as const), ...ranges].flatMap(range =>
        rest === null
          ? prepared<FoundRow>(db, listWithinSql).all(...range, limit)
          : prepared<FoundRow>(db, findWithinSql).all(rest, ...range, limit),
      );
    });
}

function foundOf(row: FoundRow): Found {
  const { kind, number } = documentKey(row.document);
  return {
    kind,
    orderId: row.order_id,
    number,
    orderNumber: row.order_number,
    title: row.title,
    state: row.state,
    accountName: row.account_name,
  };
}

export type OrderTextFilter = {
  readonly states?: readonly string[];
  /** Milliseconds since 1970. */
  readonly lateBy?: number | undefined;
  readonly limit: number;
};

export const findOrdersSql = `
  SELECT ${orderColumns.map(column => `o.${column}`).join(', ')}
  FROM (SELECT rowid AS document FROM search_text WHERE search_text MATCH ? ORDER BY rowid DESC) AS found
  CROSS JOIN search_order s ON s.place = ${documentSql.place} CROSS JOIN order_row o ON o.id = s.order_id
  WHERE (? IS NULL OR o.state IN (SELECT value FROM json_each(?)))
    AND (? IS NULL OR EXISTS (SELECT 1 FROM late_order l WHERE l.order_id = o.id AND l.late_at <= ?))
  ORDER BY document DESC LIMIT ?`;

export const countOrdersSql = `
  SELECT count(*)
  FROM (SELECT rowid AS document FROM search_text WHERE search_text MATCH ?) AS found
  CROSS JOIN search_order s ON s.place = ${documentSql.place} CROSS JOIN order_row o ON o.id = s.order_id
  WHERE o.state IN (SELECT value FROM json_each(?))`;

/** How many orders have every word of `text` and are in one of the states; looks at each of them. */
export function countOrdersByText(db: Database, text: string, states: readonly string[]): number {
  const query = matchQuery(db, text);
  if (query === null) return 0;
  return preparedValue<number>(db, countOrdersSql).get(`"${ORDER_MARK}" AND ${query}`, JSON.stringify(states)) ?? 0;
}

/** Orders that have every word of `text`, newest first, in any of the states when some are given, and late at a moment. */
export function findOrdersByText(
  db: Database,
  text: string,
  { states, lateBy, limit }: OrderTextFilter,
): readonly OrderRow[] {
  const query = matchQuery(db, text);
  if (query === null) return [];
  const wanted: Cell = states === undefined ? null : JSON.stringify(states);
  return preparedArrays<OrderCells>(db, findOrdersSql)
    .all(`"${ORDER_MARK}" AND ${query}`, wanted, wanted, lateBy ?? null, lateBy ?? null, limit)
    .map(orderRowOf);
}
