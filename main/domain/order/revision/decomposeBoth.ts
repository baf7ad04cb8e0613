/** Decomposes an order as it asked before a change and as it would ask after it, so that the two plans can be compared (domain.md A.10). */
import { err, ok, type Result } from '../../result.ts';
import type { Decomposed } from '../../decomposition/decomposed.ts';
import type { CapturedOrder } from '../../vocabulary/captured.ts';
import type { LineAction } from '../../vocabulary/states.ts';
import { capturedOf, withCaptured } from './capturedOrder.ts';
import type { DecisionContext } from '../commands.ts';
import { decomposeOrder, type Around } from '../decomposeOrder.ts';
import { isLineLiving } from './effectiveChanges.ts';
import { lineNumber } from '../numbers.ts';
import type { Order } from '../order.ts';
import { planRows, type PlanRows } from '../planRows.ts';
import type { Refusal } from '../refusals.ts';

export type Plans = { readonly before: PlanRows; readonly after: PlanRows };

type Looking = Around & Pick<DecisionContext, 'catalog' | 'at'>;

/** As decomposition would plan it before and after the change. Lines that are canceled, now or earlier, ask for nothing. */
export function decomposeBoth(
  order: Order,
  captured: CapturedOrder,
  canceled: ReadonlySet<number>,
  context: Looking,
): Result<Plans, Refusal> {
  const isGone = (line: number): boolean => line <= order.lines.size && !isLineLiving(order, line);
  const asking = (so: CapturedOrder, isOut: (line: number) => boolean): Order =>
    withCaptured(order, {
      ...so,
      lines: so.lines.map((line, index) => (isOut(index + 1) ? { ...line, action: silent } : line)),
    });
  const { catalog, at } = context;
  const before = decomposeOrder(asking(capturedOf(order), isGone), catalog, at, context);
  if (!before.ok) return before;
  const after = decomposeOrder(
    asking(captured, line => isGone(line) || canceled.has(line)),
    catalog,
    at,
    context,
  );
  if (!after.ok) return after;
  const lacking = lackingCompanions(before.value, after.value);
  if (lacking.length === 0) return ok({ before: planRows(before.value), after: planRows(after.value) });
  const lines = lacking.map(line => lineNumber(order, line));
  return err({ code: 'CheckFailed', checks: [{ check: 'requires', lines }] });
}

const silent: LineAction = 'noChange';

/** Lines that lose what they need beside themselves, or come without it (features D1). */
function lackingCompanions(before: Decomposed, after: Decomposed): readonly number[] {
  const lacking = ({ trace: { compatibility = [] } }: Decomposed) =>
    compatibility.filter(({ found }) => found === 'nowhere').map(row => ({ ...row, key: `${row.line} ${row.rule}` }));
  const known = new Set(lacking(before).map(({ key }) => key));
  return [...new Set(lacking(after).flatMap(({ key, line }) => (known.has(key) ? [] : [line])))];
}
