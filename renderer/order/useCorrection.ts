/** Sends one correction of a draft; answers whether it was taken. */
import { useCallback } from 'react';
import { useCommand } from '../calls.ts';
import type { Correction, Order } from '../../preload/contract/order.ts';

export function useCorrection({
  id,
  version,
}: Pick<Order, 'id' | 'version'>): (change: Correction) => Promise<boolean> {
  const { run } = useCommand('order.correct');
  return useCallback(
    async change => (await run({ orderId: id, seen: version, changes: [change] })).ok,
    [id, run, version],
  );
}
