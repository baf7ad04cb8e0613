/** Earliest start and end of every task, counted from durations alone; and the proof that the plan has no circle (features O5, T7). */
import { domainOrderId, lineId, nodeOf, taskId, type NodeId } from '../vocabulary/node.ts';
import { err, ok, type Result } from '../result.ts';
import type { DecomposedDomainOrder, Dependency } from './decomposed.ts';
import { sortGraph } from './sortGraph.ts';

/** Times in milliseconds since 1970, by task in the order they were given. */
export type Schedule = { readonly starts: Float64Array; readonly ends: Float64Array };

export type SchedulableTask = { readonly domainOrder: number; readonly durationMinutes: number };
export type SchedulableLine = { readonly number: number; readonly parent?: number };

/**
 * One pass over the whole plan from `at` (milliseconds). A domain order ends with the last of its tasks and its children,
 * a line with the last of its domain orders and its nested lines. The error is one circle of the plan, first to last.
 */
export function schedulePlan(
  at: number,
  lines: readonly SchedulableLine[],
  domainOrders: readonly Pick<DecomposedDomainOrder, 'line' | 'parent'>[],
  tasks: readonly SchedulableTask[],
  dependencies: readonly Dependency[],
): Result<Schedule, readonly NodeId[]> {
  const graph = graphOf(lines, domainOrders, tasks, dependencies);
  const time = new Float64Array(graph.size).fill(at);
  const sorted = sortGraph(graph.size, graph.from, graph.to, (from, to) => {
    const task = from - graph.firstTask;
    const end = (time[from] as number) + (task < 0 ? 0 : (tasks[task] as SchedulableTask).durationMinutes * 60_000);
    if (end > (time[to] as number)) time[to] = end;
  });
  if (!sorted.ok) return err(namesOf(sorted.circle, graph, lines));
  const starts = time.slice(graph.firstTask);
  return ok({ starts, ends: starts.map((start, index) => start + durationOf(tasks, index)) });
}

const durationOf = (tasks: readonly SchedulableTask[], index: number): number =>
  (tasks[index] as SchedulableTask).durationMinutes * 60_000;

/** Lines and domain orders stand as two nodes, their start and their end; a task is one node. */
type PlanGraph = {
  readonly size: number;
  readonly firstDomainOrder: number;
  readonly firstTask: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
};

function graphOf(
  lines: readonly SchedulableLine[],
  domainOrders: readonly Pick<DecomposedDomainOrder, 'line' | 'parent'>[],
  tasks: readonly SchedulableTask[],
  dependencies: readonly Dependency[],
): PlanGraph {
  const firstDomainOrder = lines.length * 2;
  const firstTask = firstDomainOrder + domainOrders.length * 2;
  const lineAt = new Map(lines.map((line, index) => [line.number, index * 2]));
  const from: number[] = [];
  const to: number[] = [];
  const edge = (before: number, after: number): void => {
    from.push(before);
    to.push(after);
  };
  const inside = (outer: number, inner: number): void => {
    edge(outer, inner);
    edge(inner + 1, outer + 1);
  };
  const domainOrderAt = (number: number): number => firstDomainOrder + (number - 1) * 2;
  for (const [index, line] of lines.entries()) {
    edge(index * 2, index * 2 + 1);
    const parent = line.parent === undefined ? undefined : lineAt.get(line.parent);
    if (parent !== undefined) inside(parent, index * 2);
  }
  for (const [index, domainOrder] of domainOrders.entries()) {
    const node = domainOrderAt(index + 1);
    edge(node, node + 1);
    const line = lineAt.get(domainOrder.line);
    if (line !== undefined) inside(line, node);
    if (domainOrder.parent !== undefined) edge(node + 1, domainOrderAt(domainOrder.parent) + 1);
  }
  for (const [index, task] of tasks.entries()) {
    const domainOrder = domainOrderAt(task.domainOrder);
    edge(domainOrder, firstTask + index);
    edge(firstTask + index, domainOrder + 1);
  }
  const startOf = (id: NodeId): number | undefined => {
    const { kind, number } = nodeOf(id);
    if (kind === 'task') return firstTask + number - 1;
    return kind === 'line' ? lineAt.get(number) : domainOrderAt(number);
  };
  for (const { before, after } of dependencies) {
    const start = startOf(before);
    const target = startOf(after);
    if (start !== undefined && target !== undefined) edge(start < firstTask ? start + 1 : start, target);
  }
  return { size: firstTask + tasks.length, firstDomainOrder, firstTask, from, to };
}

/** Start and end of one part are one step of the path. */
function namesOf(circle: readonly number[], graph: PlanGraph, lines: readonly SchedulableLine[]): readonly NodeId[] {
  const ids = circle.map(node => {
    if (node >= graph.firstTask) return taskId(node - graph.firstTask + 1);
    if (node >= graph.firstDomainOrder) return domainOrderId(((node - graph.firstDomainOrder) >> 1) + 1);
    return lineId((lines[node >> 1] as SchedulableLine).number);
  });
  const steps = ids.filter((id, index) => id !== ids.at(index - 1));
  return steps.length > 0 ? steps : ids.slice(0, 1);
}
