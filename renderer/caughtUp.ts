/** Waits until what is shown of an order was read anew after an answer about it: until then old values would come back for a moment. */
import type { Query, QueryClient } from '@tanstack/react-query';
import type { CallName } from '../preload/contract/contract.ts';

/** What a person looks at while they do something. */
const LOOKED_AT: ReadonlySet<string> = new Set<CallName>(['order.get', 'order.lines', 'task.get', 'fallout.get']);

/** A notice that does not come is not waited for any longer. */
const AT_MOST_MS = 1000;

/** To be called when the answer is there. Resolves at once when nobody looks at the order. */
export function caughtUp(client: QueryClient, orderId: string): Promise<void> {
  const cache = client.getQueryCache();
  const countOf = ({ state }: Query): number => state.dataUpdateCount + state.errorUpdateCount;
  const old = cache
    .findAll({ type: 'active' })
    .filter(({ queryKey: [name, input] }) => LOOKED_AT.has(String(name)) && isAbout(input, orderId))
    .map(query => ({ query, count: countOf(query) }));
  const hasCome = (): boolean => old.every(({ query, count }) => !query.isActive() || countOf(query) > count);
  return new Promise(resolve => {
    if (hasCome()) {
      resolve();
      return;
    }
    const end = (): void => {
      stop();
      clearTimeout(limit);
      resolve();
    };
    const stop = cache.subscribe(() => {
      if (hasCome()) end();
    });
    const limit = setTimeout(end, AT_MOST_MS);
  });
}

const isAbout = (input: unknown, orderId: string): boolean =>
  typeof input === 'object' && input !== null && 'orderId' in input && input.orderId === orderId;
