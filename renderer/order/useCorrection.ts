/** Sends one correction of a draft; answers whether it was taken, when what is shown of the order says so too. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useCommand } from '../calls.ts';
import { caughtUp } from '../caughtUp.ts';
import type { Correction, Order } from '../../preload/contract/order.ts';

export function useCorrection({
  id,
  version,
}: Pick<Order, 'id' | 'version'>): (change: Correction) => Promise<boolean> {
  const client = useQueryClient();
  const { run } = useCommand('order.correct');
  return useCallback(
    async change => {
      const reply = await run({ orderId: id, seen: version, changes: [change] });
      if (reply.ok) await caughtUp(client, id);
      return reply.ok;
    },
    [client, id, run, version],
  );
}
