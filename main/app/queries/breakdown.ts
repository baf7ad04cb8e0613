/** Lays the trace of a decomposition out as the tree a person reads: line, then every target created or skipped, each under its source (features D7, D8). */
import type { BreakdownEntry } from '../../../preload/contract/order.ts';
import type { IndexedCatalog } from '../../domain/catalog/indexCatalog.ts';
import type { TraceEntry } from '../../domain/decomposition/trace.ts';
import { domainOrderNumber } from '../../domain/order/numbers.ts';
import type { Order, OrderLine } from '../../domain/order/order.ts';
import { findRow } from '../../domain/table.ts';

/** Entries of each line in preorder; what hangs under a domain order stands right after it, one deeper. */
export function breakdownOf(order: Order, catalog: IndexedCatalog): (line: OrderLine) => BreakdownEntry[] {
  const entries = order.plan?.trace.entries ?? [];
  const byLine = Map.groupBy(entries, ({ line }) => line);
  return line => {
    const ofLine = byLine.get(line.number) ?? [];
    const byParent = Map.groupBy(ofLine, ({ parent }) => parent);
    const below = (parent: number | undefined, depth: number): BreakdownEntry[] =>
      (byParent.get(parent) ?? []).flatMap(entry => [
        viewEntry(order, catalog, entry, depth),
        ...(entry.domainOrder === undefined ? [] : below(entry.domainOrder, depth + 1)),
      ]);
    return below(undefined, 0);
  };
}

function viewEntry(order: Order, catalog: IndexedCatalog, entry: TraceEntry, depth: number): BreakdownEntry {
  const { source, relationship, plan } = entry;
  return {
    depth,
    verdict: entry.verdict,
    reason: entry.reason,
    target: entry.target,
    targetName: entry.targetName,
    relationship: relationship ?? null,
    sourceName: source === undefined ? null : (catalog.specifications.get(source)?.name ?? source),
    rules: entry.rules.map(rule => ({ ...rule })) as BreakdownEntry['rules'],
    plan:
      plan === undefined
        ? null
        : { choice: plan.choice, policy: plan.policy ?? null, template: templateName(catalog, plan.template) },
    domainOrder: viewDomainOrder(order, entry.domainOrder),
  };
}

const templateName = (catalog: IndexedCatalog, template: string | undefined): string | null =>
  template === undefined ? null : (catalog.planTemplates.get(template)?.name ?? template);

function viewDomainOrder(order: Order, number: number | undefined): BreakdownEntry['domainOrder'] {
  const domainOrder =
    number === undefined || order.plan === undefined ? undefined : findRow(order.plan.domainOrders, number);
  if (domainOrder === undefined) return null;
  const { id, kind, facing, state, action, quantity, characteristics, counts } = domainOrder;
  return {
    id,
    number: domainOrderNumber(order, domainOrder),
    kind,
    facing: facing ?? null,
    state,
    action,
    quantity,
    characteristics: [...characteristics] as NonNullable<BreakdownEntry['domainOrder']>['characteristics'],
    tasks: counts.tasks,
  };
}
