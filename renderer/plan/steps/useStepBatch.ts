/** Which dialog about many steps is open, and what was last done to many: it is begun here, and found again after another screen. */
import { useState } from 'react';
import type { StepDeed, StepDeedType, StepItem } from '../../../preload/contract/batch.ts';
import type { BatchShown } from '../../batch/batchResults.ts';
import { useLastBatch, type LastBatchState } from '../../batch/useLastBatch.ts';
import { useCommand } from '../../calls.ts';

type Shown =
  | { readonly dialog: 'before'; readonly type: StepDeedType; readonly items: readonly StepItem[] }
  | { readonly dialog: 'after'; readonly batch: BatchShown };

export type StepBatch = Pick<LastBatchState, 'last' | 'forget'> & {
  readonly shown: Shown | null;
  readonly pending: boolean;
  readonly lookAt: (type: StepDeedType, items: readonly StepItem[]) => void;
  /** Shows how far a batch is, or what came of it. */
  readonly show: (batch: BatchShown) => void;
  readonly close: () => void;
  /** True when it was begun. */
  readonly run: (deed: StepDeed, items: readonly StepItem[]) => Promise<boolean>;
};

export function useStepBatch(orderId: string): StepBatch {
  const running = useCommand('steps.run');
  const [shown, setShown] = useState<Shown | null>(null);
  const { last, forget, reload } = useLastBatch({ stepsOf: orderId });
  const show = (batch: BatchShown): void => {
    reload();
    setShown({ dialog: 'after', batch });
  };
  return {
    shown,
    last,
    forget,
    show,
    pending: running.pending,
    lookAt: (type, items) => setShown({ dialog: 'before', type, items }),
    close: () => setShown(null),
    run: async (deed, items) => {
      const reply = await running.run({ deed, items: [...items] });
      if (reply.ok) show({ jobId: reply.value.jobId, kind: 'steps', deed });
      return reply.ok;
    },
  };
}
