/** Answers what a change of an order under way would do, what was asked and decided before, and how two versions differ (features X5, O9, O14). */
import type { Refusal } from '../../../preload/contract/refusal.ts';
import type { IndexedCatalog } from '../../domain/catalog/indexCatalog.ts';
import type { DecisionContext } from '../../domain/order/commands.ts';
import { compareChange, compareVersions } from '../../domain/order/revision/compareVersions.ts';
import { versionsOf } from '../../domain/order/revision/evolveRevision.ts';
import type { Order } from '../../domain/order/order.ts';
import { previewRevision } from '../../domain/order/revision/revision.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { revisionChanges } from '../commands/revisionChanges.ts';
import type { Handlers } from '../sides.ts';
import { viewCompensation, viewDifferences, viewRevision } from './revisionViews.ts';

type RevisionCall = 'revision.preview' | 'revision.list' | 'order.versions' | 'order.compareVersions';

export type RevisionParts = {
  readonly load: (orderId: string) => Result<Order, Refusal>;
  readonly catalogOf: (order: Order) => IndexedCatalog;
  readonly around: (orderId: string) => Omit<DecisionContext, 'at' | 'by' | 'catalog'>;
  /** ISO-8601 UTC. */
  readonly now: () => string;
};

export function revisionQueries({ load, catalogOf, around, now }: RevisionParts): Handlers<RevisionCall> {
  const onOrder = <T>(orderId: string, view: (order: Order) => Result<T, Refusal>): Result<T, Refusal> => {
    const order = load(orderId);
    return order.ok ? view(order.value) : order;
  };
  return {
    'revision.preview': ({ orderId, operation, changes }) =>
      onOrder(orderId, order => {
        const context = { ...around(orderId), catalog: catalogOf(order), at: now() };
        const asked = { operation, changes: revisionChanges(order, changes) };
        const worked = previewRevision(order, asked, context);
        if (!worked.ok) return worked;
        const before = versionsOf(order).at(-1);
        const asking = { known: order.lines.size, changes: asked.changes };
        return ok({
          differences: before === undefined ? [] : viewDifferences(order, compareChange(before, worked.value), asking),
          compensation: viewCompensation(order, worked.value.compensation, asking),
        });
      }),
    'revision.list': ({ orderId }) =>
      onOrder(orderId, order => ok({ revisions: (order.revisions ?? []).map(one => viewRevision(order, one)) })),
    'order.versions': ({ orderId }) =>
      onOrder(orderId, order =>
        ok({
          versions: versionsOf(order).map(({ number, at, by, operation, reason }) => ({
            number,
            at,
            by,
            operation,
            reason: reason ?? null,
          })),
        }),
      ),
    'order.compareVersions': ({ orderId, from, to }) =>
      onOrder(orderId, order => {
        const versions = versionsOf(order);
        const [before, after] = [versions[from - 1], versions[to - 1]];
        if (before === undefined || after === undefined) {
          const missing = before === undefined ? from : to;
          return err({ code: 'NotFound', subject: 'order', id: `${order.number} ${missing}` });
        }
        return ok({ differences: viewDifferences(order, compareVersions(before, after)) });
      }),
  };
}
