/** Changes of an order under way as the contract has them: differences in words people use, and what happens to each task by name and number. */
import type {
  CompensationPlan as PlanView,
  Difference as DifferenceView,
  Revision as RevisionView,
} from '../../../preload/contract/revision.ts';
import { compareChange, type Difference } from '../../domain/order/revision/compareVersions.ts';
import { versionBefore } from '../../domain/order/revision/evolveRevision.ts';
import { lineTitle } from '../../domain/order/lineTitle.ts';
import { domainOrderNumber, taskNumber } from '../../domain/order/numbers.ts';
import type { DomainOrder, Order, OrderTask } from '../../domain/order/order.ts';
import type { JsonValue } from '../../domain/json.ts';
import { findRow } from '../../domain/table.ts';
import { nodeOf } from '../../domain/vocabulary/node.ts';
import {
  compensations,
  type Compensation,
  type CompensationPlan,
  type CompensationRow,
  type Revision,
  type RevisionChange,
} from '../../domain/vocabulary/revision.ts';

/** Lines that a change adds stand behind the `known` ones, and are told by what was asked as long as they are not there. */
export type Asking = { readonly known: number; readonly changes: readonly RevisionChange[] };

export const viewDifferences = (order: Order, differences: readonly Difference[], asking?: Asking): DifferenceView[] =>
  differences.map(({ subject, change, field, was, now }) => ({
    subject,
    subjectName: subject === 'order' ? order.number : lineName(order, nodeOf(subject).number, asking),
    change,
    field,
    was: textOf(field, was),
    now: textOf(field, now),
  }));

function lineName(order: Order, number: number, asking: Asking | undefined): string {
  const added = (asking?.changes ?? []).flatMap(change => (change.kind === 'addLine' ? [change.line] : []));
  const asked = asking === undefined ? undefined : added[number - asking.known - 1];
  const line = findRow(order.lines, number);
  if (asked === undefined) return line === undefined ? '' : lineTitle(order, line);
  return asked.name ?? asked.specification?.name ?? asked.specification?.id ?? asked.itemId;
}

/** People and places are told on one line; the rest as it is written. */
function textOf(field: string, value: JsonValue): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  const isObject = typeof value === 'object' && !Array.isArray(value);
  if (!isObject || (field !== 'contact' && field !== 'location')) return JSON.stringify(value);
  const parts = value as { readonly [key: string]: JsonValue };
  return (field === 'contact' ? ['name', 'email', 'phone'] : ['name', 'address'])
    .flatMap(key => (typeof parts[key] === 'string' && parts[key] !== '' ? [parts[key]] : []))
    .join(', ');
}

export function viewCompensation(order: Order, plan: CompensationPlan, asking: Asking): PlanView {
  const counts = Object.fromEntries(
    compensations.map(action => [action, plan.rows.filter(row => row.action === action).length]),
  ) as Record<Compensation, number>;
  return {
    rows: plan.rows.map(row => viewRow(order, row, asking)),
    counts,
    pastNoReturn: plan.pastNoReturn.flatMap(number => {
      const branch = findDomainOrder(order, number);
      const passed = branch?.pointOfNoReturn;
      if (branch === undefined || passed === undefined) return [];
      const task = findTask(order, passed.task);
      return [{ key: branch.id, name: branch.name, task: task?.title ?? '', at: passed.at }];
    }),
    needsAttention: plan.needsAttention.map(({ line, giveUp, candidates }) => ({
      line,
      lineName: lineName(order, line, asking),
      giveUp,
      candidates: candidates.flatMap(number => {
        const unit = findDomainOrder(order, number);
        return unit === undefined ? [] : [viewCandidate(unit)];
      }),
    })),
    plannedEnd: { ...plan.plannedEnd },
  };
}

function viewRow(order: Order, row: CompensationRow, asking: Asking): PlanView['rows'][number] {
  const branch = row.domainOrder === undefined ? undefined : findDomainOrder(order, row.domainOrder);
  return {
    action: row.action,
    key: row.task === undefined ? null : `T${row.task}`,
    number: row.task === undefined ? null : taskNumber(order, row.task),
    title: row.title,
    line: row.line,
    lineName: lineName(order, row.line, asking),
    domainOrder: branch === undefined ? null : domainOrderNumber(order, branch),
    domainOrderName: branch?.name ?? row.domainOrderName ?? null,
    state: row.state ?? null,
    reason: row.reason,
    causes: [...row.causes],
    pastNoReturn: row.pastNoReturn === true,
  };
}

/** How far a unit is: its tasks that are done, of how many. */
function viewCandidate({ id, number, name, unit, state, hold, counts }: DomainOrder) {
  const { ended, total } = counts.tasks;
  return {
    domainOrder: number,
    key: id,
    name: unit === undefined ? name : `${name} ${unit.number}`,
    state: hold?.restore ?? state,
    done: `${ended}/${total}`,
  };
}

const findDomainOrder = (order: Order, number: number): DomainOrder | undefined =>
  order.plan === undefined ? undefined : findRow(order.plan.domainOrders, number);
const findTask = (order: Order, number: number): OrderTask | undefined =>
  order.plan === undefined ? undefined : findRow(order.plan.tasks, number);

export function viewRevision(order: Order, revision: Revision): RevisionView {
  const { number, operation, state, reason, requestedBy, requestedAt, changes, compensation } = revision;
  const before = versionBefore(order, revision);
  const asking = { known: before?.captured.lines.length ?? order.lines.size, changes };
  return {
    number,
    operation,
    state,
    reason,
    requestedBy,
    requestedAt,
    decidedBy: revision.decidedBy ?? null,
    decidedAt: revision.decidedAt ?? null,
    decisionText: revision.decisionText ?? null,
    overrideReason: revision.override?.reason ?? null,
    differences: viewDifferences(order, before === undefined ? [] : compareChange(before, revision, 'all'), asking),
    compensation: viewCompensation(order, compensation, asking),
  };
}
