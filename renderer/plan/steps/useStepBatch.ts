/** Which dialog about many steps is open, and what was last done to many: it is begun here, and found again after another screen. */
import { useState } from 'react';
import type { StepDeed, StepDeedType, StepItem } from '../../../preload/contract/batch.ts';
import { useCommand } from '../../calls.ts';
import { forgetBatch, lastBatchOf, rememberBatch, type LastSteps } from '../planMemory.ts';

type Shown =
  | { readonly dialog: 'before'; readonly type: StepDeedType; readonly items: readonly StepItem[] }
  | { readonly dialog: 'after' };

export type StepBatch = {
  readonly shown: Shown | null;
  readonly last: LastSteps | undefined;
  readonly pending: boolean;
  readonly lookAt: (type: StepDeedType, items: readonly StepItem[]) => void;
  readonly showLast: () => void;
  readonly close: () => void;
  readonly forget: () => void;
  /** True when it was begun. */
  readonly run: (deed: StepDeed, items: readonly StepItem[]) => Promise<boolean>;
};

export function useStepBatch(orderId: string): StepBatch {
  const running = useCommand('steps.run');
  const [shown, setShown] = useState<Shown | null>(null);
  const [last, setLast] = useState(() => lastBatchOf(orderId));
  return {
    shown,
    last,
    pending: running.pending,
    lookAt: (type, items) => setShown({ dialog: 'before', type, items }),
    showLast: () => setShown({ dialog: 'after' }),
    close: () => setShown(null),
    forget: () => {
      forgetBatch(orderId);
      setLast(undefined);
    },
    run: async (deed, items) => {
      const reply = await running.run({ deed, items: [...items] });
      if (!reply.ok) return false;
      const batch = { jobId: reply.value.jobId, deed };
      rememberBatch(orderId, batch);
      setLast(batch);
      setShown({ dialog: 'after' });
      return true;
    },
  };
}
