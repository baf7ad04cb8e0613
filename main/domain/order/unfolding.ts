/** Gathers what one command makes happen, folding each event at once so that the next is decided on what is already true. */
import type { Result } from '../result.ts';
import type { DecisionContext } from './commands.ts';
import type { DomainEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Order } from './order.ts';
import type { Refusal } from './refusals.ts';

/** What a command makes happen, and the order as it stands after all of it. */
export type Unfolded = { readonly events: readonly DomainEvent[]; readonly after: Order };

export type Decided = Result<Unfolded, Refusal>;

export type Unfolding = {
  /** The order as it stands after everything emitted so far. */
  readonly order: () => Order;
  /** ISO-8601 UTC: when it happens. */
  readonly at: string;
  /** What handing out work asks. */
  readonly around: Pick<DecisionContext, 'policy' | 'crewOf'>;
  readonly emit: (event: DomainEvent) => void;
  readonly events: () => readonly DomainEvent[];
  /** What came of it, once nothing more is to be emitted. */
  readonly end: () => Unfolded;
};

type Occasion = Pick<DecisionContext, 'at' | 'by' | 'policy' | 'crewOf'>;

export function unfold(start: Order | null, { at, by, policy, crewOf }: Occasion): Unfolding {
  let order = start;
  const events: DomainEvent[] = [];
  const current = (): Order => {
    if (order === null) throw new Error('Nothing has happened to this order yet');
    return order;
  };
  return {
    order: current,
    at,
    around: { policy, crewOf },
    events: () => events,
    end: () => ({ events, after: current() }),
    emit: event => {
      order = evolve(order, { ...event, version: (order?.version ?? 0) + 1, at, by: by.id });
      events.push(event);
    },
  };
}

/** These events and no others: nothing follows from them. */
export function unfolded(start: Order | null, occasion: Occasion, ...events: readonly DomainEvent[]): Unfolded {
  const unfolding = unfold(start, occasion);
  for (const event of events) unfolding.emit(event);
  return unfolding.end();
}
