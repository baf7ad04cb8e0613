/** Looks at the plans of a few orders before anybody asks, one at a time while nothing else is to do: the first question of a person then meets code that has run before. */
import type { Serve } from './serve.ts';
import type { Schedule } from './wakes.ts';

/** From so many on, looking at more makes the first real look no quicker. */
export const MOST_ORDERS = 30;
/** Bytes of events; such an order takes some milliseconds, and a question waits no longer than one takes. */
export const LARGEST_ORDER = 60_000;

/** The window asks for what it shows first. */
const FIRST_PAUSE = 1_000;
/** In between whoever asks is answered. */
const PAUSE = 20;

/** `orders` are those to look at, asked for when it begins. Gives what calls it off. */
export function warmUp(serve: Serve, orders: () => readonly string[], schedule: Schedule): () => void {
  let callOff = schedule(() => goOn(orders()), FIRST_PAUSE);
  const goOn = ([orderId, ...others]: readonly string[]): void => {
    if (orderId === undefined) return;
    serve('plan.tree', { orderId, root: 'order', after: null, limit: 200 });
    callOff = schedule(() => goOn(others), PAUSE);
  };
  return () => callOff();
}
