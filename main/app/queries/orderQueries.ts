/** Answers what the window asks about one order: folded from the log, then read by pure functions. */
import type { Order as OrderView, OrderLine as LineView } from '../../../preload/contract/order.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import type { IndexedCatalog } from '../../domain/catalog/indexCatalog.ts';
import { wishedStart } from '../../domain/order/approve.ts';
import { checkOrder, findSpecification, linesByItem, waitsFor } from '../../domain/order/checks.ts';
import type { DecisionContext } from '../../domain/order/commands.ts';
import type { Understood } from '../../domain/vocabulary/correction.ts';
import type { Order, OrderLine } from '../../domain/order/order.ts';
import { relatedItemsOf } from '../../domain/order/revision/effectiveChanges.ts';
import { countsOfPart, datesOf, factsOfPart } from '../../domain/plan/planNode.ts';
import type { PlanView } from '../../domain/plan/planView.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { needsTwoPeople } from '../../domain/policy/whoApproves.ts';
import { lineId } from '../../domain/vocabulary/node.ts';
import type { PriorityScore } from '../../domain/vocabulary/reasons.ts';
import { hasOrderEnded, isFalloutOpen } from '../../domain/vocabulary/states.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { findRow, listRows, rowsOf } from '../../domain/table.ts';

export type OrderSurroundings = {
  readonly catalog: IndexedCatalog;
  readonly understood: readonly Understood[];
  /** ISO-8601 UTC. */
  readonly at: string;
  readonly policy: Policy;
  readonly findInventory: DecisionContext['findInventory'];
};

/** Checks are about orders that wait for a decision; later ones would judge with tomorrow's catalog what was decided yesterday. */
export function viewOrder(view: PlanView, around: OrderSurroundings): OrderView {
  const { order } = view;
  const { catalog, understood, at, policy } = around;
  const { jeopardy, estimatedEnd, atEarliest, plannedEnd } = factsOfPart(view, 'order');
  const revision = order.revisions?.at(-1);
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
    falloutsOpen: listRows(order.fallouts).filter(({ state }) => isFalloutOpen(state)).length,
    checks: isUndecided
      ? checkOrder(order, catalog, at, around).map(check => ({
          ...check,
          lines: [...check.lines],
          facts: [...check.facts],
        }))
      : [],
    understood: understood.map(one => ({ ...one })) as OrderView['understood'],
    decisions: [...order.decisions],
    startsAt: order.startsAt ?? null,
    approval: {
      twoPeople: needsTwoPeople(order, policy),
      endorsedBy: (order.endorsements ?? []).map(({ by }) => by),
      startAt: (order.state === 'new' ? wishedStart(order) : undefined) ?? null,
    },
    priorityScore: scoreOf(order.priorityScore),
    jeopardy,
    estimatedEnd,
    atEarliest,
    plannedEnd,
    committedDueDate: order.requestedCompletion ?? null,
    orderVersion: order.versions?.length ?? 1,
    pendingRevision: revision?.state === 'requested' ? revision.number : null,
  };
}

/** How a priority came about, as the contract has it. */
export const scoreOf = (score: PriorityScore | undefined): OrderView['priorityScore'] =>
  score === undefined ? null : { ...score, parts: [...score.parts] };

/** Gives what looks at the lines of an order; whatever is about all of them is worked out once. */
export function lineViewer(view: PlanView, catalog: IndexedCatalog): (line: OrderLine) => LineView {
  const byItem = linesByItem(rowsOf(view.order.lines));
  return line => viewLine(view, line, catalog, byItem);
}

function viewLine(
  view: PlanView,
  line: OrderLine,
  catalog: IndexedCatalog,
  byItem: ReturnType<typeof linesByItem>,
): LineView {
  const { order } = view;
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
    waitsFor: [...waitsFor(line, byItem)].map(lineId),
    relatedItems: [...relatedItemsOf(line)],
    ...countsOfPart(view, line.id),
    inventory: item === undefined ? null : { serviceId: item.serviceId, state: item.state },
    priorityScore: scoreOf(line.priority),
    ...datesOf(view, line.id),
    pointOfNoReturn: factsOfPart(view, line.id).pointOfNoReturn,
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
