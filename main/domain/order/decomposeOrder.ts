/** Decomposes an order as it stands: what approval writes down, and what the dry run beside it shows (features D9). */
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import { decompose, type CirclePart } from '../decomposition/decompose.ts';
import type { Decomposed } from '../decomposition/decomposed.ts';
import type { FindOutside } from '../decomposition/linkOutside.ts';
import { sitesOf } from '../decomposition/sites.ts';
import { calendarsOf } from '../policy/calendar.ts';
import { err, type Result } from '../result.ts';
import { listRows } from '../table.ts';
import { companionsOf } from './checks.ts';
import type { DecisionContext } from './commands.ts';
import { nothingAround } from './lookups.ts';
import { lineNumber } from './numbers.ts';
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
  const { parts } = decomposed.error;
  // Parts of several lines may be called alike.
  const isWide = parts.some(({ line }) => line !== parts[0]?.line);
  const nameOf = ({ id, name, line }: CirclePart): string =>
    isWide && !id.startsWith('L') ? `${lineNumber(order, line)} ${name}` : name;
  return err({ code: 'PlanHasCycle', path: parts.map(nameOf) });
}

/** Looks for parts of other orders of the same account, or at the same site as the line (features O6). */
export function outsideOf(order: Order, { findOutside }: Pick<Around, 'findOutside'>): FindOutside {
  const siteOfLine = sitesOf(listRows(order.lines));
  return (wanted, line) => findOutside(wanted, order.account?.id, siteOfLine(line));
}
