/** What became of every document of one import, filtered by outcome, with how each was read. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { useCall, usePages } from '../calls.ts';
import { hashOf, navigate } from '../route.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { QueueGrid } from '../ui/QueueGrid.tsx';
import type { Column } from '../ui/queueGridProps.ts';
import { t } from '../words/words.ts';
import type { DocumentResult, Job } from '../../preload/contract/intake.ts';
import { DocumentDetail } from './DocumentDetail.tsx';
import { jobName, jobSummary } from './jobSummary.ts';
import { OutcomeChip } from './OutcomeChip.tsx';
import { problemWords } from './problemWords.ts';
import classes from './Import.module.css';

type Outcome = DocumentResult['outcome'];

const outcomes: readonly Outcome[] = ['imported', 'duplicate', 'refused'];

export function JobResults({ jobId }: { readonly jobId: string }) {
  const job = useCall('job.get', { jobId });
  const [outcome, setOutcome] = useState<Outcome | 'all'>('all');
  const [openIndex, setOpenIndex] = useState<number | null>(null);
  const results = usePages('job.results', { jobId, ...(outcome !== 'all' && { outcome }) });
  const open = results.rows.find(row => row.index === openIndex) ?? results.rows[0];

  if (job.problem) return <ProblemState problem={job.problem} onRetry={job.reload} />;
  if (!job.value) return <LoadingRows label={t('shell.loading')} />;
  const title = t('intake.results.title', { file: jobName(job.value) });
  return (
    <Pane
      title={title}
      fixed
      top={
        <div className={classes.resultsTop}>
          <p className={classes.jobText} role="status">
            {jobSummary(job.value)}
          </p>
          <SegmentedControl
            aria-label={t('intake.results.filter')}
            value={outcome}
            onChange={value => {
              setOutcome(value);
              setOpenIndex(null);
            }}
            data={filters(job.value)}
          />
        </div>
      }
      bottom={open && <DocumentDetail result={open} />}
    >
      {results.problem && <ProblemState problem={results.problem} onRetry={results.reload} />}
      {results.loading && <LoadingRows label={t('shell.loading')} />}
      {!results.problem && !results.loading && (
        <QueueGrid
          key={outcome}
          label={title}
          rows={results.rows}
          rowKey={rowKey}
          columns={columns}
          total={results.total}
          hasMore={results.hasMore}
          onMore={results.loadMore}
          openKey={open ? rowKey(open) : null}
          onFocusRow={row => setOpenIndex(row.index)}
          onOpen={row => {
            setOpenIndex(row.index);
            if (openIndex === row.index && row.orderId) {
              navigate({ screen: 'order', orderId: row.orderId, tab: 'overview' });
            }
          }}
          empty={<EmptyState title={t('intake.results.none')} />}
        />
      )}
    </Pane>
  );
}

const rowKey = (row: DocumentResult): string => String(row.index);

const filters = (job: Job) => [
  { value: 'all' as const, label: t('intake.results.all', { count: job.imported + job.duplicate + job.refused }) },
  ...outcomes.map(value => ({ value, label: t(`intake.results.${value}`, { count: job[value] }) })),
];

const notesOf = ({ problems, understood }: DocumentResult): string => {
  const [first] = problems;
  if (first) return problems.length > 1 ? t('intake.notes.problems', { count: problems.length }) : problemWords(first);
  return understood.length > 0 ? t('intake.notes.understood', { count: understood.length }) : '';
};

const documentName = ({ label, index }: DocumentResult): string =>
  label ?? t('intake.document.numbered', { number: index + 1 });

const columns: readonly Column<DocumentResult>[] = [
  {
    id: 'outcome',
    header: t('intake.results.column.outcome'),
    width: '124px',
    cell: row => <OutcomeChip outcome={row.outcome} />,
  },
  {
    id: 'document',
    header: t('intake.results.column.document'),
    width: 'minmax(120px, 1fr)',
    cell: documentName,
    title: documentName,
  },
  {
    id: 'order',
    header: t('intake.results.column.order'),
    width: '116px',
    from: 380,
    cell: row =>
      row.orderId && (
        <a href={hashOf({ screen: 'order', orderId: row.orderId, tab: 'overview' })} tabIndex={-1}>
          {row.orderNumber ?? row.orderId}
        </a>
      ),
  },
  {
    id: 'notes',
    header: t('intake.results.column.notes'),
    width: 'minmax(120px, 1.4fr)',
    from: 500,
    cell: notesOf,
    title: notesOf,
  },
];
