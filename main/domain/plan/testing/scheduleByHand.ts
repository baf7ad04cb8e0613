/** The dates of a plan worked out the slow way, part by part from what each waits for: what the schedule must agree with. */
import { getDomainOrder, getLine, getTask, planOf } from '../../order/change.ts';
import type { DomainOrder, Order, OrderLine, OrderTask } from '../../order/order.ts';
import { rowsOf } from '../../table.ts';
import { nodeOf, type NodeId } from '../../vocabulary/node.ts';
import { hasTaskEnded } from '../../vocabulary/states.ts';

export type ByHand = { readonly start: (task: number) => number; readonly end: (task: number) => number };

/** Around the clock and by planned durations; `late` delays the start of one task by so many milliseconds. */
export function scheduleByHand(
  order: Order,
  now: number,
  late?: { readonly task: number; readonly by: number },
): ByHand {
  const ends = new Map<string, number>();
  const cached = (key: string, work: () => number): number => {
    const known = ends.get(key) ?? work();
    ends.set(key, known);
    return known;
  };
  const most = (numbers: readonly number[]): number => Math.max(-Infinity, ...numbers);

  /** When everything that a part itself waits for has let go. */
  const freed = ({ predecessors, startPredecessors = [], lags = {} }: OrderTask | DomainOrder | OrderLine): number =>
    most(predecessors.map(id => (startPredecessors.includes(id) ? begunOf(id) : endOf(id)) + (lags[id] ?? 0) * 60_000));
  const linesAround = (line: number): readonly OrderLine[] => {
    const { parent } = getLine(order, line);
    return [getLine(order, line), ...(parent === undefined ? [] : linesAround(parent))];
  };
  const gate = (part: DomainOrder): number => most([freed(part), ...linesAround(part.line).map(freed)]);

  const start = (number: number): number =>
    cached(`start ${number}`, () => {
      const task = getTask(order, number);
      if (task.actualStart !== undefined) return Date.parse(task.actualStart);
      if (hasTaskEnded(task.state)) return Date.parse(task.actualEnd ?? '');
      const opens = task.opensAt === undefined ? now : Date.parse(task.opensAt);
      const delay = late?.task === number ? late.by : 0;
      return most([now, opens, freed(task), gate(getDomainOrder(order, task.domainOrder))]) + delay;
    });
  const end = (number: number): number =>
    cached(`end ${number}`, () => {
      const task = getTask(order, number);
      if (hasTaskEnded(task.state)) return Date.parse(task.actualEnd ?? '');
      if (task.proposedEnd !== undefined) return most([now, start(number), Date.parse(task.proposedEnd.end)]);
      const duration = task.durationMinutes * 60_000;
      return task.actualStart === undefined ? start(number) + duration : Math.max(now, start(number) + duration);
    });
  const endOf = (id: NodeId): number =>
    cached(id, () => {
      const { kind, number } = nodeOf(id);
      if (kind === 'task') return end(number);
      if (kind === 'domainOrder') {
        const part = getDomainOrder(order, number);
        return most([gate(part), ...part.tasks.map(end), ...part.children.map(child => endOf(`D${child}`))]);
      }
      const line = getLine(order, number);
      return most([
        ...linesAround(number).map(freed),
        ...line.children.map(child => endOf(`L${child}`)),
        ...line.domainOrders.map(top => endOf(`D${top}`)),
      ]);
    });
  const startsIn = (id: NodeId): readonly number[] => {
    const { kind, number } = nodeOf(id);
    if (kind === 'task') return [start(number)];
    if (kind === 'domainOrder') {
      const part = getDomainOrder(order, number);
      return [...part.tasks.map(start), ...part.children.flatMap(child => startsIn(`D${child}`))];
    }
    const line = getLine(order, number);
    return [
      ...line.children.flatMap(child => startsIn(`L${child}`)),
      ...line.domainOrders.flatMap(top => startsIn(`D${top}`)),
    ];
  };
  const begunOf = (id: NodeId): number => {
    const starts = startsIn(id);
    return starts.length === 0 ? endOf(id) : Math.min(...starts);
  };
  return { start, end };
}

/** When the last task ends that has not ended yet. */
export const endByHand = (order: Order, { end }: ByHand): number =>
  Math.max(
    -Infinity,
    ...[...rowsOf(planOf(order).tasks)].filter(({ state }) => !hasTaskEnded(state)).map(({ number }) => end(number)),
  );
