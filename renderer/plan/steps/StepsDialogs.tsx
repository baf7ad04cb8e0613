/** The look before something is done to many steps, and the results after. */
import { lazy, Suspense } from 'react';
import type { ResultRow } from '../../batch/useResults.ts';
import { hashOf } from '../../route.ts';
import { t } from '../../words/words.ts';
import { shortReason } from './stepWhy.ts';
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

const tasksOf = (rows: readonly ResultRow[]): readonly number[] => rows.flatMap(({ task }) => task ?? []);

export function StepsDialogs({ orderId, batch, version, onSelect }: Props) {
  const { shown, last, pending, run, close } = batch;
  return (
    <Suspense fallback={null}>
      {shown?.dialog === 'before' && (
        <StepsDialog type={shown.type} items={shown.items} pending={pending} onRun={run} onClose={close} />
      )}
      {shown?.dialog === 'after' && last !== undefined && (
        <AfterDialog
          key={last.jobId}
          jobId={last.jobId}
          area="steps"
          values={{ deed: last.deed.type }}
          linkOf={({ task, ...row }) =>
            hashOf({ screen: 'tasks', orderId: row.orderId, ...(task !== null && { task }) })
          }
          shortReason={refusal => shortReason(refusal, last.deed.type)}
          fileName="step-results.csv"
          again={[
            {
              label: count => t('steps.after.retryFailed', { count }),
              // As they are now: what others changed meanwhile has been read in the results.
              run: rows =>
                void run(
                  last.deed,
                  tasksOf(rows).map(task => ({ orderId, task, seen: version })),
                ),
            },
            {
              label: () => t('steps.after.selectFailed'),
              run: rows => {
                onSelect(tasksOf(rows));
                close();
              },
            },
          ]}
          onClose={close}
        />
      )}
    </Suspense>
  );
}
