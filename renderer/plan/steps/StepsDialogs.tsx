/** The look before something is done to many steps, and the results after. */
import { lazy, Suspense, type ComponentProps } from 'react';
import { KeysWait } from '../../actions/KeysWait.tsx';
import type { BatchShown } from '../../batch/batchResults.ts';
import type { ResultRow } from '../../batch/useResults.ts';
import { t } from '../../words/words.ts';
import type { StepBatch } from './useStepBatch.ts';

const AfterDialog = lazy(async () => ({ default: (await import('../../batch/AfterDialog.tsx')).AfterDialog }));
const StepsDialog = lazy(async () => ({ default: (await import('./StepsDialog.tsx')).StepsDialog }));

type Props = {
  readonly orderId: string;
  readonly batch: StepBatch;
  /** The version of the order that is shown. */
  readonly version: number;
  readonly onSelect: (tasks: readonly number[]) => void;
};

type AgainWays = ComponentProps<typeof AfterDialog>['again'];

const tasksOf = (rows: readonly ResultRow[]): readonly number[] => rows.flatMap(({ task }) => task ?? []);

export function StepsDialogs({ orderId, batch, version, onSelect }: Props) {
  const { shown, pending, run, show, close } = batch;

  function againOf({ kind, deed }: BatchShown): AgainWays {
    const select = {
      label: () => t('steps.after.selectFailed'),
      run: (rows: readonly ResultRow[]) => {
        onSelect(tasksOf(rows));
        close();
      },
    };
    if (kind !== 'steps' || deed === null) return [select];
    const retry = {
      label: (count: number) => t('steps.after.retryFailed', { count }),
      // As they are now: what others changed meanwhile has been read in the results.
      run: (rows: readonly ResultRow[]) =>
        void run(
          deed,
          tasksOf(rows).map(task => ({ orderId, task, seen: version })),
        ),
    };
    return [retry, select];
  }

  return (
    <Suspense fallback={<KeysWait until="answer" />}>
      {shown?.dialog === 'before' && (
        <StepsDialog type={shown.type} items={shown.items} pending={pending} onRun={run} onClose={close} />
      )}
      {shown?.dialog === 'after' && (
        <AfterDialog
          key={shown.batch.jobId}
          batch={shown.batch}
          onTakingBack={show}
          again={againOf(shown.batch)}
          onClose={close}
        />
      )}
    </Suspense>
  );
}
