/** Decomposes an order as it stands: what approval writes down, and what the dry run beside it shows (features D9). */
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import { decompose } from '../decomposition/decompose.ts';
import type { Decomposed } from '../decomposition/decomposed.ts';
import { siteOf } from '../decomposition/findCompanions.ts';
import type { FindOutside } from '../decomposition/linkParts.ts';
import { calendarsOf } from '../policy/calendar.ts';
import { err, type Result } from '../result.ts';
import { findRow } from '../table.ts';
import { companionsOf } from './checks.ts';
import type { DecisionContext } from './commands.ts';
import { nothingAround } from './lookups.ts';
import type { Order } from './order.ts';
import type { Refusal } from './refusals.ts';

/** What decomposition looks at outside the order itself. */
export type Around = Pick<DecisionContext, 'findInventory' | 'findOutside' | 'policy'>;

/** What approval would make of the order now, without touching it: the dry run shown beside Approve (features D9). */
export function decomposeOrder(
  order: Order,
  catalog: IndexedCatalog,
  at: string,
  around: Around = nothingAround,
): Result<Decomposed, Refusal> {
  const { lines, found } = companionsOf(order, catalog, around);
  const decomposed = decompose({
    lines,
    catalog,
    at,
    calendarOf: calendarsOf(around.policy),
    outside: outsideOf(order, around),
    compatibility: found,
  });
  if (decomposed.ok) return decomposed;
  return err({ code: 'PlanHasCycle', path: decomposed.error.parts.map(({ name }) => name) });
}

/** Looks for parts of other orders of the same account, or at the same site as the line (features O6). */
export const outsideOf =
  (order: Order, { findOutside }: Pick<Around, 'findOutside'>): FindOutside =>
  (wanted, line) =>
    findOutside(wanted, order.account?.id, siteOf(findRow(order.lines, line)?.location));
