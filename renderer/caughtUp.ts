/** Waits until what is shown of an order says what an answer has just said of it: until then the old values would come back for a moment. */
import type { QueryClient } from '@tanstack/react-query';
import type { Output } from '../preload/contract/contract.ts';

/** Resolves when the order shown is of that version or newer and its lines were read with it; at once when nobody looks at it or it cannot be read. */
export function caughtUp(client: QueryClient, orderId: string, version: number): Promise<void> {
  const cache = client.getQueryCache();
  const order = cache.find<Output<'order.get'>>({ queryKey: ['order.get', { orderId }] });
  const has = (): boolean =>
    order === undefined ||
    !order.isActive() ||
    order.state.status === 'error' ||
    ((order.state.data?.version ?? 0) >= version &&
      client.isFetching({ queryKey: ['order.lines', { orderId }] }) === 0);
  return new Promise(resolve => {
    if (has()) {
      resolve();
      return;
    }
    const stop = cache.subscribe(() => {
      if (!has()) return;
      stop();
      resolve();
    });
  });
}
