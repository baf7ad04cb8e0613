/** Decides approval: the checks, the placeholders of what the customer will have, the decomposition and the first tasks (domain.md A.5, A.6). */
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import { decompose } from '../decomposition/decompose.ts';
import { err, ok, type Result } from '../result.ts';
import { rowsOf } from '../table.ts';
import { planOf } from './change.ts';
import { checkOrder, findSpecification, linesByItem, waitsFor } from './checks.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import type { DomainEvent, PlannedInventory } from './events.ts';
import { firstRefusal, inState, permitted, stillAsSeen } from './guards.ts';
import type { Order, OrderLine } from './order.ts';
import type { Refusal } from './refusals.ts';
import { closeIfDone, completeIfDone, openWhatIsFree } from './settle.ts';
import type { InventoryState, LineAction } from '../vocabulary/states.ts';
import { unfold } from './unfolding.ts';

/** Only from New and only with the permission; refused with the failed checks when the order could not be decomposed (features A2). */
export function approve(
  order: Order,
  { seen }: CommandOf<'approve'>,
  context: DecisionContext,
): Result<readonly DomainEvent[], Refusal> {
  const { at, by, catalog } = context;
  const refusal = firstRefusal(
    () => permitted(by, 'order.approve'),
    () => stillAsSeen('order', order.number, order.touched, seen),
    () => inState('order', order.number, order.state, ['new']),
  );
  if (refusal !== null) return err(refusal);
  const checks = checkOrder(order, catalog, at);
  const failed = checks.filter(({ passed, blocking }) => blocking && !passed);
  if (failed.length > 0) {
    return err({ code: 'CheckFailed', checks: failed.map(({ check, lines }) => ({ check, lines })) });
  }
  const decomposed = decomposeOrder(order, catalog, at);
  if (!decomposed.ok) return decomposed;

  const unfolding = unfold(order, context);
  unfolding.emit({
    type: 'OrderApproved',
    v: 1,
    data: {
      checks: checks.map(({ check, passed, lines: on }) => ({
        check,
        passed,
        lines: on.map(id => Number(id.slice(1))),
      })),
    },
  });
  unfolding.emit({
    type: 'InventoryPlanned',
    v: 1,
    data: {
      items: [...rowsOf(order.lines)].map(line => placeholder(order, line, findSpecification(line, catalog)?.id)),
    },
  });
  unfolding.emit({
    type: 'OrderDecomposed',
    v: 1,
    data: { ...decomposed.value, catalogVersion: catalog.catalog.version },
  });
  unfolding.emit({ type: 'OrderStarted', v: 1, data: {} });
  openWhatIsFree(unfolding);
  closeWhatIsEmpty(unfolding);
  return ok(unfolding.events());
}

/** What approval would make of the order now, without touching it: the dry run shown beside Approve (features D9). */
export function decomposeOrder(order: Order, catalog: IndexedCatalog, at: string): ReturnType<typeof decompose> {
  const lines = [...rowsOf(order.lines)];
  const byItem = linesByItem(lines);
  return decompose({
    lines: lines.map(line => {
      const matched = findSpecification(line, catalog)?.id;
      return { ...line, ...(matched === undefined ? {} : { matched }), waitsFor: waitsFor(line, byItem) };
    }),
    catalog,
    at,
  });
}

const stateBefore: Readonly<Record<LineAction, InventoryState>> = {
  add: 'installationPending',
  change: 'changePending',
  disconnect: 'changePending',
  suspend: 'changePending',
  resume: 'changePending',
  noChange: 'active',
};

/** Exactly one placeholder per line (domain.md A.13 item 1). */
function placeholder(order: Order, line: OrderLine, specification: string | undefined): PlannedInventory {
  return {
    line: line.number,
    serviceId: line.serviceId ?? `${order.number}-${line.number}`,
    name: line.name ?? line.specification?.name ?? line.itemId,
    ...(specification === undefined ? {} : { specification }),
    state: stateBefore[line.action],
    action: line.action,
  };
}

/** Lines that ask for nothing are done at once, and so are domain orders that have neither tasks nor children. */
function closeWhatIsEmpty(unfolding: ReturnType<typeof unfold>): void {
  const order = unfolding.order();
  for (const { number } of rowsOf(planOf(order).domainOrders)) closeIfDone(unfolding, number);
  for (const { number } of rowsOf(order.lines)) completeIfDone(unfolding, number);
}
