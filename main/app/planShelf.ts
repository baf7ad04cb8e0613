/** The plans of orders as the window looks at them, each worked out once for an order as it is, a minute and a policy. */
import type { Database } from 'better-sqlite3';
import { findPolicy } from '../../db/policy.ts';
import { BoundedMap } from '../../db/boundedMap.ts';
import { dataVersion } from '../../db/dataVersion.ts';
import type { OrderHistory } from '../../db/orderHistory.ts';
import { weightOfOrder } from '../../db/orderWeight.ts';
import type { Refusal } from '../../preload/contract/refusal.ts';
import type { Order } from '../domain/order/order.ts';
import { previewApproval } from '../domain/order/preview.ts';
import { viewPlan, type PlanView } from '../domain/plan/planView.ts';
import { surveyFrom, type Survey } from '../domain/plan/survey.ts';
import type { Conditions } from '../domain/plan/remainingWork.ts';
import { calendarsOf, type CalendarOf } from '../domain/policy/calendar.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CatalogShelf } from './catalogShelf.ts';
import { surroundings } from './commands/surroundings.ts';
import { endOfMinute } from './endOfMinute.ts';
import { openStepHistory } from './stepHistory.ts';

/** Which order is looked at: as it is, as approval would leave it, or as of a moment of its history. */
export type Look = {
  readonly orderId: string;
  readonly asApproved?: boolean | undefined;
  /** For a New order as approval would leave it: the start that the approval names. */
  readonly startAt?: string | undefined;
  readonly asOf?: number | undefined;
};

export type Sight = { readonly order: Order; readonly view: PlanView; readonly conditions: Conditions };

export type PlanShelf = {
  readonly look: (asked: Look) => Result<Sight, Refusal>;
  /** A New order as approval would leave it, when asked so; worked out and forgotten. */
  readonly ahead: (order: Order, asApproved: boolean | undefined, startAt?: string) => Result<Order, Refusal>;
  /** The plan of an order as it is now. */
  readonly now: (order: Order) => PlanView;
};

/** `others` are the orders whose parts it waits for, as they were; `written` is the data version at which they last still were. */
type Kept = Sight & {
  readonly calendarOf: CalendarOf;
  readonly others: ReadonlyMap<string, Order>;
  written: number;
};

export type PlanShelfParts = {
  readonly db: Database;
  readonly orders: OrderHistory;
  readonly catalogs: CatalogShelf;
  /** ISO-8601 UTC. */
  readonly now: () => string;
};

/** In parts of all orders that are kept worked out: a view takes about as much room as its order. Two stay in any case, for a moment of the past is looked at beside the present. */
const MOST = 40_000;

export function openPlanShelf({ db, orders, catalogs, now }: PlanShelfParts): PlanShelf {
  const steps = openStepHistory(db);
  const sights = new BoundedMap<string, Kept>(MOST, weightOf, 2);
  const aheads = new BoundedMap<Order, { readonly key: string; readonly seen: Result<Order, Refusal> }>(
    MOST,
    ({ seen }) => (seen.ok ? weightOf({ order: seen.value }) : 1),
  );
  let policy: Policy | undefined;
  let calendarOf: CalendarOf;
  const calendars = (): CalendarOf => {
    const found = findPolicy(db).policy;
    if (found !== policy) calendarOf = calendarsOf(found);
    policy = found;
    return calendarOf;
  };
  const thisMinute = (): number => endOfMinute(now());

  /** Other orders are looked at as they are now: at a moment of the past they have nothing to say. */
  const sightAt = (order: Order, moment: number, isNow: boolean): Sight => {
    const hours = calendars();
    const key = `${order.id}/${order.version}/${moment}/${order.startsAt ?? ''}`;
    const known = sights.get(key);
    // One that was only looked at ahead of its approval has the version of the one that it may become.
    if (known?.order === order && known.calendarOf === hours && isStill(known)) return known;
    const alone = { now: moment, calendarOf: hours, historyOf: steps.at(moment, hours) };
    if (!isNow) return keep(key, alone, { view: viewPlan(order, alone), others: new Map() });
    const survey = surveyFrom(order, orders.load, (one, elsewhere) => viewPlan(one, { ...alone, elsewhere }));
    return keep(key, alone, survey);
  };

  const keep = (key: string, alone: Conditions, { view, others }: Survey): Sight => {
    const { order, conditions = alone } = view;
    const sight = { order, view, conditions, calendarOf: alone.calendarOf, others, written: dataVersion(db) };
    sights.set(key, sight);
    return sight;
  };

  /** No other order that had a say has moved on. */
  const isStill = (known: Kept): boolean => {
    if (known.others.size === 0) return true;
    const written = dataVersion(db);
    if (known.written === written) return true;
    for (const [id, order] of known.others) if (orders.load(id) !== order) return false;
    known.written = written;
    return true;
  };

  const ahead: PlanShelf['ahead'] = (order, asApproved, startAt) => {
    if (asApproved !== true || order.state !== 'new') return ok(order);
    const at = new Date(thisMinute()).toISOString();
    // Other orders, the inventory, the catalog and the policy have their say in it: anything written makes it anew.
    const key = `${at} ${dataVersion(db)}`;
    const preview = (): Result<Order, Refusal> =>
      previewApproval(order, catalogs.of(order), at, surroundings(db, order.id, orders.load), startAt);
    // A start that is being tried out is forgotten with the next one.
    if (startAt !== undefined) return preview();
    const known = aheads.get(order);
    if (known?.key === key) return known.seen;
    const seen = preview();
    aheads.set(order, { key, seen });
    return seen;
  };

  return {
    ahead,
    now: order => sightAt(order, thisMinute(), true).view,
    look: ({ orderId, asApproved, startAt, asOf }) => {
      const moment = asOf === undefined ? undefined : orders.asOf(orderId, asOf);
      if (moment !== undefined) return ok(sightAt(moment.order, Date.parse(moment.at), false));
      const order = orders.load(orderId);
      if (order === null) return err({ code: 'NotFound', subject: 'order', id: orderId });
      const seen = ahead(order, asApproved, startAt);
      return seen.ok ? ok(sightAt(seen.value, thisMinute(), true)) : seen;
    },
  };
}

const weightOf = ({ order }: { readonly order: Order }): number => weightOfOrder(order);
