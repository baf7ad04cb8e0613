/** Changes of an order under way as the contract has them: differences in words people use, and what happens to each task by name and number. */
import type {
  CompensationPlan as PlanView,
  Difference as DifferenceView,
  Revision as RevisionView,
} from '../../../preload/contract/revision.ts';
import { compareChange, type Difference } from '../../domain/order/revision/compareVersions.ts';
import { versionBefore } from '../../domain/order/revision/evolveRevision.ts';
import { linesByItem } from '../../domain/order/checks.ts';
import { countsOfDomainOrder } from '../../domain/order/countsBelow.ts';
import { lineTitle } from '../../domain/order/lineTitle.ts';
import { domainOrderNumber, lineNumber, taskNumber } from '../../domain/order/numbers.ts';
import type { DomainOrder, Order, OrderTask } from '../../domain/order/order.ts';
import type { JsonValue } from '../../domain/json.ts';
import { findRow, rowsOf } from '../../domain/table.ts';
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

export function viewDifferences(order: Order, differences: readonly Difference[], asking?: Asking): DifferenceView[] {
  const numbers = linesByItem(rowsOf(order.lines));
  const inWords: Wording = {
    lineNumber: number => `${lineNumber(order, number)} ${lineName(order, number, asking)}`,
    itemId: id => {
      const number = numbers.get(id) ?? addedItems(asking).get(id);
      return number === undefined ? id : inWords.lineNumber(number);
    },
  };
  return differences.flatMap(({ subject, change, field, ...sides }): DifferenceView[] => {
    const short = { was: textOf(field, sides.was, inWords), now: textOf(field, sides.now, inWords) };
    // What reads alike on both sides is told with all there is of it, and where that reads alike too there is nothing to see.
    const isAlike = change !== 'same' && short.was === short.now;
    const { was, now } = isAlike ? { was: fullText(sides.was), now: fullText(sides.now) } : short;
    if (was === now && (was === null || change !== 'same')) return [];
    const subjectName = subject === 'order' ? order.number : lineName(order, nodeOf(subject).number, asking);
    return [{ subject, subjectName, change: changeOf(change, was, now), field, was, now }];
  });
}

/** An empty text is told as nothing. */
function changeOf(change: Difference['change'], was: string | null, now: string | null): Difference['change'] {
  if (change === 'same') return change;
  return was === null ? 'added' : now === null ? 'removed' : 'changed';
}

/** Every part of a person, a place or a related item, as it is written. */
function fullText(value: JsonValue): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.values(value).filter(Boolean).map(String).join(', ') || null;
}

function lineName(order: Order, number: number, asking: Asking | undefined): string {
  const added = (asking?.changes ?? []).flatMap(change => (change.kind === 'addLine' ? [change.line] : []));
  const asked = asking === undefined ? undefined : added[number - asking.known - 1];
  const line = findRow(order.lines, number);
  if (asked === undefined) return line === undefined ? '' : lineTitle(order, line);
  return asked.name ?? asked.specification?.name ?? asked.specification?.id ?? asked.itemId;
}

/** Numbers of the lines that are asked for, by the ids they are to have. */
function addedItems(asking: Asking | undefined): ReadonlyMap<string, number> {
  const added = (asking?.changes ?? []).flatMap(change => (change.kind === 'addLine' ? [change.line.itemId] : []));
  return new Map(added.map((itemId, index) => [itemId, (asking?.known ?? 0) + index + 1]));
}

/** What numbers and ids of lines are to people. */
type Wording = { readonly lineNumber: (number: number) => string; readonly itemId: (id: string) => string };

/** People, places and other lines are told on one line; the rest as it is written. */
function textOf(field: string, value: JsonValue, inWords: Wording): string | null {
  if (value === null || value === '') return null;
  if (field === 'parent' && typeof value === 'number') return inWords.lineNumber(value);
  if (field === 'waitsFor' && typeof value === 'string') return inWords.itemId(value);
  if (typeof value === 'string') return value;
  const isObject = typeof value === 'object' && !Array.isArray(value);
  if (!isObject || (field !== 'contact' && field !== 'location' && field !== 'relatedItem'))
    return JSON.stringify(value);
  const parts = value as { readonly [key: string]: JsonValue };
  if (field === 'relatedItem' && typeof parts['itemId'] === 'string') return inWords.itemId(parts['itemId']);
  const told = (field === 'contact' ? ['name', 'email', 'phone'] : ['name', 'address']).flatMap(key =>
    typeof parts[key] === 'string' && parts[key] !== '' ? [parts[key]] : [],
  );
  return told.length > 0 ? told.join(', ') : fullText(value);
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
        return unit === undefined ? [] : [viewCandidate(order, unit)];
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
function viewCandidate(order: Order, { id, number, name, unit, state, hold }: DomainOrder) {
  const { ended, total } = countsOfDomainOrder(order, number).tasks;
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
