/** How far the last batch is or what came of it, after its dialog was closed: the way back to its results. */
import { Button, CloseButton } from '@mantine/core';
import { useCall } from '../calls.ts';
import { t } from '../words/words.ts';
import classes from './Batch.module.css';

type Props = { readonly jobId: string; readonly onShow: () => void; readonly onForget: () => void };

export function LastBatch({ jobId, onShow, onForget }: Props) {
  const job = useCall('job.get', { jobId }).value;
  const counts = useCall('batch.results', { jobId, after: -1, limit: 1 }).value?.counts;
  if (job === undefined || counts === undefined) return null;
  const { done, total } = job;
  return (
    <section className={classes.bar} aria-label={t('batch.last.label')}>
      <span role="status">
        {job.state === 'running'
          ? t('batch.last.running', { done, total })
          : t('batch.last.done', { succeeded: counts.succeeded, failed: counts.failed + counts.skipped })}
      </span>
      <Button size="compact-sm" variant="default" onClick={onShow}>
        {t('batch.last.show')}
      </Button>
      <CloseButton
        size="sm"
        className={classes.forget ?? ''}
        aria-label={t('batch.last.forget')}
        title={t('batch.last.forget')}
        onClick={onForget}
      />
    </section>
  );
}
