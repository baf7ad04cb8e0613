/** The answer each command got, kept in the command's own transaction so that a resend is answered the same and done once. */
import type { Database } from 'better-sqlite3';
import type { JsonValue } from '../main/domain/json.ts';
import { prepared } from './statements.ts';

export type Receipt = {
  readonly commandId: string;
  /** The order the command was about and its version afterwards; absent for a command about no order. */
  readonly order?: { readonly id: string; readonly version: number };
  readonly at: string;
  readonly result: JsonValue;
  /** What it is the answer to, in short; absent in receipts of before it was kept. */
  readonly digest?: string;
};

type ReceiptRow = {
  order_id: string | null;
  version: number | null;
  at: string;
  result: string;
  digest: string | null;
};

export function findReceipt(db: Database, commandId: string): Receipt | undefined {
  const sql = 'SELECT order_id, version, at, result, digest FROM command WHERE command_id = ?';
  const row = prepared<ReceiptRow>(db, sql).get(commandId);
  if (row === undefined) return undefined;
  return {
    commandId,
    ...(row.order_id !== null && { order: { id: row.order_id, version: row.version ?? 0 } }),
    at: row.at,
    result: JSON.parse(row.result) as JsonValue,
    ...(row.digest !== null && { digest: row.digest }),
  };
}

/** Must be called once per command, inside its transaction; a second receipt for the same command throws. */
export function keepReceipt(db: Database, receipt: Receipt): void {
  prepared(db, 'INSERT INTO command (command_id, order_id, version, at, result, digest) VALUES (?, ?, ?, ?, ?, ?)').run(
    receipt.commandId,
    receipt.order?.id ?? null,
    receipt.order?.version ?? null,
    receipt.at,
    JSON.stringify(receipt.result),
    receipt.digest ?? null,
  );
}
