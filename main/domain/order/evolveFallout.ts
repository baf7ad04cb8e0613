/** Folds the life of a fallout record; what it does to its task is told by events of the task. */
import { unreachable } from '../result.ts';
import { withRow } from '../table.ts';
import { touchedBy, withFallout, withTask } from './change.ts';
import type { FalloutChange, HappenedEvent } from './events.ts';
import type { Fallout, Order } from './order.ts';
import type { FalloutState, Priority } from '../vocabulary/states.ts';

type FalloutEvent = Extract<
  HappenedEvent,
  { readonly type: 'FalloutRaised' | 'FalloutTriaged' | 'FalloutResolved' | 'FalloutClosed' }
>;

export function evolveFallout(order: Order, event: FalloutEvent): Order {
  const touched = touchedBy(event);
  switch (event.type) {
    case 'FalloutRaised': {
      const { fallout: number, group, owner, dueAt, ...rest } = event.data;
      const raised: Fallout = {
        ...rest,
        id: `F${number}`,
        number,
        state: owner === null ? 'open' : 'inProgress',
        group: group ?? undefined,
        owner: owner ?? undefined,
        dueAt: dueAt ?? undefined,
        raisedBy: event.by,
        raisedAt: event.at,
        touched,
      };
      const onTask = withTask(order, raised.task, ({ fallouts }) => ({ fallouts: [...fallouts, number] }));
      return { ...onTask, fallouts: withRow(order.fallouts, raised) };
    }
    case 'FalloutTriaged':
      return withFallout(order, event.data.fallout, () =>
        event.data.changes.reduce<Partial<Fallout>>((all, change) => ({ ...all, ...changed(change) }), { touched }),
      );
    case 'FalloutResolved':
      return withFallout(order, event.data.fallout, () => ({
        state: 'resolved',
        resolution: { ...event.data.resolution, by: event.by, at: event.at },
        touched,
      }));
    case 'FalloutClosed':
      return withFallout(order, event.data.fallout, () => ({ state: 'closedComplete', touched }));
    default:
      return unreachable(event);
  }
}

/** The events were decided from typed commands, so the text of a change is of its field's type. */
function changed({ field, now }: FalloutChange): Partial<Fallout> {
  switch (field) {
    case 'state':
      return { state: now as FalloutState };
    case 'priority':
      return { priority: now as Priority };
    case 'type':
      return { type: now ?? 'other' };
    case 'group':
    case 'owner':
    case 'dueAt':
      return { [field]: now ?? undefined };
  }
}
