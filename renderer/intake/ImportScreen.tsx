/** Import: choose or drop files, follow them, and read what became of every document. */
import { Button, SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { useCall } from '../calls.ts';
import { useAllowed } from '../people.ts';
import { hashOf, navigate } from '../route.ts';
import { Bar } from '../ui/Bar.tsx';
import { Card, CardList } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { megabytes } from '../words/format.ts';
import { t } from '../words/words.ts';
import { JobLine } from './JobLine.tsx';
import { JobResults } from './JobResults.tsx';
import { useUploads, type ImportKind } from './UploadsProvider.tsx';
import classes from './Import.module.css';

const importKinds: readonly ImportKind[] = ['auto', 'orders', 'catalog'];

export function ImportScreen({ jobId }: { readonly jobId: string | null }) {
  return (
    <SplitView
      list={<ImportPane jobId={jobId} />}
      detail={jobId === null ? null : <JobResults key={jobId} jobId={jobId} />}
      placeholder={<EmptyState title={t('intake.results.pick')} text={t('intake.results.pickText')} />}
      back={{ label: t('intake.title'), onClick: () => navigate({ screen: 'import' }) }}
    />
  );
}

function ImportPane({ jobId }: { readonly jobId: string | null }) {
  const recent = useCall('job.recent', {});
  const jobs = recent.value?.jobs ?? [];
  return (
    <Pane title={t('intake.title')}>
      <div className={classes.page}>
        <Chooser />
        <SendingList />
        <section aria-label={t('intake.recent.title')}>
          <h3 className={classes.heading}>{t('intake.recent.title')}</h3>
          {recent.problem && <ProblemState problem={recent.problem} onRetry={recent.reload} />}
          {recent.loading && <LoadingRows label={t('shell.loading')} rows={2} />}
          {recent.value && jobs.length === 0 && <p className={classes.quiet}>{t('intake.recent.none')}</p>}
          <CardList>
            {jobs.map(job => (
              <JobLine key={job.id} job={job} open={job.id === jobId} />
            ))}
          </CardList>
        </section>
        <p className={classes.quiet}>
          <a href={hashOf({ screen: 'batches' })}>{t('batches.fromImport')}</a>
        </p>
      </div>
    </Pane>
  );
}

function Chooser() {
  const { send } = useUploads();
  const isAllowed = useAllowed();
  const mayImport = isAllowed('order.import') || isAllowed('catalog.import');
  const [kind, setKind] = useState<ImportKind>('auto');
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={classes.chooser} aria-labelledby="choose-title">
      <h3 id="choose-title" className={classes.heading}>
        {t('intake.choose.title')}
      </h3>
      <p className={classes.quiet}>{t('intake.choose.text')}</p>
      <div className={classes.chooserRow}>
        <Button disabled={!mayImport} onClick={() => input.current?.click()}>
          {t('intake.choose.button')}
        </Button>
        <input
          ref={input}
          type="file"
          className={classes.input}
          accept=".json,.ndjson,.jsonl,.txt,application/json"
          multiple
          aria-label={t('intake.choose.input')}
          tabIndex={-1}
          onChange={event => {
            void send([...(event.currentTarget.files ?? [])], kind);
            event.currentTarget.value = '';
          }}
        />
        <SegmentedControl
          aria-label={t('intake.kind.label')}
          value={kind}
          onChange={value => setKind(value)}
          data={importKinds.map(value => ({ value, label: t(`intake.kind.${value}`) }))}
        />
      </div>
      {!mayImport && <p className={classes.quiet}>{t('intake.choose.notAllowed')}</p>}
    </section>
  );
}

function SendingList() {
  const { sending, stop } = useUploads();
  if (sending.length === 0) return null;
  return (
    <CardList>
      {sending.map(({ id, file, sent, size }) => (
        <Card
          key={id}
          title={t('intake.sending.title', { file })}
          aside={
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('intake.sending.cancel', { file })}
              onClick={() => stop(id)}
            >
              {t('intake.cancel')}
            </Button>
          }
        >
          <Bar
            label={file}
            text={t('intake.sending.progress', { sent: megabytes(sent), size: megabytes(size) })}
            done={sent}
            total={size}
          />
        </Card>
      ))}
    </CardList>
  );
}
