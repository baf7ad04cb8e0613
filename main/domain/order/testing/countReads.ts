/** Counts what a decision looks at: a view of a value that tells of every part of it that is read. */
import type { Order } from '../order.ts';

export type Counter = { reads: number };

/** The same order, each object and list in it counting its reads; what is unread costs nothing. */
export function countingReads(order: Order, counter: Counter): Order {
  const seen = new WeakMap<object, object>();
  const watched = <T>(value: T): T => {
    if (typeof value !== 'object' || value === null) return value;
    const known = seen.get(value);
    if (known !== undefined) return known as T;
    const view = new Proxy(value, {
      get: (target, key): unknown => {
        counter.reads += 1;
        return watched(Reflect.get(target, key) as unknown);
      },
    });
    seen.set(value, view);
    return view;
  };
  return watched(order);
}

/** Objects and lists that `after` does not share with `before`: what a change has copied or made. */
export function madeAnew(before: unknown, after: unknown): number {
  if (typeof after !== 'object' || after === null || before === after) return 0;
  const old = typeof before === 'object' && before !== null ? (before as Readonly<Record<string, unknown>>) : {};
  return Object.entries(after).reduce((sum, [key, part]) => sum + madeAnew(old[key], part), 1);
}
