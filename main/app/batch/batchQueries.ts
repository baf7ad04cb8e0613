/** Answers about decisions on many orders: which they are, what would come of them, what came of them (features A9). */
import type { Database } from 'better-sqlite3';
import { countOutcomes, findJob, listJobItems, type JobItem } from '../../../db/jobs.ts';
import { countOrdersByText, findOrdersByText } from '../../../db/queries/findByText.ts';
import { countOrders, findOrderRow, ordersPage } from '../../../db/queries/orderPages.ts';
import type { Output } from '../../../preload/contract/contract.ts';
import { batchLimit, type BatchItem } from '../../../preload/contract/batch.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import type { JsonValue } from '../../domain/json.ts';
import { decide } from '../../domain/order/decide.ts';
import type { Person } from '../../domain/people/permissions.ts';
import { err, ok } from '../../domain/result.ts';
import type { CatalogShelf } from '../catalogShelf.ts';
import type { LoadOrder } from '../commands/otherOrders.ts';
import { surroundings } from '../commands/surroundings.ts';
import { findSitting } from '../session.ts';
import type { Handlers } from '../sides.ts';
import { isBatch, type BatchDetail, type BatchOutcome } from './batchJob.ts';

type Parts = {
  readonly db: Database;
  readonly load: LoadOrder;
  readonly catalogs: CatalogShelf;
  /** ISO-8601 UTC. */
  readonly now: () => string;
};

export function batchQueries(
  parts: Parts,
): Handlers<'batch.freeze' | 'batch.freezeFailed' | 'batch.preflight' | 'batch.results'> {
  const { db } = parts;
  return {
    'batch.freeze': ({ states, text = '' }) => {
      if (text.trim() !== '') {
        const rows = findOrdersByText(db, text, { states, limit: batchLimit });
        const total = rows.length < batchLimit ? rows.length : countOrdersByText(db, text, states);
        return ok({ items: rows.map(frozen), total });
      }
      const { rows } = ordersPage(db, { states, sort: 'requested' }, { limit: batchLimit });
      return ok({ items: rows.map(frozen), total: countOrders(db, states) });
    },
    'batch.freezeFailed': ({ jobId }) => {
      const job = findJob(db, jobId);
      if (job?.kind !== 'approve') return err({ code: 'NotFound', subject: 'document', id: jobId });
      const failed = listJobItems(db, jobId, 0, batchLimit, 'failed');
      const items = failed.flatMap(({ orderId = '' }): BatchItem[] => {
        const row = findOrderRow(db, orderId);
        return row?.state === 'new' ? [frozen(row)] : [];
      });
      return ok({ items, total: failed.length });
    },
    'batch.preflight': ({ items }) => {
      const by = findSitting(db);
      return by === undefined ? err({ code: 'NobodyChosen' }) : ok(preflight(parts, items, by));
    },
    'batch.results': ({ jobId, outcome, after, limit }) => {
      const job = findJob(db, jobId);
      if (job === undefined || !isBatch(job.kind)) return err({ code: 'NotFound', subject: 'document', id: jobId });
      const { succeeded = 0, failed = 0, skipped = 0 } = countOutcomes(db, jobId);
      const counts = { succeeded, failed, skipped };
      // `after` is the index of the last item already had, -1 before the first.
      const rows = listJobItems(db, jobId, after + 1, limit + 1, outcome).map(viewResult);
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
  { db, load, catalogs, now }: Parts,
  items: readonly BatchItem[],
  by: Person,
): Output<'batch.preflight'> {
  const at = now();
  const excluded: Output<'batch.preflight'>['excluded'] = [];
  let first = 0;
  for (const { orderId, seen } of items) {
    const order = load(orderId);
    const context = { ...surroundings(db, orderId, load), at, by, catalog: catalogs.of(order) };
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
export const asJson = (refusal: Refusal): RefusalJson => refusal as unknown as RefusalJson;

type Row = Output<'batch.results'>['rows'][number];

function viewResult({ n, outcome, orderId = '', detail }: JobItem): Row {
  const { number, refusal, task = null, title = '' } = detail as unknown as BatchDetail;
  return {
    index: n,
    orderId,
    task,
    number,
    title,
    outcome: outcome as BatchOutcome,
    refusal: refusal as unknown as JsonValue as Row['refusal'],
  };
}
