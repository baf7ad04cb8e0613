/** The tasks that take finished work back, in the reverse order in which that work was allowed to be done (features O13). */
import type { DecomposedTask, Dependency } from '../../decomposition/decomposed.ts';
import type { IndexedCatalog } from '../../catalog/indexCatalog.ts';
import { domainOrderId, lineId, nodeOf, taskId, type NodeId } from '../../vocabulary/node.ts';
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
  const ends = new Map<NodeId, Undone>();
  const gates = new Map<NodeId, Undone>();

  const behindAll = (ids: readonly NodeId[]): Undone => unionOf(ids.map(endOf));

  const endOf = (id: NodeId): Undone =>
    remembered(ends, id, () => {
      const { kind, number } = nodeOf(id);
      if (kind === 'task') return undone.has(number) ? new Set([number]) : behind(getTask(order, number));
      if (kind === 'line') {
        const { domainOrders, children } = getLine(order, number);
        return behindAll([...domainOrders.map(domainOrderId), ...children.map(lineId)]);
      }
      const { tasks, children } = getDomainOrder(order, number);
      const forward = tasks.filter(task => getTask(order, task).undoes === undefined);
      const own = behindAll(forward.map(taskId));
      const inner = unionOf(forward.filter(task => undone.has(task)).map(task => behind(getTask(order, task))));
      return unionOf([own.difference(inner), behindAll(children.map(domainOrderId))]);
    });

  const gateOfLine = (number: number): Undone =>
    remembered(gates, lineId(number), () => {
      const { predecessors, parent } = getLine(order, number);
      return unionOf([behindAll(predecessors), parent === undefined ? nobody : gateOfLine(parent)]);
    });

  /** What the tasks of a domain order wait for together: its own predecessors, and those of the lines around it. */
  const gateOf = (number: number): Undone =>
    remembered(gates, domainOrderId(number), () => {
      const { predecessors, line } = getDomainOrder(order, number);
      return unionOf([behindAll(predecessors), gateOfLine(line)]);
    });

  const behind = ({ predecessors, domainOrder }: OrderTask): Undone => {
    const own = behindAll(predecessors);
    // A task of the same domain order that is taken back too has waited at the same gate.
    const isBehindSibling = [...own].some(number => getTask(order, number).domainOrder === domainOrder);
    return isBehindSibling ? own : unionOf([own, gateOf(domainOrder)]);
  };
  return behind;
}

function remembered(known: Map<NodeId, Undone>, id: NodeId, find: () => Undone): Undone {
  const before = known.get(id);
  if (before !== undefined) return before;
  const found = find();
  known.set(id, found);
  return found;
}

const nobody: Undone = new Set();

function unionOf(sets: readonly Undone[]): Undone {
  const filled = sets.filter(({ size }) => size > 0);
  return filled.length < 2 ? (filled[0] ?? nobody) : new Set(filled.flatMap(set => [...set]));
}
