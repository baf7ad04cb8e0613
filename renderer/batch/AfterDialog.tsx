/** A batch while it runs and after: how far it is, one result for each order, and what to do about those that failed (features A9). */
import { Button, SegmentedControl, Table } from '@mantine/core';
import { useState } from 'react';
import type { Reply } from '../../preload/contract/bridge.ts';
import type { Output } from '../../preload/contract/contract.ts';
import { ProblemState } from '../Answer.tsx';
import { useAsk, useCall } from '../calls.ts';
import { useNames } from '../people.ts';
import { hashOf } from '../route.ts';
import { saveFile } from '../order/saveFile.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Bar } from '../ui/Bar.tsx';
import { StateChip } from '../ui/StateChip.tsx';
import { refusalWords, type Problem } from '../words/refusalWords.ts';
import { t } from '../words/words.ts';
import { resultsAsCsv } from './resultsAsCsv.ts';
import classes from './Batch.module.css';

type Props = {
  readonly jobId: string;
  /** Marks those orders in the queue, with the versions they have now. */
  readonly onSelect: (orderIds: readonly string[]) => void;
  readonly onClose: () => void;
};

const outcomes = ['failed', 'skipped', 'succeeded'] as const;
type Outcome = (typeof outcomes)[number];
const kinds = { succeeded: 'completed', failed: 'failed', skipped: 'stopped' } as const;
type Row = Output<'batch.results'>['rows'][number];

const PAGE = 200;

export function AfterDialog({ jobId, onSelect, onClose }: Props) {
  const { ask, pending } = useAsk();
  const names = useNames();
  const job = useCall('job.get', { jobId }).value;
  const [chosen, setChosen] = useState<Outcome | null>(null);
  const running = job === undefined || job.state === 'running';
  const results = useCall(
    'batch.results',
    { jobId, ...(chosen && { outcome: chosen }), after: -1, limit: PAGE },
    { keepPrevious: true },
  );
  const counts = results.value?.counts ?? { succeeded: 0, failed: 0, skipped: 0 };
  const total = job?.total ?? 0;
  const left = total - (job?.done ?? 0);

  async function listAll(outcome?: Outcome): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (let after: number | null = -1; after !== null;) {
      const reply: Reply<Output<'batch.results'>> = await ask('batch.results', {
        jobId,
        ...(outcome && { outcome }),
        after,
        limit: PAGE,
      });
      if (!reply.ok) break;
      rows.push(...reply.value.rows);
      after = reply.value.next === null ? null : Number(reply.value.next);
    }
    return rows;
  }

  const reasonOf = ({ outcome, refusal }: Row): string => {
    if (refusal !== null) {
      const { title, message } = refusalWords(refusal as unknown as Problem, names);
      return `${title}. ${message}`;
    }
    return outcome === 'skipped' ? t('batch.after.skippedText') : '';
  };
  const shown = results.value?.rows ?? [];
  const more = (results.value?.total ?? 0) - shown.length;

  return (
    <Dialog title={t('batch.after.title', { count: total })} size="xl" onClose={onClose}>
      <div className={classes.body}>
        {running ? (
          <Bar
            label={t('batch.after.title', { count: total })}
            text={t('batch.after.progress', { done: job?.done ?? 0, total })}
            done={job?.done ?? 0}
            total={total}
          />
        ) : (
          <p className={classes.ready} role="status">
            {t('batch.after.done', { count: counts.succeeded })}{' '}
            {t('batch.after.rest', { count: counts.failed + counts.skipped })}
          </p>
        )}
        {job?.state === 'canceled' && left > 0 && <p>{t('batch.after.stopped', { left })}</p>}
        <div className={classes.tabs}>
          <SegmentedControl
            aria-label={t('batch.after.outcomes')}
            value={chosen ?? 'all'}
            onChange={value => setChosen(outcomes.find(one => one === value) ?? null)}
            data={[
              {
                value: 'all',
                label: t('batch.after.all', { count: counts.succeeded + counts.failed + counts.skipped }),
              },
              ...outcomes.map(value => ({ value, label: t(`batch.after.${value}`, { count: counts[value] }) })),
            ]}
          />
        </div>
        {results.problem && <ProblemState problem={results.problem} onRetry={results.reload} />}
        <div className={classes.table} role="group" aria-label={t('batch.after.list')}>
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('batch.after.order')}</Table.Th>
                <Table.Th>{t('batch.after.result')}</Table.Th>
                <Table.Th>{t('batch.after.why')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map(row => (
                <Table.Tr key={row.index}>
                  <Table.Td>
                    <a
                      className={classes.number}
                      href={hashOf({ screen: 'order', orderId: row.orderId, tab: 'overview' })}
                    >
                      {row.number}
                    </a>
                  </Table.Td>
                  <Table.Td className={classes.outcome ?? ''}>
                    <StateChip kind={kinds[row.outcome]} label={t(`batch.after.outcome.${row.outcome}`)} />
                  </Table.Td>
                  <Table.Td>{reasonOf(row)}</Table.Td>
                </Table.Tr>
              ))}
              {results.value && shown.length === 0 && (
                <Table.Tr>
                  <Table.Td colSpan={3}>{t('batch.after.none')}</Table.Td>
                </Table.Tr>
              )}
            </Table.Tbody>
          </Table>
        </div>
        {more > 0 && <p className={classes.quiet}>{t('batch.after.more', { count: more })}</p>}
        <div className={classes.buttons}>
          {running && (
            <Button variant="default" size="sm" disabled={pending} onClick={() => void ask('job.cancel', { jobId })}>
              {t('batch.after.stop')}
            </Button>
          )}
          {!running && counts.failed > 0 && (
            <Button
              variant="default"
              size="sm"
              onClick={() => void listAll('failed').then(rows => onSelect(rows.map(({ orderId }) => orderId)))}
            >
              {t('batch.after.selectFailed')}
            </Button>
          )}
          <Button
            variant="default"
            size="sm"
            onClick={() =>
              void listAll().then(rows =>
                saveFile('approval-results.csv', resultsAsCsv(rows, reasonOf), 'text/csv;charset=utf-8'),
              )
            }
          >
            {t('batch.after.export')}
          </Button>
          <Button size="sm" data-autofocus onClick={onClose}>
            {t('shell.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
