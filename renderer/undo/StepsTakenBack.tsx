/** Follows a batch of steps that is being taken back, and says what came of it, with the way to the results. */
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useCall } from '../calls.ts';
import { hashOf } from '../route.ts';
import { t } from '../words/words.ts';

type Props = {
  readonly jobId: string;
  /** The sentence that is shown, for those who hear it. */
  readonly onSaid: (text: string) => void;
  readonly onEnded: () => void;
};

/** Long enough to press the link in it. */
const SHOWN_MS = 12_000;

export function StepsTakenBack({ jobId, onSaid, onEnded }: Props) {
  const job = useCall('job.get', { jobId }).value;
  const isEnded = job !== undefined && job.state !== 'running';
  // Of those that the batch had done something to.
  const count = job?.total ?? 0;
  const counts = useCall('batch.results', { jobId, after: -1, limit: 1 }, { enabled: isEnded }).value?.counts;

  useEffect(() => {
    if (!isEnded || counts === undefined) return;
    const done = counts.succeeded + counts.skipped;
    const left = count - done;
    const text = left === 0 ? t('undo.back.steps.all', { count }) : t('undo.back.steps.some', { done, count, left });
    onSaid(text);
    notifications.show({
      id: `undone-${jobId}`,
      message: (
        <>
          {text} <a href={hashOf({ screen: 'batches', jobId })}>{t('undo.back.steps.show')}</a>
        </>
      ),
      color: 'gray',
      role: 'group',
      autoClose: SHOWN_MS,
      withBorder: true,
    });
    onEnded();
  }, [isEnded, counts, count, jobId, onSaid, onEnded]);

  return null;
}
