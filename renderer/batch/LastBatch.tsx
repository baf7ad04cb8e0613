/** How far the last batch is or what came of it, after its dialog was closed: the way back to its results. */
import { Button, CloseButton } from '@mantine/core';
import type { Batch } from '../../preload/contract/batch.ts';
import { Time } from '../ui/Time.tsx';
import { batchResults } from './batchResults.ts';
import { lastWords } from './batchWords.ts';
import classes from './Batch.module.css';

type Props = {
  readonly batch: Batch;
  readonly onShow: () => void;
  readonly onForget: () => void;
};

export function LastBatch({ batch, onShow, onForget }: Props) {
  const { state, done, total, counts, endedAt } = batch;
  const { area, values } = batchResults(batch);
  const forget = lastWords(area, 'forget');
  const failed = counts.failed + counts.skipped;
  return (
    <section className={classes.bar} aria-label={lastWords(area, 'label')}>
      <span role="status">
        {state === 'running'
          ? lastWords(area, 'running', { done, total, ...values })
          : lastWords(area, 'done', { succeeded: counts.succeeded, failed, ...values })}
      </span>
      {endedAt !== null && (
        <span className={classes.quiet}>
          <Time at={endedAt} />
        </span>
      )}
      <Button size="compact-sm" variant="default" onClick={onShow}>
        {lastWords(area, 'show')}
      </Button>
      <CloseButton size="sm" className={classes.forget ?? ''} aria-label={forget} title={forget} onClick={onForget} />
    </section>
  );
}
