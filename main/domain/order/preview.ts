/** The order as approval would leave it, worked out and thrown away: the dry run beside the decision (features D9, X2). */
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import { roles, type Person } from '../people/permissions.ts';
import { ok, type Result } from '../result.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Order } from './order.ts';
import type { Refusal } from './refusals.ts';

/** Looking ahead is allowed to everyone; what would be refused to everyone is refused here too. */
const anybody: Person = { id: 'preview', name: '', roles, groups: [] };

/** The very decision of an approval at that moment; nothing of it is kept. Refused for the reasons for which approval would be. */
export function previewApproval(order: Order, catalog: IndexedCatalog, at: string): Result<Order, Refusal> {
  const decided = decide(
    order,
    { type: 'approve' },
    { at, by: anybody, catalog, findPerson: () => undefined, hasGroup: () => true },
  );
  if (!decided.ok) return decided;
  return ok(
    decided.value.reduce<Order>(
      (after, event) => evolve(after, { ...event, version: after.version + 1, at, by: anybody.id }),
      order,
    ),
  );
}
