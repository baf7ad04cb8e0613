/** Answers about decisions on many orders: which they are, what would come of them, what came of them (features A9). */
import type { Database } from 'better-sqlite3';
import { findJob, listJobItems, type JobItem } from '../../../db/jobs.ts';
import { findOrdersByText } from '../../../db/queries/findByText.ts';
import { countOrders, findOrderRow, ordersPage } from '../../../db/queries/orderPages.ts';
import type { Output } from '../../../preload/contract/contract.ts';
import { batchLimit, type BatchItem } from '../../../preload/contract/policy.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import type { JsonValue } from '../../domain/json.ts';
import { decide } from '../../domain/order/decide.ts';
import type { Person } from '../../domain/people/permissions.ts';
import { err, ok } from '../../domain/result.ts';
import type { CatalogShelf } from '../catalogShelf.ts';
import { surroundings } from '../commands/surroundings.ts';
import type { OrderCache } from '../orderCache.ts';
import { outcomeCounter } from '../queries/jobQueries.ts';
import { findSitting } from '../session.ts';
import type { Handlers } from '../sides.ts';
import type { BatchDetail, BatchOutcome } from './approveWork.ts';

type Parts = {
  readonly db: Database;
  readonly orders: OrderCache;
  readonly catalogs: CatalogShelf;
  /** ISO-8601 UTC. */
  readonly now: () => string;
};

const READ_AHEAD = 500;

export function batchQueries(parts: Parts): Handlers<'batch.freeze' | 'batch.preflight' | 'batch.results'> {
  const { db } = parts;
  const count = outcomeCounter(db);
  return {
    'batch.freeze': ({ states, text = '' }) => {
      if (text.trim() !== '') {
        const rows = findOrdersByText(db, text, { states, limit: batchLimit });
        return ok({ items: rows.map(frozen), total: rows.length });
      }
      const { rows } = ordersPage(db, { states, sort: 'requested' }, { limit: batchLimit });
      return ok({ items: rows.map(frozen), total: countOrders(db, states) });
    },
    'batch.preflight': ({ items }) => {
      const by = findSitting(db);
      return by === undefined ? err({ code: 'NobodyChosen' }) : ok(preflight(parts, items, by));
    },
    'batch.results': ({ jobId, outcome, after, limit }) => {
      const job = findJob(db, jobId);
      if (job?.kind !== 'approve') return err({ code: 'NotFound', subject: 'document', id: jobId });
      const { succeeded = 0, failed = 0, skipped = 0 } = count(job);
      const counts = { succeeded, failed, skipped };
      const rows = [...resultsAfter(db, jobId, after, outcome).take(limit + 1)];
      const shown = rows.slice(0, limit);
      return ok({
        rows: shown,
        next: rows.length > limit ? String(shown.at(-1)?.index) : null,
        total: outcome === undefined ? succeeded + failed + skipped : counts[outcome],
        counts,
      });
    },
  };
}

const frozen = ({ id, touched }: { readonly id: string; readonly touched: number }): BatchItem => ({
  orderId: id,
  seen: touched,
});

/** Each order is decided on as it would be, and nothing is kept: about a millisecond for an ordinary one. */
function preflight(
  { db, orders, catalogs, now }: Parts,
  items: readonly BatchItem[],
  by: Person,
): Output<'batch.preflight'> {
  const at = now();
  const excluded: Output<'batch.preflight'>['excluded'] = [];
  let first = 0;
  for (const { orderId, seen } of items) {
    const order = orders.load(orderId);
    const context = { ...surroundings(db, orderId, orders.load), at, by, catalog: catalogs.of(order) };
    const decided = decide(order, { type: 'approve', seen }, context);
    if (decided.ok) {
      if (decided.value[0]?.type === 'OrderEndorsed') first += 1;
      continue;
    }
    const { number = '', accountName: account = null } = findOrderRow(db, orderId) ?? {};
    excluded.push({ orderId, number, account, refusal: asJson(decided.error) });
  }
  return { ready: items.length - excluded.length, first, excluded };
}

type RefusalJson = Output<'batch.preflight'>['excluded'][number]['refusal'];
const asJson = (refusal: Refusal): RefusalJson => refusal as unknown as RefusalJson;

type Row = Output<'batch.results'>['rows'][number];

/** `after` is the index of the last order already had, -1 before the first. */
function* resultsAfter(db: Database, jobId: string, after: number, outcome: BatchOutcome | undefined): Generator<Row> {
  for (let from = after + 1; ;) {
    const items = listJobItems(db, jobId, from, READ_AHEAD);
    for (const item of items) if (outcome === undefined || item.outcome === outcome) yield viewResult(item);
    const last = items.at(-1);
    if (last === undefined || items.length < READ_AHEAD) return;
    from = last.n + 1;
  }
}

function viewResult({ n, outcome, orderId = '', detail }: JobItem): Row {
  const { number, refusal } = detail as unknown as BatchDetail;
  return {
    index: n,
    orderId,
    number,
    outcome: outcome as BatchOutcome,
    refusal: refusal as unknown as JsonValue as Row['refusal'],
  };
}
