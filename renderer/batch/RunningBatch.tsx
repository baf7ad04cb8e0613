/** How far one's own batches under way are, wherever the person is: the way to their results. */
import { Progress } from '@mantine/core';
import { useCall } from '../calls.ts';
import { hashOf } from '../route.ts';
import { t } from '../words/words.ts';
import classes from './RunningBatch.module.css';

/** More than can be under way at once. */
const LOOKED_AT = 10;

export function RunningBatch() {
  const recent = useCall('batch.recent', { whose: 'own', limit: LOOKED_AT }).value?.batches ?? [];
  const running = recent.filter(({ state }) => state === 'running');
  const [first] = running;
  if (first === undefined) return null;
  const done = running.reduce((sum, batch) => sum + batch.done, 0);
  const total = running.reduce((sum, batch) => sum + batch.total, 0);
  const only = running.length === 1;
  const kind = only ? first.kind : 'several';
  return (
    <a
      className={classes.running}
      href={hashOf({ screen: 'batches', ...(only && { jobId: first.jobId }) })}
      title={t('batches.running.show')}
    >
      <span>{t('batches.running', { kind, done, total })}</span>
      <Progress
        size="xs"
        value={total > 0 ? (done / total) * 100 : 0}
        aria-hidden="true"
        className={classes.bar ?? ''}
      />
    </a>
  );
}
