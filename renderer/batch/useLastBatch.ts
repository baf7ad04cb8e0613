/** The last batch that the person started here, until they have it put away: it outlasts the screen, the window and the app. */
import type { Batch } from '../../preload/contract/batch.ts';
import { useAsk, useCall } from '../calls.ts';

export type LastBatchState = {
  /** Undefined where there was none, or it was put away. */
  readonly last: Batch | undefined;
  readonly forget: () => void;
  /** Another one was begun. */
  readonly reload: () => void;
};

/** Of approvals, or of the steps of one order. */
export function useLastBatch(about: { readonly orders: true } | { readonly stepsOf: string }): LastBatchState {
  const { ask } = useAsk();
  const asked =
    'orders' in about ? ({ about: 'orders' } as const) : ({ about: 'steps', orderId: about.stepsOf } as const);
  const recent = useCall('batch.recent', { ...asked, whose: 'own', limit: 1 });
  const { reload } = recent;
  const [last] = recent.value?.batches ?? [];
  return {
    last: last?.dismissed === false ? last : undefined,
    forget: () => {
      if (last) void ask('batch.dismiss', { jobId: last.jobId }).then(reload);
    },
    reload,
  };
}
