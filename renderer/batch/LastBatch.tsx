/** How far the last batch is or what came of it, after its dialog was closed: the way back to its results. */
import { Button, CloseButton } from '@mantine/core';
import { useCall } from '../calls.ts';
import { lastWords, type BatchArea } from './batchWords.ts';
import classes from './Batch.module.css';

type Props = {
  readonly jobId: string;
  readonly area: BatchArea;
  readonly onShow: () => void;
  readonly onForget: () => void;
};

export function LastBatch({ jobId, area, onShow, onForget }: Props) {
  const job = useCall('job.get', { jobId }).value;
  const counts = useCall('batch.results', { jobId, after: -1, limit: 1 }).value?.counts;
  if (job === undefined || counts === undefined) return null;
  const { done, total } = job;
  const forget = lastWords(area, 'forget');
  return (
    <section className={classes.bar} aria-label={lastWords(area, 'label')}>
      <span role="status">
        {job.state === 'running'
          ? lastWords(area, 'running', { done, total })
          : lastWords(area, 'done', { succeeded: counts.succeeded, failed: counts.failed + counts.skipped })}
      </span>
      <Button size="compact-sm" variant="default" onClick={onShow}>
        {lastWords(area, 'show')}
      </Button>
      <CloseButton size="sm" className={classes.forget ?? ''} aria-label={forget} title={forget} onClick={onForget} />
    </section>
  );
}
