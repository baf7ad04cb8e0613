/** One look from an order into the others that it waits for, those that they wait for included: when their parts will have ended, how they stand, and who can act there (features O6, O8). */
import type { Order } from '../order/order.ts';
import { getPart } from '../order/waits.ts';
import { nobody } from '../people/who.ts';
import type { Elsewhere, Standing } from './elsewhere.ts';
import { datesOf } from './planNode.ts';
import { hasPart, type PlanView } from './planView.ts';
import { whyWaiting } from './whyWaiting.ts';

export type Survey = {
  readonly view: PlanView;
  /** Every order that had a say, as it was. */
  readonly others: ReadonlyMap<string, Order>;
};

/** Other orders that one look goes to, and how far from one to the next; what lies beyond is not known. */
const MOST_ORDERS = 200;
const DEEPEST = 20;

/** Each order is worked out once, and one that is being worked out already is not asked when it ends: so no look goes round. */
export function surveyFrom(
  from: Order,
  load: (orderId: string) => Order | null,
  viewOf: (order: Order, elsewhere: Elsewhere) => PlanView,
): Survey {
  const views = new Map<string, PlanView | 'underWay'>([[from.id, 'underWay']]);
  const others = new Map<string, Order>();
  const standings = new Map<string, Standing>();
  const asked = new Set<string>();
  let depth = 0;

  function find(orderId: string): PlanView | undefined {
    const known = views.get(orderId);
    if (known !== undefined) return known === 'underWay' ? undefined : known;
    if (views.size > MOST_ORDERS || depth >= DEEPEST) return undefined;
    const order = load(orderId);
    if (order?.plan === undefined) return undefined;
    others.set(orderId, order);
    views.set(orderId, 'underWay');
    depth += 1;
    const view = viewOf(order, elsewhere);
    depth -= 1;
    views.set(orderId, view);
    return view;
  }

  const elsewhere: Elsewhere = {
    endOf: (orderId, node, on) => {
      const view = find(orderId);
      if (view === undefined || !hasPart(view, node)) return undefined;
      const { estimatedStart, estimatedEnd, atEarliest } = datesOf(view, node);
      const moment = on === 'start' ? estimatedStart : estimatedEnd;
      return moment === null ? undefined : { at: Date.parse(moment), atEarliest };
    },
    // Asked only when all the views are there, and so of the order itself as well.
    standingOf: (orderId, node) => {
      const key = `${orderId}/${node}`;
      const known = standings.get(key);
      if (known !== undefined) return known;
      const view = find(orderId);
      if (view === undefined || !hasPart(view, node) || asked.has(key)) return undefined;
      asked.add(key);
      // What has ended has let go, or is about to.
      const who = whyWaiting(view, node)?.who ?? nobody;
      asked.delete(key);
      const standing = { state: getPart(view.order, node).state, who };
      // In a circle, what was found on the way round is not the whole answer.
      if (asked.size === 0) standings.set(key, standing);
      return standing;
    },
  };

  const view = viewOf(from, elsewhere);
  views.set(from.id, view);
  return { view, others };
}
