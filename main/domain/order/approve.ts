/** Decides approval: the checks, the placeholders of what the customer will have, the decomposition and the first tasks (domain.md A.5, A.6). */
import { err, ok } from '../result.ts';
import { rowsOf } from '../table.ts';
import { checkOrder, findSpecification } from './checks.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import { decomposeOrder } from './decomposeOrder.ts';
import type { PlannedInventory } from './events.ts';
import { firstRefusal, inState, permitted, stillAsSeen } from './guards.ts';
import type { Order, OrderLine } from './order.ts';
import type { Refusal } from './refusals.ts';
import { beginWork } from './timing.ts';
import { computesPriority, scoreOrder } from '../policy/priorityScore.ts';
import { authoritiesOf, isSamePerson, needsTwoPeople, type Authority } from '../policy/whoApproves.ts';
import type { InventoryState, LineAction } from '../vocabulary/states.ts';
import { unfold, unfolded, type Decided, type Unfolding } from './unfolding.ts';

/**
 * Only from New and only by whoever may; refused with the failed checks when the order could not be decomposed
 * (features A2). The first of two approvals is kept as an endorsement (A8); a start in the future is planned (A7).
 */
export function approve(order: Order, { seen, startAt }: CommandOf<'approve'>, context: DecisionContext): Decided {
  const { at, catalog, policy } = context;
  const authorities = authoritiesOf(context.by, at, context);
  const starts = startAt === undefined ? undefined : Date.parse(startAt);
  const refusal = firstRefusal(
    () => (authorities.length > 0 ? null : permitted(context.by, 'order.approve')),
    () => stillAsSeen('order', order.number, order.touched, seen),
    () => inState('order', order.number, order.state, ['new']),
    () => (Number.isNaN(starts) ? notAMoment(order) : null),
  );
  if (refusal !== null) return err(refusal);
  const authority = authorityFor(order, authorities, context);
  if ('code' in authority) return err(authority);
  const checks = checkOrder(order, catalog, at, context);
  const failed = checks.filter(({ passed, blocking }) => blocking && !passed);
  if (failed.length > 0) {
    return err({ code: 'CheckFailed', checks: failed.map(({ check, lines }) => ({ check, lines })) });
  }
  const startsAt = starts !== undefined && starts > Date.parse(at) ? new Date(starts).toISOString() : undefined;
  const decomposed = decomposeOrder(order, catalog, startsAt ?? at, context);
  if (!decomposed.ok) return decomposed;
  if (needsTwoPeople(order, policy) && (order.endorsements ?? []).length === 0) {
    const data = { onBehalfOf: authority.onBehalfOf ?? null };
    return ok(unfolded(order, context, { type: 'OrderEndorsed', v: 1, data }));
  }

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
      ...authority,
    },
  });
  const lines = [...rowsOf(order.lines)];
  const specifications = lines.map(line => findSpecification(line, catalog)?.id);
  unfolding.emit({
    type: 'InventoryPlanned',
    v: 1,
    data: { items: lines.map((line, index) => placeholder(order, line, specifications[index])) },
  });
  emitPriority(unfolding, specifications, context);
  unfolding.emit({
    type: 'OrderDecomposed',
    v: 1,
    data: { ...decomposed.value, catalogVersion: catalog.catalog.version },
  });
  if (startsAt === undefined) beginWork(unfolding);
  else unfolding.emit({ type: 'StartPlanned', v: 1, data: { startsAt } });
  return ok(unfolding.end());
}

const notAMoment = (order: Order): Refusal => ({
  code: 'FieldInvalid',
  subject: 'order',
  id: order.number,
  field: 'startAt',
  expected: 'date',
});

/** The first right in which the person may give the approval that is missing; of two approvals neither is by the same person or in the same person's right. */
function authorityFor(
  order: Order,
  authorities: readonly Authority[],
  { by, policy }: DecisionContext,
): Authority | Refusal {
  const given = needsTwoPeople(order, policy) ? (order.endorsements ?? []) : [];
  const found = authorities.find(right => !given.some(first => isSamePerson(first, { by: by.id, ...right })));
  return found ?? { code: 'SecondPersonNeeded', id: order.number, first: given[0]?.by ?? by.id };
}

/** Nothing when no table of the policy has a weight: then the captured priority stands (features T6). */
function emitPriority(
  unfolding: Unfolding,
  specifications: readonly (string | undefined)[],
  { policy }: DecisionContext,
): void {
  if (!computesPriority(policy.priority)) return;
  const { account, priority, lines } = unfolding.order();
  const ranked = [...rowsOf(lines)].map(({ number, action }, index) => ({
    line: number,
    specification: specifications[index],
    action,
  }));
  const data = scoreOrder({ account: account?.id, priority, lines: ranked }, policy.priority);
  if (data !== undefined) unfolding.emit({ type: 'PriorityComputed', v: 1, data });
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
export function placeholder(order: Order, line: OrderLine, specification: string | undefined): PlannedInventory {
  return {
    line: line.number,
    serviceId: line.serviceId ?? `${order.number}-${line.number}`,
    name: line.name ?? line.specification?.name ?? line.itemId,
    ...(specification === undefined ? {} : { specification }),
    state: stateBefore[line.action],
    action: line.action,
  };
}
