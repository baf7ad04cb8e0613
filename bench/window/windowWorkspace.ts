/** A copy of the big workspace that also holds an approved order of 10,000 tasks: the last one that came in, so it stands first among the orders. */
import { transaction } from '../../db/transaction.ts';
import { bigWorkspace, copyOf, type BigWorkspace } from '../workspace/bigWorkspace.ts';
import { momentOf, openCore } from '../workspace/openCore.ts';
import { documentOf } from '../workspace/orderDocuments.ts';

/** Of no order that the big workspace has. */
const LARGE_DOCUMENT = 5_000_000;
/** 250 lines of 40 tasks each. */
const LINES = 250;

export type WindowWorkspace = BigWorkspace & { readonly largeOrderId: string; readonly remove: () => void };

export function windowWorkspace(tasks: number, log: (line: string) => void): WindowWorkspace {
  const big = bigWorkspace(tasks, log);
  const copy = copyOf(big, 'window');
  const core = openCore(copy.file, { seed: 77 });
  const largeOrderId = transaction(core.db, () => core.take(documentOf(LARGE_DOCUMENT, { lines: LINES }), momentOf(0)));
  core.send(largeOrderId, { type: 'approve' }, 0, momentOf(1));
  core.db.pragma('wal_checkpoint(TRUNCATE)');
  core.db.close();
  return { ...copy, largeOrderId };
}
