/** What the dependencies of an addition say of each part: whom it waits for and lets go of, and whether that has happened already. */
import type { Dependency } from '../decomposition/decomposed.ts';
import { findRow } from '../table.ts';
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import { later, minutesAfter, planOf } from './change.ts';
import type { HappenedEvent } from './events.ts';
import type { DomainOrder, Order, OrderLine, OrderTask, TimedLinks } from './order.ts';
import { hasStarted } from './recount.ts';
import { hasPartEnded } from './waits.ts';

/** New links of one part; lists that nothing was put into are one and the same. */
export type PlannedLinks = {
  predecessors: readonly NodeId[];
  successors: readonly NodeId[];
  startSuccessors: readonly NodeId[];
  startPredecessors: readonly NodeId[];
  lags: Record<NodeId, number> | undefined;
  /** Empty, unless a lag has begun before the part was there. */
  freeAt: string;
  /** Those of `predecessors` that have not let go yet. */
  pending: number;
};

/** By the number of the part. */
type Links = readonly (PlannedLinks | undefined)[];
export type LinksByKind = { readonly lines: Links; readonly domainOrders: Links; readonly tasks: Links };

export const noIds: readonly NodeId[] = [];

/** `order` is the one from before the addition; what is not in it has not let go of anything. */
export function plannedLinks(order: Order, dependencies: readonly Dependency[], event: HappenedEvent): LinksByKind {
  const lines: (PlannedLinks | undefined)[] = [];
  const domainOrders: (PlannedLinks | undefined)[] = [];
  const tasks: (PlannedLinks | undefined)[] = [];
  const at = (id: NodeId): PlannedLinks => {
    const { kind, number } = nodeOf(id);
    const all = kind === 'task' ? tasks : kind === 'line' ? lines : domainOrders;
    return (all[number] ??= unlinked());
  };
  for (const { before, after, on, lagMinutes = 0 } of dependencies) {
    const [earlier, waiting] = [at(before), at(after)];
    waiting.predecessors = withId(waiting.predecessors, before);
    if (on === 'start') {
      waiting.startPredecessors = withId(waiting.startPredecessors, before);
      earlier.startSuccessors = withId(earlier.startSuccessors, after);
    } else earlier.successors = withId(earlier.successors, after);
    const since = whenLetGo(order, event, before, on);
    if (since === undefined) waiting.pending += 1;
    if (lagMinutes === 0) continue;
    (waiting.lags ??= {})[before] = lagMinutes;
    if (since !== undefined) waiting.freeAt = later(waiting.freeAt, minutesAfter(since, lagMinutes));
  }
  return { lines, domainOrders, tasks };
}

const unlinked = (): PlannedLinks => ({
  predecessors: noIds,
  successors: noIds,
  startSuccessors: noIds,
  startPredecessors: noIds,
  lags: undefined,
  freeAt: '',
  pending: 0,
});

/** Most parts have one link of a kind or two, and a list of one that is pushed to would take room for twenty. */
function withId(list: readonly NodeId[], id: NodeId): readonly NodeId[] {
  if (list.length < 4) return [...list, id];
  (list as NodeId[]).push(id);
  return list;
}

/** When a part that is there already let go of what is added after it; undefined while it has not, or is new itself. */
function whenLetGo(order: Order, event: HappenedEvent, before: NodeId, on: 'start' | undefined): string | undefined {
  const part = findPart(order, before);
  if (part === undefined || !(on === 'start' ? hasStarted(part) : hasPartEnded(part))) return undefined;
  // Lines keep no times of their own.
  if ('itemId' in part) return event.at;
  return (on === 'start' ? part.actualStart : undefined) ?? part.actualEnd ?? event.at;
}

function findPart(order: Order, id: NodeId): OrderTask | DomainOrder | OrderLine | undefined {
  const { kind, number } = nodeOf(id);
  if (kind === 'line') return findRow(order.lines, number);
  return kind === 'task' ? findRow(planOf(order).tasks, number) : findRow(planOf(order).domainOrders, number);
}

/** The timed links of a part that had these before; those that there are none of are left out. */
export function timedLinks(before: TimedLinks, added: PlannedLinks): TimedLinks {
  const { startSuccessors, startPredecessors, lags, freeAt } = added;
  return {
    ...(startSuccessors.length === 0
      ? {}
      : { startSuccessors: [...(before.startSuccessors ?? noIds), ...startSuccessors] }),
    ...(startPredecessors.length === 0
      ? {}
      : { startPredecessors: [...(before.startPredecessors ?? noIds), ...startPredecessors] }),
    ...(lags === undefined ? {} : { lags: { ...before.lags, ...lags } }),
    ...(freeAt === '' ? {} : { freeAt: later(before.freeAt ?? '', freeAt) }),
  };
}

/** Most parts have no timed links, and need not be copied to say so. */
export const isTimed = ({ startSuccessors, startPredecessors, lags }: PlannedLinks): boolean =>
  startSuccessors.length > 0 || startPredecessors.length > 0 || lags !== undefined;
