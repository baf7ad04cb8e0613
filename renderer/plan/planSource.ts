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
};

/** A new order is shown as approval would leave it, unless approval would be refused (features X2, X6). */
export function usePlanSource(orderId: string, asOf: number | null): PlanSourceState {
  const order = useCall('order.get', { orderId });
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
    known: !order.loading && !(isNew && trial.loading),
    preview: isRefused ? 'refused' : isShown ? 'shown' : 'none',
    problem: isRefused ? trial.problem : undefined,
    order: order.value,
  };
}
