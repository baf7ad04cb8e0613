/** One of the recent batches: what was done, to how many, by whom and when, how far it is or what came of it. */
import type { Batch } from '../../preload/contract/batch.ts';
import { useNames } from '../people.ts';
import { hashOf } from '../route.ts';
import { jobKinds } from '../State.tsx';
import { Bar } from '../ui/Bar.tsx';
import { Card } from '../ui/Card.tsx';
import { StateChip } from '../ui/StateChip.tsx';
import { Time } from '../ui/Time.tsx';
import { t } from '../words/words.ts';
import { batchResults } from './batchResults.ts';
import { afterWords } from './batchWords.ts';
import classes from './Batches.module.css';

type Props = { readonly batch: Batch; readonly open: boolean };

export function BatchLine({ batch, open }: Props) {
  const names = useNames();
  const { jobId, state, done, total, counts, by, startedAt, order } = batch;
  const title = batchTitle(batch);
  const isRunning = state === 'running';
  return (
    <Card
      title={title}
      link={{ href: hashOf({ screen: 'batches', jobId }), name: t('batches.open', { title }), open }}
      aside={<StateChip kind={jobKinds[state]} label={t(`batches.state.${state}`)} />}
    >
      <p className={classes.facts}>
        <span>{t('batches.by', { name: names.person(by) })}</span>
        <Time at={startedAt} />
        {order !== null && <span className={classes.number}>{order.number}</span>}
      </p>
      {isRunning ? (
        <Bar label={title} text={t('batches.sum.running', { done, total })} done={done} total={total} />
      ) : (
        <p className={classes.text}>
          {t('batches.sum.ended', counts)}
          {done < total && ` · ${t('batches.sum.left', { left: total - done })}`}
        </p>
      )}
    </Card>
  );
}

/** `Approval of 300 orders`, `Holding 12 steps` */
export function batchTitle(batch: Batch): string {
  const { area, values } = batchResults(batch);
  return afterWords(area, 'title', { count: batch.total, ...values });
}
