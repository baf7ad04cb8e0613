/** Whether the app behind this window can be reached: told at once where the shell tells it, else noticed by asking now and then. */
import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useCall } from '../calls.ts';
import { useDesk } from '../DeskProvider.tsx';
import { clockOf } from '../words/format.ts';

/** How long the app may be gone before this window says so, though nobody asks anything of it. */
const HEARTBEAT_MS = 10_000;

export type Reach = {
  readonly isReachable: boolean;
  /** `05:20`, when what is shown was last asked for; empty before the first answer. */
  readonly asOf: string;
};

export function useReachable(): Reach {
  const desk = useDesk();
  const client = useQueryClient();
  const counts = useCall('counts.get', {}, { every: HEARTBEAT_MS });
  const [isLost, setLost] = useState(false);
  useEffect(() => desk.onConnection?.(reachable => setLost(!reachable)), [desk]);
  const updatedAt = client.getQueryState(['counts.get', {}])?.dataUpdatedAt ?? 0;
  return {
    isReachable: !isLost && counts.problem?.code !== 'Unreachable',
    asOf: updatedAt > 0 ? clockOf(new Date(updatedAt).toISOString()) : '',
  };
}
