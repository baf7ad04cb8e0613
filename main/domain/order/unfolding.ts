/** Gathers what one command makes happen, folding each event at once so that the next is decided on what is already true. */
import type { DecisionContext } from './commands.ts';
import type { DomainEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Order } from './order.ts';

export type Unfolding = {
  /** The order as it stands after everything emitted so far. */
  readonly order: () => Order;
  readonly emit: (event: DomainEvent) => void;
  readonly events: () => readonly DomainEvent[];
};

export function unfold(start: Order | null, { at, by }: Pick<DecisionContext, 'at' | 'by'>): Unfolding {
  let order = start;
  const events: DomainEvent[] = [];
  const current = (): Order => {
    if (order === null) throw new Error('Nothing has happened to this order yet');
    return order;
  };
  return {
    order: current,
    events: () => events,
    emit: event => {
      order = evolve(order, { ...event, version: (order?.version ?? 0) + 1, at, by: by.id });
      events.push(event);
    },
  };
}
