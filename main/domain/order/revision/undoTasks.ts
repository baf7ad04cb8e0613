/** The tasks that take finished work back, in the reverse order in which that work was allowed to be done (features O13). */
import type { DecomposedTask, Dependency } from '../../decomposition/decomposed.ts';
import type { IndexedCatalog } from '../../catalog/indexCatalog.ts';
import { domainOrderId, lineId, taskId, type NodeId } from '../../vocabulary/node.ts';
import { inTurn } from '../../tree.ts';
import { getDomainOrder, getLine, getTask } from '../change.ts';
import type { Order, OrderTask } from '../order.ts';
import { findTemplate } from './taskActions.ts';

type UndatedTask = Omit<DecomposedTask, 'plannedStart' | 'plannedEnd'>;

/** One for each task given; a template without a word about it makes one of the same length, team and skill. */
export function undoTaskOf(order: Order, catalog: IndexedCatalog, number: number): UndatedTask {
  const task = getTask(order, number);
  const undo = findTemplate(catalog, order, task)?.undo;
  const { title, instructions, durationMinutes, group } =
    undo === undefined || undo === 'nothing'
      ? {
          title: `Undo: ${task.title}`,
          instructions: undefined,
          durationMinutes: task.durationMinutes,
          group: undefined,
        }
      : undo;
  const team = group ?? task.group;
  return {
    domainOrder: task.domainOrder,
    key: `undo.${task.key}`,
    title,
    ...(instructions === undefined ? {} : { instructions }),
    ...(team === undefined ? {} : { group: team }),
    durationMinutes,
    fields: [],
    ...(task.skill === undefined ? {} : { skill: task.skill }),
    undoes: number,
  };
}

/** More pairs than this between two groups are joined through one task of the later group, which then comes last in it. */
const MOST_PAIRS = 100;

/** `undone` gives the number of the task that takes a task back. What took place later is taken back first; nothing else is waited for. */
export function undoDependencies(order: Order, undone: ReadonlyMap<number, number>): readonly Dependency[] {
  const behind = nearestUndone(order, undone);
  const waits = (before: number, after: number): Dependency => ({
    before: taskId(undone.get(before) ?? 0),
    after: taskId(undone.get(after) ?? 0),
  });
  const groups = Map.groupBy(undone.keys(), number => behind(getTask(order, number)));
  return [...groups].flatMap(([earlier, later]) => {
    const [last, ...others] = later;
    if (last === undefined || earlier.size * later.length <= MOST_PAIRS) {
      return later.flatMap(number => [...earlier].map(other => waits(number, other)));
    }
    return [...others.map(other => waits(other, last)), ...[...earlier].map(other => waits(last, other))];
  });
}

type Undone = ReadonlySet<number>;

/** The tasks to take back that a task came after, with none to take back between them; the same set for tasks behind the same gate. */
function nearestUndone(order: Order, undone: ReadonlyMap<number, number>): (task: OrderTask) => Undone {
  /** Tasks that go forward: those that take something back are no part of what was done. */
  const forwardOf = (number: number): readonly number[] =>
    getDomainOrder(order, number).tasks.filter(task => getTask(order, task).undoes === undefined);

  const needs = (side: Side): readonly Side[] => {
    const { at, number } = sideOf(side);
    switch (at) {
      case 'end T':
        return undone.has(number) ? [] : [`behind T${number}`];
      case 'end L': {
        const { domainOrders, children } = getLine(order, number);
        return [...domainOrders.map(domainOrderId), ...children.map(lineId)].map(endOf);
      }
      case 'end D': {
        const forward = forwardOf(number);
        const inner = forward.filter(task => undone.has(task)).map((task): Side => `behind T${task}`);
        const { children } = getDomainOrder(order, number);
        return [...forward.map(taskId).map(endOf), ...inner, ...children.map(domainOrderId).map(endOf)];
      }
      case 'gate L': {
        const { predecessors, parent } = getLine(order, number);
        return [...predecessors.map(endOf), ...(parent === undefined ? [] : [`gate L${parent}` as const])];
      }
      case 'gate D': {
        const { predecessors, line } = getDomainOrder(order, number);
        return [...predecessors.map(endOf), `gate L${line}`];
      }
      case 'behind T': {
        const { predecessors, domainOrder } = getTask(order, number);
        return [...predecessors.map(endOf), `gate D${domainOrder}`];
      }
    }
  };

  const find = (side: Side, valueOf: (side: Side) => Undone): Undone => {
    const { at, number } = sideOf(side);
    const behindAll = (ids: readonly NodeId[]): Undone => unionOf(ids.map(id => valueOf(endOf(id))));
    if (at === 'end T' && undone.has(number)) return new Set([number]);
    if (at === 'end D') {
      const forward = forwardOf(number);
      const inner = forward.filter(task => undone.has(task)).map(task => valueOf(`behind T${task}`));
      const own = behindAll(forward.map(taskId)).difference(unionOf(inner));
      return unionOf([own, behindAll(getDomainOrder(order, number).children.map(domainOrderId))]);
    }
    if (at === 'behind T') {
      const { predecessors, domainOrder } = getTask(order, number);
      const own = behindAll(predecessors);
      // A task of the same domain order that is taken back too has waited at the same gate.
      const isBehindSibling = [...own].some(other => getTask(order, other).domainOrder === domainOrder);
      return isBehindSibling ? own : unionOf([own, valueOf(`gate D${domainOrder}`)]);
    }
    return unionOf(needs(side).map(valueOf));
  };

  const nearest = inTurn(needs, find);
  return ({ id }) => nearest(`behind ${id}`);
}

/** What is to be taken back of what ended with a part; of what its tasks wait for together; of what one of them came after. */
type Side = `end ${NodeId}` | `gate ${NodeId}` | `behind ${NodeId}`;

const endOf = (id: NodeId): Side => `end ${id}`;

type At = 'end T' | 'end L' | 'end D' | 'gate L' | 'gate D' | 'behind T';

function sideOf(side: Side): { readonly at: At; readonly number: number } {
  const kind = side.indexOf(' ') + 2;
  return { at: side.slice(0, kind) as At, number: Number(side.slice(kind)) };
}

const nobody: Undone = new Set();

function unionOf(sets: readonly Undone[]): Undone {
  const filled = sets.filter(({ size }) => size > 0);
  return filled.length < 2 ? (filled[0] ?? nobody) : new Set(filled.flatMap(set => [...set]));
}
