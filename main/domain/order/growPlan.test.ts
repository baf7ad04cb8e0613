import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyTable } from '../table.ts';
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import { planOf } from './change.ts';
import type { EventOf, HappenedEvent, PlanAddition } from './events.ts';
import { evolve } from './evolve.ts';
import { grownOrder } from './growPlan.ts';
import type { DomainOrder, Order, OrderLine, OrderTask } from './order.ts';
import { partsOf, withParts } from './recount.ts';
import { aroundBy } from './testing/randomAround.ts';
import { orders } from './testing/randomOrders.ts';
import { given, type Story } from './testing/story.ts';
import { commandOf, wishes } from './testing/randomCommands.ts';

type Decomposition = HappenedEvent & EventOf<'OrderDecomposed'>;

const isDecomposition = (event: HappenedEvent): event is Decomposition => event.type === 'OrderDecomposed';

/** The order before its first plan, with no plan to grow yet, and the event that made it; undefined when it was refused. */
function beforePlan({ log }: Story): { readonly order: Order; readonly event: Decomposition } | undefined {
  const at = log.findIndex(isDecomposition);
  const event = log[at];
  if (event === undefined || !isDecomposition(event)) return undefined;
  const order = log.slice(0, at).reduce<Order | null>(evolve, null);
  if (order === null) throw new Error('Something comes before the first event');
  const plan = {
    catalogVersion: 1,
    domainOrders: emptyTable,
    tasks: emptyTable,
    trace: { entries: [], mappings: [] },
  };
  return { order: { ...order, plan }, event };
}

/** An addition cut in two after so many domain orders; what joins the two is in the second. */
function cut(addition: PlanAddition, size: number): readonly [PlanAddition, PlanAddition] {
  const { domainOrders, tasks, dependencies, trace, outside = [], wants = [] } = addition;
  const firstTasks = tasks.filter(({ domainOrder }) => domainOrder <= size);
  const isFirst = (id: NodeId): boolean => {
    const { kind, number } = nodeOf(id);
    return kind === 'line' || number <= (kind === 'task' ? firstTasks.length : size);
  };
  const isOfFirst = ({ task }: { readonly task: number }): boolean => task <= firstTasks.length;
  const areFirst = dependencies.map(({ before, after }) => isFirst(before) && isFirst(after));
  return [
    {
      domainOrders: domainOrders.slice(0, size),
      tasks: firstTasks,
      dependencies: dependencies.filter((_, at) => areFirst[at] === true),
      trace,
      outside: outside.filter(isOfFirst),
      wants: wants.filter(isOfFirst),
    },
    {
      domainOrders: domainOrders.slice(size),
      tasks: tasks.slice(firstTasks.length),
      dependencies: dependencies.filter((_, at) => areFirst[at] !== true),
      trace: { entries: [], mappings: [] },
      outside: outside.filter(wait => !isOfFirst(wait)),
      wants: wants.filter(want => !isOfFirst(want)),
    },
  ];
}

/** Which of two additions names a link first does not matter. */
const sorted = <T extends OrderLine | DomainOrder | OrderTask>(parts: readonly T[]): readonly T[] =>
  parts.map(part => ({
    ...part,
    predecessors: part.predecessors.toSorted(),
    successors: part.successors.toSorted(),
    ...(part.startSuccessors && { startSuccessors: part.startSuccessors.toSorted() }),
    ...(part.startPredecessors && { startPredecessors: part.startPredecessors.toSorted() }),
  }));

const content = (order: Order) => {
  const { lines, domainOrders, tasks } = partsOf(order);
  const { counts, remaining } = order;
  return { lines: sorted(lines), domainOrders: sorted(domainOrders), tasks: sorted(tasks), counts, remaining };
};

test('a plan made at once is the plan made in two steps', () => {
  fc.assert(
    fc.property(orders, fc.nat(), fc.nat(), (from, die, other) => {
      const step = { around: aroundBy(other, die, 'approve') };
      const found = beforePlan(given(from.order, from.catalog).when({ type: 'approve' }, step).after);
      if (found === undefined) return;
      const { order, event } = found;
      const [first, second] = cut(event.data, die % (event.data.domainOrders.length + 1));
      const grown = grownOrder(grownOrder(order, first, event), second, event);
      expect(content(grown)).toEqual(content(grownOrder(order, event.data, event)));
    }),
    { numRuns: 200 },
  );
});

test('whatever has grown is counted right, so that counting anew changes nothing', () => {
  fc.assert(
    fc.property(orders, wishes, (from, asked) => {
      let story = given(from.order, from.catalog);
      for (const wish of asked) {
        const { command, ...step } = commandOf(story.order, wish);
        story = story.when(command, step).after;
        if (story.order.plan === undefined) continue;
        fc.pre(planOf(story.order).domainOrders.size <= 60);
        const counted = withParts(story.order, partsOf(story.order));
        expect(counted.lines).toBe(story.order.lines);
        expect(counted.plan).toEqual(story.order.plan);
        expect(planOf(counted).tasks).toBe(planOf(story.order).tasks);
        expect([counted.counts, counted.remaining]).toEqual([story.order.counts, story.order.remaining]);
      }
    }),
    { numRuns: 150 },
  );
});
