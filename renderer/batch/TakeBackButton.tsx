/** Takes a batch of steps back from its results; not there for what stays (features X8). */
import { Button } from '@mantine/core';
import { useCommand } from '../calls.ts';
import { canTakeBack } from '../undo/deedOf.ts';
import { useUndoStack } from '../undo/undoStack.ts';
import { t } from '../words/words.ts';
import type { BatchShown } from './batchResults.ts';
import type { Results } from './useResults.ts';

type Props = {
  readonly batch: BatchShown;
  readonly results: Results;
  readonly onTakingBack: (back: BatchShown) => void;
};

export function TakeBackButton({ batch, results, onTakingBack }: Props) {
  const { run, pending } = useCommand('steps.undo');
  const stack = useUndoStack();
  const { jobId, kind, deed } = batch;
  const count = results.counts.succeeded;
  if (kind !== 'steps' || deed === null || !canTakeBack(deed.type) || results.running || count === 0) return null;

  async function takeBack(): Promise<void> {
    const reply = await run({ jobId });
    if (!reply.ok) return;
    stack.drop(jobId, true);
    onTakingBack({ jobId: reply.value.jobId, kind: 'undoSteps', deed });
  }

  return (
    <Button variant="default" size="sm" loading={pending} onClick={() => void takeBack()}>
      {t('steps.after.takeBack', { count })}
    </Button>
  );
}
