/** The order as approval would leave it, worked out and thrown away: the dry run beside the decision (features D9, X2). */
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import { roles, type Person } from '../people/permissions.ts';
import { defaultPolicy } from '../policy/policy.ts';
import { ok, type Result } from '../result.ts';
import type { DecisionContext } from './commands.ts';
import { consequencesOf } from './decide.ts';
import { nothingAround } from './lookups.ts';
import type { Order } from './order.ts';
import type { Refusal } from './refusals.ts';

/** Looking ahead is allowed to everyone; what would be refused to everyone is refused here too. */
const anybody: Person = { id: 'preview', name: '', roles, groups: [] };

/** What lies around the order, the people who would be given work among it. */
export type Ahead = Pick<DecisionContext, 'policy' | 'crewOf' | 'findOutside' | 'wouldCircle' | 'findInventory'>;

/**
 * The very decision of the approval that lets the work begin, at that moment or, with `startAt`, then; nothing of it is
 * kept. Refused for the reasons for which approval would be.
 */
export function previewApproval(
  order: Order,
  catalog: IndexedCatalog,
  at: string,
  around: Ahead = nothingAround,
  startAt?: string,
): Result<Order, Refusal> {
  const decided = consequencesOf(
    order,
    { type: 'approve', ...(startAt === undefined ? {} : { startAt }) },
    {
      ...nothingAround,
      ...around,
      policy: { ...around.policy, approval: defaultPolicy.approval },
      at,
      by: anybody,
      catalog,
      findPerson: () => undefined,
      hasGroup: () => true,
    },
  );
  return decided.ok ? ok(decided.value.after) : decided;
}
