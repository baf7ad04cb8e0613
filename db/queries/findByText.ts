/** Finds orders, tasks and fallouts by the beginnings of words, newest first (features Q1). */
import type { Database } from 'better-sqlite3';
import type { SearchKind } from '../projections/search.ts';
import { ORDER_MARK } from '../projections/searchWords.ts';
import { type Cell, prepared, preparedArrays } from '../statements.ts';
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
  kind: SearchKind;
  order_id: string;
  number: number;
  order_number: string;
  title: string | null;
  state: string;
  account_name: string | null;
};

const described = (found: string): string => `
  SELECT found.kind, found.order_id, found.number, o.number AS order_number,
    coalesce(t.title, f.text, o.description) AS title, coalesce(t.state, f.state, o.state) AS state, o.account_name
  FROM (${found}) AS found
  JOIN order_row o ON o.id = found.order_id
  LEFT JOIN task_row t ON found.kind = 'task' AND t.order_id = found.order_id AND t.number = found.number
  LEFT JOIN fallout_row f ON found.kind = 'fallout' AND f.order_id = found.order_id AND f.number = found.number
  ORDER BY found.id DESC`;

export const findSql = described(`
    SELECT r.id, r.order_id, r.kind, r.number FROM search_text JOIN search_row r ON r.id = search_text.rowid
    WHERE search_text MATCH ? ORDER BY search_text.rowid DESC LIMIT ?`);

export const findNumberSql = described(`
  SELECT r.id, r.order_id, r.kind, r.number FROM order_row o JOIN search_row r
    ON r.order_id = o.id AND r.kind = ? AND r.number = ?
  WHERE o.number_value = ?`);

/**
 * What has every word of `text`, in any order; nothing for a text without letters or digits.
 * A whole number such as `TASK0000421-12` finds exactly that first.
 */
export function findByText(db: Database, text: string, limit: number): readonly Found[] {
  const query = queryOf(text);
  if (query === null) return [];
  const exact = findByNumber(db, text);
  const found = prepared<FoundRow>(db, findSql).all(query, limit).map(foundOf);
  const others = found.filter(
    ({ kind, orderId, number }) =>
      !exact.some(known => known.kind === kind && known.orderId === orderId && known.number === number),
  );
  return [...exact, ...others].slice(0, limit);
}

const kindOf: Readonly<Record<string, SearchKind>> = { ORD: 'order', TASK: 'task', FO: 'fallout' };

/** The order, task or fallout whose own number this is. */
function findByNumber(db: Database, text: string): readonly Found[] {
  const [, prefix = '', order, part = '0'] =
    /^(ORD|TASK|FO)(\d{1,15})(?:-(\d{1,9}))?$/.exec(text.trim().toUpperCase()) ?? [];
  const kind = kindOf[prefix];
  if (kind === undefined || order === undefined) return [];
  return prepared<FoundRow>(db, findNumberSql).all(kind, Number(part), Number(order)).map(foundOf);
}

function foundOf(row: FoundRow): Found {
  return {
    kind: row.kind,
    orderId: row.order_id,
    number: row.number,
    orderNumber: row.order_number,
    title: row.title,
    state: row.state,
    accountName: row.account_name,
  };
}

export const findOrdersSql = `
  SELECT ${orderColumns.map(column => `o.${column}`).join(', ')}
  FROM search_text CROSS JOIN search_row r ON r.id = search_text.rowid CROSS JOIN order_row o ON o.id = r.order_id
  WHERE search_text MATCH ? AND (? IS NULL OR o.state IN (SELECT value FROM json_each(?)))
  ORDER BY search_text.rowid DESC LIMIT ?`;

/** Orders that have every word of `text`, newest first, in any of the states when some are given. */
export function findOrdersByText(
  db: Database,
  text: string,
  { states, limit }: { readonly states?: readonly string[]; readonly limit: number },
): readonly OrderRow[] {
  const query = queryOf(text);
  if (query === null) return [];
  const wanted: Cell = states === undefined ? null : JSON.stringify(states);
  return preparedArrays<OrderCells>(db, findOrdersSql)
    .all(`"${ORDER_MARK}" AND ${query}`, wanted, wanted, limit)
    .map(orderRowOf);
}

/** Words are cut as the index cuts them; each may be the beginning of a longer one. */
function queryOf(text: string): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu);
  return words === null ? null : words.map(word => `"${word}"*`).join(' AND ');
}
