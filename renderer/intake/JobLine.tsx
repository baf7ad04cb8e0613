/** One import: its file, how far it is, what came of it, and a way to stop it. */
import { Button } from '@mantine/core';
import { useAsk } from '../calls.ts';
import { hashOf } from '../route.ts';
import { jobKinds } from '../State.tsx';
import { Bar } from '../ui/Bar.tsx';
import { Card } from '../ui/Card.tsx';
import { StateChip } from '../ui/StateChip.tsx';
import { Time } from '../ui/Time.tsx';
import { t } from '../words/words.ts';
import type { Job } from '../../preload/contract/intake.ts';
import { isRefused, jobName, jobSummary } from './jobSummary.ts';
import classes from './Import.module.css';

type Props = { readonly job: Job; readonly open: boolean };

export function JobLine({ job, open }: Props) {
  const { ask, pending } = useAsk();
  const file = jobName(job);
  return (
    <Card
      title={file}
      link={{ href: hashOf({ screen: 'import', jobId: job.id }), name: t('intake.job.open', { file }), open }}
      aside={
        <>
          {isRefused(job) ? (
            <StateChip kind="failed" label={t('intake.outcome.refused')} />
          ) : (
            <StateChip kind={jobKinds[job.state]} label={t(`intake.job.state.${job.state}`)} />
          )}
          <span className={classes.quiet}>
            <Time at={job.startedAt} />
          </span>
          {job.state === 'running' && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('intake.job.cancel', { file })}
              disabled={pending}
              onClick={() => void ask('job.cancel', { jobId: job.id })}
            >
              {t('intake.cancel')}
            </Button>
          )}
        </>
      }
    >
      <p className={classes.jobText} role={job.state === 'running' ? undefined : 'status'}>
        {jobSummary(job)}
      </p>
      {job.state === 'running' && (
        <Bar
          label={file}
          text={t('intake.job.progress', { done: job.done, total: job.total })}
          done={job.done}
          total={job.total}
        />
      )}
    </Card>
  );
}
