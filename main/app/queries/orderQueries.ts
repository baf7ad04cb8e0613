/** Answers what the window asks about one order: folded from the log, then read by pure functions. */
import type { Order as OrderView, OrderLine as LineView } from '../../../preload/contract/order.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import type { IndexedCatalog } from '../../domain/catalog/indexCatalog.ts';
import { checkOrder, findSpecification, linesByItem, waitsFor } from '../../domain/order/checks.ts';
import type { Understood } from '../../domain/order/commands.ts';
import type { Order, OrderLine } from '../../domain/order/order.ts';
import { lineId } from '../../domain/vocabulary/node.ts';
import { hasOrderEnded, isFalloutOpen } from '../../domain/vocabulary/states.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { findRow, rowsOf } from '../../domain/table.ts';

/** Checks are about orders that wait for a decision; later ones would judge with tomorrow's catalog what was decided yesterday. */
export function viewOrder(
  order: Order,
  catalog: IndexedCatalog,
  understood: readonly Understood[],
  at: string,
): OrderView {
  const isUndecided = order.plan === undefined && !hasOrderEnded(order.state);
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    version: order.version,
    externalId: order.externalId ?? null,
    sourceId: order.sourceId ?? null,
    category: order.category ?? null,
    description: order.description ?? null,
    priority: order.priority,
    account: order.account ?? null,
    parties: [...order.parties],
    contacts: [...order.contacts],
    notes: [...order.notes],
    orderDate: order.orderDate ?? null,
    requestedStart: order.requestedStart ?? null,
    requestedCompletion: order.requestedCompletion ?? null,
    importedAt: order.importedAt,
    actualStart: order.actualStart ?? null,
    actualEnd: order.actualEnd ?? null,
    catalogVersion: order.plan?.catalogVersion ?? null,
    lines: order.lines.size,
    domainOrders: order.counts.domainOrders,
    tasks: order.counts.tasks,
    falloutsOpen: [...rowsOf(order.fallouts)].filter(({ state }) => isFalloutOpen(state)).length,
    checks: isUndecided
      ? checkOrder(order, catalog, at).map(check => ({ ...check, lines: [...check.lines], facts: [...check.facts] }))
      : [],
    understood: understood.map(one => ({ ...one })) as OrderView['understood'],
    decisions: [...order.decisions],
  };
}

export function viewLine(order: Order, line: OrderLine, catalog: IndexedCatalog): LineView {
  const item = line.inventory === undefined ? undefined : findRow(order.inventory, line.inventory);
  const matched = findSpecification(line, catalog);
  return {
    id: line.id,
    number: line.number,
    itemId: line.itemId,
    parent: line.parent ?? null,
    action: line.action,
    state: line.state,
    name: line.name ?? null,
    quantity: line.quantity,
    specification: line.specification ?? null,
    matched: matched === undefined ? null : { id: matched.id, name: matched.name },
    serviceId: line.serviceId ?? null,
    location: line.location ?? null,
    contacts: [...line.contacts],
    characteristics: [...line.characteristics] as LineView['characteristics'],
    waitsFor: [...waitsFor(line, linesByItem(rowsOf(order.lines)))].map(lineId),
    domainOrders: line.counts.domainOrders,
    tasks: line.counts.tasks,
    inventory: item === undefined ? null : { serviceId: item.serviceId, state: item.state },
  };
}

/** Lines after a number, at most `limit` of them. */
export function pageLines(order: Order, after: number, limit: number) {
  const { size } = order.lines;
  const rows: OrderLine[] = [];
  for (let number = after + 1; number <= size && rows.length < limit; number += 1) {
    const line = findRow(order.lines, number);
    if (line !== undefined) rows.push(line);
  }
  const last = rows.at(-1)?.number ?? size;
  return { rows, next: last < size ? String(last) : null, total: size };
}

export const found = (order: Order | null, orderId: string): Result<Order, Refusal> =>
  order === null ? err({ code: 'NotFound', subject: 'order', id: orderId }) : ok(order);
