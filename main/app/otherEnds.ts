/** When parts of other orders will have ended as things stand there, for the forecast of an order that waits for them (features O6). */
import type { Order } from '../domain/order/order.ts';
import { datesOf } from '../domain/plan/planNode.ts';
import { hasPart, type PlanView } from '../domain/plan/planView.ts';
import type { Conditions } from '../domain/plan/remainingWork.ts';

/** One look from an order into the others, those that they wait for included. */
export type Survey = {
  readonly endOf: NonNullable<Conditions['outsideEnd']>;
  /** Every order that had a say, as it was. */
  readonly others: ReadonlyMap<string, Order>;
};

/** Other orders that one look goes to, and how far from one to the next; what lies beyond is not known. */
const MOST_ORDERS = 200;
const DEEPEST = 20;

/** Each other order is worked out once, and one that is being worked out already is not asked again: so no look goes round. */
export function surveyFrom(
  from: Order,
  load: (orderId: string) => Order | null,
  viewOf: (order: Order, survey: Survey) => PlanView,
): Survey {
  const views = new Map<string, PlanView | 'underWay'>([[from.id, 'underWay']]);
  const others = new Map<string, Order>();
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
    const view = viewOf(order, survey);
    depth -= 1;
    views.set(orderId, view);
    return view;
  }

  const survey: Survey = {
    endOf: (orderId, node) => {
      const view = find(orderId);
      if (view === undefined || !hasPart(view, node)) return undefined;
      const { estimatedEnd } = datesOf(view, node);
      return estimatedEnd === null ? undefined : Date.parse(estimatedEnd);
    },
    others,
  };
  return survey;
}
