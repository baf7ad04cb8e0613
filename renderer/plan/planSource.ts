/** Which plan is read: that of an order as it is, as approval would leave a new one, or as it was at an earlier moment. */
import { useMemo } from 'react';
import type { Order } from '../../preload/contract/order.ts';
import { useCall } from '../calls.ts';
import type { Problem } from '../words/refusalWords.ts';

/** Goes into every question about the plan. */
export type PlanSource = { readonly orderId: string; readonly asApproved?: true; readonly asOf?: number };

export type PlanSourceState = {
  readonly source: PlanSource;
  /** False until it is known whether the order is new. */
  readonly known: boolean;
  readonly preview: 'none' | 'shown' | 'refused';
  /** Why approval is not possible, when the preview is refused. */
  readonly problem: Problem | undefined;
  readonly order: Order | undefined;
  /** The moment that was asked for is not in the history: it ends earlier, and the plan is the one of now. */
  readonly missed: MissedMoment | null;
};

export type MissedMoment = { readonly version: number; readonly total: number };

/** A new order is shown as approval would leave it, unless approval would be refused (features X2, X6). */
export function usePlanSource(orderId: string, wanted: number | null): PlanSourceState {
  const order = useCall('order.get', { orderId });
  // Typed by hand, or newer than what this window has read of the order: the history itself knows.
  const isAhead = wanted !== null && order.value !== undefined && wanted > order.value.version;
  const history = useCall('history.moments', { orderId, around: null, limit: 2 }, { enabled: isAhead });
  const total = isAhead ? history.value?.total : undefined;
  const missed = wanted !== null && total !== undefined && wanted > total ? { version: wanted, total } : null;
  const asOf = missed === null ? wanted : null;
  const isNew = order.value?.state === 'new' && asOf === null;
  const trial = useCall('plan.outlook', { orderId, asApproved: true }, { enabled: isNew });
  const isRefused = isNew && trial.problem !== undefined;
  const isShown = isNew && !isRefused;
  const source = useMemo<PlanSource>(
    () => ({ orderId, ...(isShown && { asApproved: true as const }), ...(asOf !== null && { asOf }) }),
    [orderId, isShown, asOf],
  );
  return {
    source,
    known: !order.loading && !(isNew && trial.loading) && !(isAhead && history.loading),
    preview: isRefused ? 'refused' : isShown ? 'shown' : 'none',
    problem: isRefused ? trial.problem : undefined,
    order: order.value,
    missed,
  };
}
