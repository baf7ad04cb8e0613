/** Decides approval: the checks, the placeholders of what the customer will have, the decomposition and the first tasks (domain.md A.5, A.6). */
import { err, ok } from '../result.ts';
import { listRows } from '../table.ts';
import { checkOrder, findSpecification } from './checks.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import { decomposeOrder } from './decomposeOrder.ts';
import type { PlannedInventory } from './events.ts';
import { firstRefusal, inState, permitted, stillAsSeen } from './guards.ts';
import { lineNumber } from './numbers.ts';
import type { Order, OrderLine } from './order.ts';
import { prioritize } from './prioritize.ts';
import type { Refusal } from './refusals.ts';
import { beginWork } from './timing.ts';
import { authoritiesOf, needsTwoPeople, rightBeside, type Authority } from '../policy/whoApproves.ts';
import type { InventoryState, LineAction } from '../vocabulary/states.ts';
import { unfold, unfolded, type Decided } from './unfolding.ts';

/**
 * Only from New and only by whoever may; refused with the failed checks when the order could not be decomposed
 * (features A2). The first of two approvals is kept as an endorsement with the start it wishes (A8); a start in the
 * future is planned (A7).
 */
export function approve(order: Order, { seen, startAt }: CommandOf<'approve'>, context: DecisionContext): Decided {
  const { at, catalog, policy } = context;
  const authorities = authoritiesOf(context.by, at, context);
  const wanted = startAt === undefined ? wishedStart(order) : startAt;
  const starts = wanted === undefined || wanted === null ? undefined : Date.parse(wanted);
  const refusal = firstRefusal(
    () => (authorities.length > 0 ? null : permitted(context.by, 'order.approve')),
    () => stillAsSeen('order', order.number, order.touched, seen),
    () => inState('order', order.number, order.state, ['new']),
    () => (starts === undefined ? null : startFault(order, starts)),
  );
  if (refusal !== null) return err(refusal);
  const authority = authorityFor(order, authorities, context);
  if ('code' in authority) return err(authority);
  const checks = checkOrder(order, catalog, at, context);
  const failed = checks.filter(({ passed, blocking }) => blocking && !passed);
  if (failed.length > 0) {
    return err({
      code: 'CheckFailed',
      checks: failed.map(({ check, lines }) => ({
        check,
        lines: lines.map(id => lineNumber(order, Number(id.slice(1)))),
      })),
    });
  }
  const startsAt = starts !== undefined && starts > Date.parse(at) ? new Date(starts).toISOString() : undefined;
  const decomposed = decomposeOrder(order, catalog, startsAt ?? at, context);
  if (!decomposed.ok) return decomposed;
  if (needsTwoPeople(order, policy) && (order.endorsements ?? []).length === 0) {
    const data = {
      onBehalfOf: authority.onBehalfOf ?? null,
      ...(startsAt === undefined ? {} : { startAt: startsAt }),
    };
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
  const lines = listRows(order.lines);
  const specifications = lines.map(line => findSpecification(line, catalog)?.id);
  unfolding.emit({
    type: 'InventoryPlanned',
    v: 1,
    data: { items: lines.map((line, index) => placeholder(order, line, specifications[index])) },
  });
  prioritize(unfolding, context);
  unfolding.emit({
    type: 'OrderDecomposed',
    v: 1,
    data: { ...decomposed.value, catalogVersion: catalog.catalog.version },
  });
  if (startsAt === undefined) beginWork(unfolding);
  else unfolding.emit({ type: 'StartPlanned', v: 1, data: { startsAt } });
  return ok(unfolding.end());
}

/** When the first of two approvals wants the work to start; undefined for at once. */
export const wishedStart = ({ endorsements }: Pick<Order, 'endorsements'>): string | undefined =>
  endorsements?.at(-1)?.startAt;

/** Working hours are laid out no further, and dates beyond would not compare as text. */
const latestStart = Date.parse('2200-01-01T00:00:00.000Z');

function startFault(order: Order, starts: number): Refusal | null {
  const expected = Number.isNaN(starts) ? 'date' : starts >= latestStart ? 'dateBefore2200' : undefined;
  return expected === undefined
    ? null
    : { code: 'FieldInvalid', subject: 'order', id: order.number, field: 'startAt', expected };
}

/** The first right in which the person may give the approval that is missing; of two approvals neither is by the same person or in the same person's right. */
function authorityFor(
  order: Order,
  authorities: readonly Authority[],
  { by, policy }: DecisionContext,
): Authority | Refusal {
  const given = needsTwoPeople(order, policy) ? (order.endorsements ?? []) : [];
  const found = rightBeside(by, authorities, given);
  return found ?? { code: 'SecondPersonNeeded', id: order.number, first: given[0]?.by ?? by.id, did: 'approved' };
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
