/** Orders as they were at any moment of their history: folded from the log, with states kept on the way so that a slider can go back and forth (features X6). */
import type { Database } from 'better-sqlite3';
import { readOrder } from '../../../db/eventLog.ts';
import { evolve } from '../../domain/order/evolve.ts';
import type { Order } from '../../domain/order/order.ts';

export type Moment = {
  readonly order: Order;
  /** ISO-8601 UTC: when the event happened that made it so; "now" for everything that is worked out from there. */
  readonly at: string;
};

export type OrderHistory = {
  /** The order after the event with this version; the last one when there are fewer. Undefined when there is no such order. */
  readonly asOf: (orderId: string, version: number) => Moment | undefined;
};

/** A state is kept every so many events, and more rarely once an order has very many; neighbours share what did not change. */
const EVERY = 32;
const MOST_STATES = 256;
/** Orders whose history is kept, and moments asked for last: one look at a moment is several questions. */
const MOST_ORDERS = 4;
const MOST_MOMENTS = 16;

type Kept = { every: number; readonly states: Map<number, Moment> };

export function openOrderHistory(db: Database): OrderHistory {
  const histories = new Map<string, Kept>();
  const moments = new Map<string, Moment>();

  function keptOf(orderId: string): Kept {
    const kept = histories.get(orderId) ?? { every: EVERY, states: new Map<number, Moment>() };
    remember(histories, orderId, kept, MOST_ORDERS);
    return kept;
  }

  function fold(orderId: string, version: number): Moment | undefined {
    const kept = keptOf(orderId);
    const start = nearest(kept.states, version);
    let moment = start;
    for (const event of readOrder(db, orderId, start?.order.version ?? 0, version)) {
      moment = { order: evolve(moment?.order ?? null, event), at: event.at };
      if (event.version % kept.every === 0) keep(kept, event.version, moment);
    }
    return moment;
  }

  return {
    asOf: (orderId, version) => {
      const key = `${orderId}/${version}`;
      const known = moments.get(key);
      const moment = known ?? fold(orderId, version);
      // A version that has not come yet is another moment tomorrow.
      if (moment?.order.version === version) remember(moments, key, moment, MOST_MOMENTS);
      return moment;
    },
  };
}

function nearest(states: ReadonlyMap<number, Moment>, version: number): Moment | undefined {
  let best = 0;
  for (const at of states.keys()) if (at <= version && at > best) best = at;
  return states.get(best);
}

function keep(kept: Kept, version: number, moment: Moment): void {
  kept.states.set(version, moment);
  if (kept.states.size <= MOST_STATES) return;
  kept.every *= 2;
  for (const at of kept.states.keys()) if (at % kept.every !== 0) kept.states.delete(at);
}

function remember<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
