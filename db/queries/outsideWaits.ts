/** Who waits for a part of another order, and which parts of other orders there are to wait for (features O6). */
import type { Database } from 'better-sqlite3';
import type { NodeId } from '../../main/domain/vocabulary/node.ts';
import { numberValue } from '../projections/cells.ts';
import { prepared } from '../statements.ts';

export type OutsideWait = {
  readonly orderId: string;
  readonly task: number;
  readonly other: string;
  readonly node: NodeId;
};

const stateIn = (rows: string): string =>
  `(SELECT state FROM ${rows} WHERE order_id = other_order AND number = CAST(substr(node, 2) AS INTEGER))`;

/** Waits whose part has ended, or started where that is enough, and that nobody has been told of yet. */
const MET = `
  SELECT order_id AS orderId, task, other_order AS other, node FROM (
    SELECT *, CASE substr(node, 1, 1)
      WHEN 'T' THEN ${stateIn('task_row')} WHEN 'D' THEN ${stateIn('domain_order_row')} ELSE ${stateIn('line_row')}
    END AS state FROM outside_wait)
  WHERE (state IN ('closedComplete', 'completed', 'canceled')
    OR (on_start = 1 AND state IN ('inProgress', 'awaitingInformation', 'resolved')))`;

/** Those for a part of this order. */
export const listMetWaitsFor = (db: Database, orderId: string): readonly OutsideWait[] =>
  prepared<OutsideWait>(db, `${MET} AND other_order = ? ORDER BY order_id, task, node`).all(orderId);

/** Those of all orders: there are none unless the desk was stopped between an end and telling of it. */
export const listMetWaits = (db: Database): readonly OutsideWait[] =>
  prepared<OutsideWait>(db, `${MET} ORDER BY order_id, task, node`).all();

export type OutsideCandidate = { readonly orderId: string; readonly domainOrder: number };

/** Unfinished domain orders of a specification in orders of one account, or in one order of them, oldest order first. */
export const listOpenOfAccount = (
  db: Database,
  specification: string,
  account: string,
  { limit, among }: { readonly limit: number; readonly among?: string | undefined },
): readonly OutsideCandidate[] =>
  prepared<OutsideCandidate>(
    db,
    `SELECT order_id AS orderId, number AS domainOrder FROM domain_order_row
     WHERE specification = ? AND account_id = ? AND is_open = 1 ${among === undefined ? '' : 'AND order_id = ?'}
     ORDER BY order_id, number LIMIT ?`,
  ).all(specification, account, ...(among === undefined ? [] : [among]), limit);

/** The order with this human number, such as `ORD0000421`; any letters before the digits will do. */
export const findOrderIdByNumber = (db: Database, number: string): string | undefined => {
  const digits = number.replaceAll(/\D/g, '');
  const rows = prepared<{ id: string; number: string }>(
    db,
    'SELECT id, number FROM order_row WHERE number_value = ? LIMIT 20',
  ).all(numberValue(number));
  return rows.find(row => row.number.replaceAll(/\D/g, '') === digits)?.id;
};
