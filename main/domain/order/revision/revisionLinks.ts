/** What the parts that a revision adds wait for, and what waits for them (domain.md A.10). */
import type { Dependency } from '../../decomposition/decomposed.ts';
import { linkParts, type LinkablePart } from '../../decomposition/linkParts.ts';
import { hasWideWaits } from '../../catalog/catalog.ts';
import { nodeOf, taskId, type NodeId } from '../../vocabulary/node.ts';
import { getDomainOrder, getLine, getTask, planOf } from '../change.ts';
import type { Order } from '../order.ts';
import { canStillWait } from '../planAddition.ts';
import type { RowNumber } from '../planRows.ts';
import type { AddedTasks, Adding, Place } from './adding.ts';

/** What the new parts wait for, and what of the plan can still wait for them. */
export function addedDependencies(adding: Adding, tasks: AddedTasks): readonly Dependency[] {
  const { order, after, redone } = adding;
  const knownTasks = planOf(order).tasks.size;
  const knownDomainOrders = planOf(order).domainOrders.size;
  const isNew = (id: NodeId): boolean => {
    const { kind, number } = nodeOf(id);
    if (kind === 'line') return number > order.lines.size;
    return number > (kind === 'task' ? knownTasks : knownDomainOrders);
  };
  const lines = after.decomposed.dependencies.filter(({ before, after: then }) => {
    const areLines = before.startsWith('L') && then.startsWith('L');
    return areLines && (isNew(then) || (isNew(before) && canLineWait(order, nodeOf(then).number)));
  });
  const waiters = (id: NodeId): readonly NodeId[] => {
    if (isNew(id) || canStillWait(order, id)) return [id];
    const { kind, number } = nodeOf(id);
    if (kind === 'task') return redone.has(number) ? [id] : [];
    // A domain order under way waits with the tasks that are still to be done, or done again.
    const { tasks: own } = getDomainOrder(order, number);
    return own.filter(task => redone.has(task) || canStillWait(order, taskId(task))).map(taskId);
  };
  const links = linkParts(linkableParts(adding, tasks), adding.siteOfLine).flatMap(dependency => {
    if (isNew(dependency.after)) return [dependency];
    return isNew(dependency.before) ? waiters(dependency.after).map(id => ({ ...dependency, after: id })) : [];
  });
  return [...new Map([...lines, ...links].map(one => [`${one.before} ${one.after}`, one])).values()];
}

function canLineWait(order: Order, number: number): boolean {
  const { started, state } = getLine(order, number);
  return started !== true && state !== 'completed' && state !== 'canceled';
}

/** The trees that something is added to, as they will be. */
function linkableParts({ order, context, after, matched, places }: Adding, tasks: AddedTasks): readonly LinkablePart[] {
  const tops = new Map<number, number>();
  const topOf = (number: number): number => {
    const way: number[] = [];
    let at = number;
    for (let { parent } = getDomainOrder(order, at); parent !== undefined; { parent } = getDomainOrder(order, at)) {
      const known = tops.get(at);
      if (known === undefined) way.push(at);
      at = known ?? parent;
    }
    for (const one of way) tops.set(one, at);
    return at;
  };
  const topOfRow = (row: RowNumber): number => {
    const { branch } = places.get(row) as Place;
    return branch.parent === undefined ? (places.get(branch.top) as Place).number : topOf(branch.parent);
  };
  const newChildren = Map.groupBy(places.values(), ({ parent }) => parent ?? 0);
  const childrenOf = (number: number, there: readonly number[]): readonly number[] => [
    ...there.filter(
      child => matched.fates.get(child)?.kind !== 'dropped' && getDomainOrder(order, child).canceling !== true,
    ),
    ...(newChildren.get(number) ?? []).map(place => place.number),
  ];
  const withTemplate = (id: string | undefined): Pick<LinkablePart, 'template'> => {
    const template = id === undefined ? undefined : context.catalog.planTemplates.get(id);
    return template === undefined ? {} : { template };
  };
  const isWide = hasWideWaits(context.catalog.catalog);
  const growing = new Set([...places.keys()].map(topOfRow));
  const present = [...matched.fates].flatMap(([number, { kind }]): readonly LinkablePart[] => {
    const top = topOf(number);
    if (kind === 'dropped' || !(isWide || growing.has(top))) return [];
    const { line, specification, planTemplate, children, tasks: own } = getDomainOrder(order, number);
    return [
      {
        number,
        line,
        top,
        specification,
        children: childrenOf(number, children),
        ...withTemplate(planTemplate),
        tasks: own.flatMap(task => {
          const { key, undoes } = getTask(order, task);
          return undoes === undefined ? [{ number: task, key }] : [];
        }),
      },
    ];
  });
  const added = [...places].map(([row, { number }]): LinkablePart => {
    const { line, specification, planTemplate } = after.row(row);
    return {
      number,
      line,
      top: topOfRow(row),
      specification,
      children: childrenOf(number, []),
      ...withTemplate(planTemplate),
      tasks: tasks.of.get(number) ?? [],
    };
  });
  return [...present, ...added];
}
