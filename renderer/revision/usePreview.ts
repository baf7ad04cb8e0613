/** What a change would do, asked again whenever it changes; answers to earlier wishes are never shown as if they were for this one. */
import { useDebouncedValue } from '@mantine/hooks';
import type { Output } from '../../preload/contract/contract.ts';
import type { CompensationPlan, RevisionChange } from '../../preload/contract/revision.ts';
import { useCall } from '../calls.ts';
import type { Problem } from '../words/refusalWords.ts';
import { changesToSend, withoutPicks } from './changeDraft.ts';

/** Long enough that typing a number asks once. */
const TYPING_REST_MS = 250;

export type Preview = {
  readonly value: Output<'revision.preview'> | undefined;
  /** What there is to choose from, whatever has been chosen. */
  readonly toPick: CompensationPlan['needsAttention'];
  readonly problem: Problem | undefined;
  /** True while what is shown does not yet answer what is asked. */
  readonly working: boolean;
  readonly reload: () => void;
};

export function usePreview(
  orderId: string,
  operation: 'update' | 'cancel',
  changes: readonly RevisionChange[],
): Preview {
  const [rested] = useDebouncedValue(changes, TYPING_REST_MS);
  const enabled = operation === 'cancel' || rested.length > 0;
  const bare = useCall(
    'revision.preview',
    { orderId, operation, changes: [...withoutPicks(rested)] },
    { enabled, keepPrevious: true },
  );
  const toPick = (enabled && bare.value?.compensation.needsAttention) || [];
  const chosen = changesToSend(rested, toPick);
  const picked = useCall(
    'revision.preview',
    { orderId, operation, changes: chosen },
    { enabled: enabled && toPick.length > 0, keepPrevious: true },
  );
  const shown = toPick.length > 0 ? picked : bare;
  return {
    value: enabled && !shown.problem ? shown.value : undefined,
    toPick,
    problem: enabled ? shown.problem : undefined,
    working: rested !== changes || shown.loading || shown.previous || bare.previous,
    reload: shown.reload,
  };
}
