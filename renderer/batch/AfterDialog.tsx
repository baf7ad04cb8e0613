/** A batch while it runs and after: how far it is, one result for each item, and what to do about those that failed (features A9, X9). */
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { useNames } from '../people.ts';
import { saveFile } from '../order/saveFile.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Bar } from '../ui/Bar.tsx';
import { refusalWords, type Problem } from '../words/refusalWords.ts';
import { t, type WordValues } from '../words/words.ts';
import { afterWords, type BatchArea } from './batchWords.ts';
import { resultsAsCsv } from './resultsAsCsv.ts';
import { ResultTable } from './ResultTable.tsx';
import { outcomes, useResults, type Outcome, type ResultRow, type Results } from './useResults.ts';
import classes from './Batch.module.css';

type Props = {
  readonly jobId: string;
  /** Whose words it has: those of orders that are approved, or of steps. */
  readonly area: BatchArea;
  /** What the title has to know beside the count. */
  readonly values?: WordValues;
  readonly linkOf: (row: ResultRow) => string;
  /** Why a refused item was refused, where that can be said shorter than the refusal does. */
  readonly shortReason?: (refusal: Problem) => string | undefined;
  /** Under this name the results are saved. */
  readonly fileName: string;
  /** What can be done with those that failed. */
  readonly again: readonly {
    readonly label: (count: number) => string;
    readonly run: (rows: readonly ResultRow[]) => void;
  }[];
  readonly onClose: () => void;
};

export function AfterDialog({ jobId, area, values = {}, linkOf, shortReason, fileName, again, onClose }: Props) {
  const names = useNames();
  const [chosen, setChosen] = useState<Outcome | null>(null);
  const results = useResults(jobId, chosen);
  const title = afterWords(area, 'title', { count: results.total, ...values });

  function reasonOf({ outcome, refusal }: ResultRow): string {
    if (refusal === null) return outcome === 'skipped' ? afterWords(area, 'skippedText') : '';
    const problem = refusal as unknown as Problem;
    const words = refusalWords(problem, names);
    return shortReason?.(problem) ?? `${words.title}. ${words.message}`;
  }

  async function save(): Promise<void> {
    const rows = await results.listAll();
    saveFile(fileName, resultsAsCsv(area, rows, reasonOf), 'text/csv;charset=utf-8');
  }

  return (
    <Dialog title={title} size="xl" onClose={onClose}>
      <div className={classes.body}>
        <Standing area={area} title={title} results={results} />
        <div className={classes.tabs}>
          <SegmentedControl
            aria-label={afterWords(area, 'outcomes')}
            value={chosen ?? 'all'}
            onChange={value => setChosen(outcomes.find(one => one === value) ?? null)}
            data={tabsOf(area, results)}
          />
        </div>
        {results.problem && <ProblemState problem={results.problem} onRetry={results.reload} />}
        <ResultTable area={area} rows={results.rows} linkOf={linkOf} reasonOf={reasonOf} />
        {results.more > 0 && <p className={classes.quiet}>{afterWords(area, 'more', { count: results.more })}</p>}
        <div className={classes.buttons}>
          {results.running && (
            <Button variant="default" size="sm" disabled={results.pending} onClick={results.stop}>
              {afterWords(area, 'stop')}
            </Button>
          )}
          {!results.running &&
            results.counts.failed > 0 &&
            again.map(({ label, run }) => (
              <Button
                key={label(0)}
                variant="default"
                size="sm"
                onClick={() => void results.listAll('failed').then(run)}
              >
                {label(results.counts.failed)}
              </Button>
            ))}
          <Button variant="default" size="sm" onClick={() => void save()}>
            {afterWords(area, 'export')}
          </Button>
          <Button size="sm" data-autofocus onClick={onClose}>
            {t('shell.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

type StandingProps = { readonly area: BatchArea; readonly title: string; readonly results: Results };

/** How far it is, or what came of it in one sentence. */
function Standing({ area, title, results }: StandingProps) {
  const { running, stopped, done, total, counts } = results;
  if (running)
    return <Bar label={title} text={afterWords(area, 'progress', { done, total })} done={done} total={total} />;
  return (
    <>
      <p className={classes.ready} role="status">
        {afterWords(area, 'done', { count: counts.succeeded })}{' '}
        {afterWords(area, 'rest', { count: counts.failed + counts.skipped })}
      </p>
      {stopped && <p>{afterWords(area, 'stopped', { left: total - done })}</p>}
    </>
  );
}

function tabsOf(area: BatchArea, { counts }: Results) {
  const all = counts.succeeded + counts.failed + counts.skipped;
  return [
    { value: 'all', label: afterWords(area, 'all', { count: all }) },
    ...outcomes.map(value => ({ value, label: afterWords(area, value, { count: counts[value] }) })),
  ];
}
