/** Orders folded from the log, as they are and as they were: a bounded number of them, with states kept on the way so that any moment is near one (features X6). */
import type { Database } from 'better-sqlite3';
import { evolve } from '../main/domain/order/evolve.ts';
import type { Order } from '../main/domain/order/order.ts';
import { BoundedMap } from './boundedMap.ts';
import { readOrder } from './eventLog.ts';
import { weightOfOrder } from './orderWeight.ts';

export type Moment = {
  readonly order: Order;
  /** ISO-8601 UTC: when the event happened that made it so; "now" for everything that is worked out from there. */
  readonly at: string;
};

export type OrderHistory = {
  /** The order as the log has it now, or null when there is none; one asked for again only folds what is new. */
  readonly load: (orderId: string) => Order | null;
  /** The order after the event with this version; the last one when there are fewer. Undefined when there is no such order. */
  readonly asOf: (orderId: string, version: number) => Moment | undefined;
};

/** A state is kept after so many events or new parts, and more rarely once an order has very many; neighbours share what did not change. */
const EVERY = 128;
const MOST_STATES = 32;
/** In parts and events of all orders that are kept: some tens of megabytes. */
const MOST_WEIGHT = 100_000;
/** Moments asked for last: one look at a moment is several questions. */
const MOST_MOMENTS = 16;
/** Events read at once. */
const STEP = 2_000;

export type HistoryLimits = { readonly every?: number; readonly mostStates?: number; readonly mostWeight?: number };

/** `states` oldest first. */
type Known = { readonly now: Moment; readonly every: number; readonly states: readonly Moment[] };

export function openOrderHistory(
  db: Database,
  { every: first = EVERY, mostStates = MOST_STATES, mostWeight = MOST_WEIGHT }: HistoryLimits = {},
): OrderHistory {
  const orders = new BoundedMap<string, Known>(mostWeight, ({ now }) => effortOf(now));
  const moments = new BoundedMap<string, Moment>(MOST_MOMENTS);

  function know(orderId: string): Known | undefined {
    const known = orders.get(orderId);
    let { every, states } = known ?? { every: first, states: [] };
    const now = foldOn(db, orderId, known?.now, Infinity, moment => {
      states = spaced(states, moment, every);
      if (states.length <= mostStates) return;
      every *= 2;
      states = states.reduce<readonly Moment[]>((kept, state) => spaced(kept, state, every), []);
    });
    if (now === undefined || now === known?.now) return known;
    const fresh = { now, every, states };
    orders.set(orderId, fresh);
    return fresh;
  }

  return {
    load: orderId => know(orderId)?.now.order ?? null,
    asOf: (orderId, version) => {
      const known = know(orderId);
      if (known === undefined || version >= known.now.order.version) return known?.now;
      const key = `${orderId}/${version}`;
      const moment = moments.get(key) ?? foldOn(db, orderId, nearest(known.states, version), version);
      if (moment !== undefined) moments.set(key, moment);
      return moment;
    },
  };
}

/** The moment of that version, or the last before it; folded on from one that is known. */
function foldOn(
  db: Database,
  orderId: string,
  from: Moment | undefined,
  version: number,
  onFolded: (moment: Moment) => void = () => undefined,
): Moment | undefined {
  let moment = from;
  for (;;) {
    const known = moment?.order.version ?? 0;
    const events = readOrder(db, orderId, known, Math.min(version, known + STEP));
    for (const event of events) {
      moment = { order: evolve(moment?.order ?? null, event), at: event.at };
      onFolded(moment);
    }
    if (events.length < STEP) return moment;
  }
}

/** What folding it took, in events and in parts that they made: the first plan of a large order is most of its history. */
const effortOf = ({ order }: Moment): number => order.version + weightOfOrder(order);

/** With the moment behind the last one, unless that is near enough to fold on from. */
function spaced(states: readonly Moment[], moment: Moment, every: number): readonly Moment[] {
  const last = states.at(-1);
  return effortOf(moment) - (last === undefined ? 0 : effortOf(last)) < every ? states : [...states, moment];
}

const nearest = (states: readonly Moment[], version: number): Moment | undefined =>
  states.findLast(({ order }) => order.version <= version);
