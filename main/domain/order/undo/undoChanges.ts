/** What one action changed of an order, and what has moved since that builds on it: compared by content, counters left out. */
import { changedNumbers, emptyTable, findRow, getRow, type Table } from '../../table.ts';
import { preorder } from '../../tree.ts';
import { getDomainOrder, getLine, getTask } from '../change.ts';
import { domainOrdersInside } from '../settle.ts';
import { domainOrderNumber, falloutNumber, lineNumber, taskNumber } from '../numbers.ts';
import type { Order, OrderTask } from '../order.ts';
import { hasDomainOrderEnded, hasLineEnded, hasOrderEnded } from '../../vocabulary/states.ts';

export type ChangedParts = {
  readonly tasks: readonly number[];
  readonly domainOrders: readonly number[];
  readonly lines: readonly number[];
  readonly fallouts: readonly number[];
  readonly inventory: readonly number[];
  /** The order itself came to its end. */
  readonly order: boolean;
};

/** Kept up from other facts, or only telling when they changed, why nobody was found, or which fallouts there ever were: one that is taken back stays among them. */
const kept: ReadonlySet<string> = new Set(['pending', 'remaining', 'counts', 'touched', 'nobodyWhy', 'fallouts']);

/** Equality by content in which an absent and an undefined property are the same. */
function same(a: unknown, b: unknown, without: ReadonlySet<string> = new Set()): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const valueOf = (of: object, name: string): unknown => (of as Readonly<Record<string, unknown>>)[name];
  return [...names].every(name => without.has(name) || same(valueOf(a, name), valueOf(b, name)));
}

const sameFacts = (a: unknown, b: unknown): boolean => same(a, b, kept);

const tablesOf = (order: Order) => ({
  tasks: order.plan?.tasks ?? emptyTable,
  domainOrders: order.plan?.domainOrders ?? emptyTable,
  lines: order.lines,
  fallouts: order.fallouts,
  inventory: order.inventory,
});

const factsChanged = <T>(before: Table<T>, after: Table<T>): readonly number[] =>
  changedNumbers(before, after).filter(number => !sameFacts(findRow(before, number), getRow(after, number)));

/** Both states are of one fold: what neither event touched is shared between them. */
export function changedParts(before: Order, after: Order): ChangedParts {
  const [was, now] = [tablesOf(before), tablesOf(after)];
  return {
    tasks: factsChanged(was.tasks, now.tasks),
    domainOrders: factsChanged(was.domainOrders, now.domainOrders),
    lines: factsChanged(was.lines, now.lines),
    fallouts: factsChanged(was.fallouts, now.fallouts),
    inventory: factsChanged(was.inventory, now.inventory),
    order: before.state !== after.state,
  };
}

/** Numbers of the parts that are not as the action left them, or that could only move because of it; empty when nothing builds on it. */
export function movedSince(now: Order, before: Order, after: Order): readonly string[] {
  const parts = changedParts(before, after);
  const differs = <T>(of: (order: Order) => Table<T>, numbers: readonly number[]): readonly number[] =>
    numbers.filter(number => !sameFacts(getRow(of(after), number), findRow(of(now), number)));
  const tasks = [
    ...differs(order => tablesOf(order).tasks, parts.tasks),
    ...openedBeside(now, before, after),
    ...startedInside(now, before, after),
  ];
  const above = endedAbove(now, after, parts.tasks);
  const domainOrders = [
    ...differs(order => tablesOf(order).domainOrders, parts.domainOrders),
    ...qualifiedBeside(now, before, after),
    ...above.domainOrders,
  ];
  const lines = [...differs(order => order.lines, parts.lines), ...above.lines];
  return [
    ...new Set([
      ...tasks.map(number => taskNumber(now, number)),
      ...domainOrders.map(number => domainOrderNumber(now, getDomainOrder(now, number))),
      ...lines.map(number => lineNumber(now, number)),
      ...differs(({ fallouts }) => fallouts, parts.fallouts).map(number => falloutNumber(now, number)),
      ...differs(({ inventory }) => inventory, parts.inventory).map(number => getRow(now.inventory, number).serviceId),
      ...(hasOrderMoved(now, after, parts) ? [now.number] : []),
      ...linesBeingRevised(now, after, parts.tasks),
    ]),
  ];
}

/** A cancellation takes back work by itself; what it found done has to stay. */
const canceling: readonly Order['state'][] = ['assessingCancellation', 'cancellationInProgress'];

const hasOrderMoved = (now: Order, after: Order, parts: ChangedParts): boolean =>
  now.state !== after.state && (parts.order || hasOrderEnded(now.state) || canceling.includes(now.state));

/** What is around these tasks and has ended since, with them among what was done. */
function endedAbove(now: Order, after: Order, tasks: readonly number[]): { domainOrders: number[]; lines: number[] } {
  const domainOrders: number[] = [];
  const lines: number[] = [];
  for (const task of tasks) {
    for (let at: number | undefined = getTask(now, task).domainOrder; at !== undefined;) {
      const { state, parent } = getDomainOrder(now, at);
      if (hasDomainOrderEnded(state) && !hasDomainOrderEnded(getDomainOrder(after, at).state)) domainOrders.push(at);
      at = parent;
    }
    for (let at: number | undefined = getTask(now, task).line; at !== undefined;) {
      const { state, parent } = getLine(now, at);
      if (hasLineEnded(state) && !hasLineEnded(getLine(after, at).state)) lines.push(at);
      at = parent;
    }
  }
  return { domainOrders, lines };
}

/** Lines of these tasks that a change asked for since looks at: it counts on what is done there. */
function linesBeingRevised(now: Order, after: Order, tasks: readonly number[]): readonly string[] {
  const pending = now.revisions?.findLast(({ state }) => state === 'requested');
  if (pending === undefined || pending.number <= (after.revisions?.length ?? 0)) return [];
  const touched = new Set(pending.touches.lines);
  return tasks.flatMap(number => {
    const { line } = getTask(now, number);
    return touched.has(line) ? [lineNumber(now, line)] : [];
  });
}

/** What the task is, or will be again when nothing holds it. */
const standing = ({ state, hold }: OrderTask): OrderTask['state'] => hold?.restore ?? state;

/** Parts that wait for one thing less since the action, without having changed by it. */
function releasedParts(
  before: Order,
  after: Order,
): readonly { readonly tasks: number[]; readonly domainOrders: number[] }[] {
  const released = <T extends { readonly pending: number }>(was: Table<T>, now: Table<T>): readonly number[] =>
    changedNumbers(was, now).filter(number => findRow(was, number)?.pending !== getRow(now, number).pending);
  const [was, now] = [tablesOf(before), tablesOf(after)];
  return [
    { tasks: [...released(was.tasks, now.tasks)], domainOrders: [] },
    ...released(was.domainOrders, now.domainOrders).map(number => ({
      tasks: [...getDomainOrder(after, number).tasks],
      domainOrders: [number],
    })),
    ...released(was.lines, now.lines).map(number => {
      const domainOrders = domainOrdersInside(after, number);
      return {
        tasks: domainOrders.flatMap(one => [...getDomainOrder(after, one).tasks]),
        domainOrders: [...domainOrders],
      };
    }),
  ];
}

/** Tasks that were drafts when the action was done, and could open later because of it and of something else. */
function openedBeside(now: Order, before: Order, after: Order): readonly number[] {
  return releasedParts(before, after)
    .flatMap(({ tasks }) => tasks)
    .filter(number => {
      const task = getTask(now, number);
      const wasDraft = standing(getTask(after, number)) === 'draft';
      const hasMoved = ['open', 'scheduled', 'inProgress'].includes(standing(task)) || task.outcome?.kind === 'done';
      return wasDraft && hasMoved;
    });
}

const qualifiedBeside = (now: Order, before: Order, after: Order): readonly number[] =>
  releasedParts(before, after)
    .flatMap(({ domainOrders }) => domainOrders)
    .filter(number => getDomainOrder(after, number).state === 'draft')
    .filter(number => getDomainOrder(now, number).state === 'qualified');

/** Other tasks that were started since in what the action had set going: they count on its being under way. */
function startedInside(now: Order, before: Order, after: Order): readonly number[] {
  const begun = <T extends { readonly state: string }>(was: Table<T>, at: Table<T>): readonly number[] =>
    changedNumbers(was, at).filter(
      number => getRow(at, number).state === 'inProgress' && findRow(was, number)?.state !== 'inProgress',
    );
  const [was, at] = [tablesOf(before), tablesOf(after)];
  const domainOrders = [
    ...begun(was.domainOrders, at.domainOrders).flatMap(number => withChildren(after, number)),
    ...begun(was.lines, at.lines).flatMap(number => domainOrdersInside(after, number)),
  ];
  return [...new Set(domainOrders)]
    .flatMap(number => [...getDomainOrder(after, number).tasks])
    .filter(
      number => getTask(now, number).actualStart !== undefined && getTask(after, number).actualStart === undefined,
    );
}

const withChildren = (order: Order, number: number): number[] =>
  preorder([number], one => getDomainOrder(order, one).children);

/** Whether the changed parts have exactly their former facts again. */
export function isPutBack(undone: Order, before: Order, parts: ChangedParts): boolean {
  const equal = <T>(of: (order: Order) => Table<T>, numbers: readonly number[]): boolean =>
    numbers.every(number => sameFacts(findRow(of(before), number), getRow(of(undone), number)));
  return (
    equal(order => tablesOf(order).tasks, parts.tasks) &&
    equal(order => tablesOf(order).domainOrders, parts.domainOrders) &&
    equal(({ lines }) => lines, parts.lines) &&
    parts.fallouts.every(number => {
      const [was, now] = [findRow(before.fallouts, number), getRow(undone.fallouts, number)];
      return was === undefined ? now.state === 'canceled' : sameFacts(was, now);
    }) &&
    equal(({ inventory }) => inventory, parts.inventory) &&
    (!parts.order || (undone.state === before.state && undone.actualEnd === before.actualEnd))
  );
}
