/** Takes back an action of a story, the way the app does it: the action is found by the events it brought about. */
import type { Person } from '../../people/permissions.ts';
import type { DecisionContext } from '../commands.ts';
import { decide } from '../decide.ts';
import type { HappenedEvent, RecordedEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Order } from '../order.ts';
import { agent } from './people.ts';
import { contextOf, minute, Story, type Outcome } from './story.ts';

export type TakenBack = {
  /** The story as it is when somebody takes back the action. */
  readonly now: Story;
  /** The story before the action and after it; absent: the app does not remember it. */
  readonly action?: { readonly before: Story; readonly after: Story };
  readonly by?: Person;
  /** Parts of other orders that went on because of the action. */
  readonly letGo?: readonly string[];
};

export function takeBack({ now, action, by = agent, letGo }: TakenBack): Outcome {
  const at = minute(now.commands);
  const findAction: DecisionContext['findAction'] = () =>
    action && {
      before: action.before.order,
      events: action.after.log.slice(action.before.log.length).map(recorded),
      ...(letGo !== undefined && { letGo }),
    };
  const decided = decide(
    now.order,
    { type: 'undo', action: 'action-1' },
    { ...contextOf(by, at, now.catalog), findAction },
  );
  if (!decided.ok) return { events: [], refusal: decided.error, after: now };
  const happened = decided.value.map((event, index): HappenedEvent => ({
    ...event,
    version: now.log.length + index + 1,
    at,
    by: by.id,
  }));
  const order = happened.reduce<Order>(evolve, now.order);
  const after = new Story(order, [...now.log, ...happened], now.catalog, now.commands + 1);
  return { events: decided.value, refusal: null, after };
}

const recorded = (event: HappenedEvent): RecordedEvent => ({
  ...event,
  id: `event-${event.version}`,
  orderId: 'order-1',
  device: 'test',
  commandId: 'action-1',
});

/** What an order says of itself beside when and by whom it changed last. */
export const withoutHistory = (order: Order): unknown =>
  JSON.parse(JSON.stringify(order), (name, value: unknown) =>
    name === 'touched' || name === 'version' ? undefined : value,
  );
