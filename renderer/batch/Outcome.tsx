/** A batch while it runs and after: how far it is, or what came of it, with one result for each item (features A9, X9). */
import { Button, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemState } from '../Answer.tsx';
import { saveFile } from '../order/saveFile.ts';
import { useNames } from '../people.ts';
import { Bar } from '../ui/Bar.tsx';
import { refusalWords, type Problem } from '../words/refusalWords.ts';
import type { BatchResults } from './batchResults.ts';
import { afterWords } from './batchWords.ts';
import { resultsAsCsv } from './resultsAsCsv.ts';
import { ResultTable } from './ResultTable.tsx';
import { outcomes, type Outcome as OutcomeName, type ResultRow, type Results } from './useResults.ts';
import classes from './Batch.module.css';

type Props = {
  readonly of: BatchResults;
  readonly title: string;
  readonly results: Results;
  /** Which of the results are shown; null is all. */
  readonly chosen: OutcomeName | null;
  readonly onChoose: (outcome: OutcomeName | null) => void;
  /** Whether the person may stop it. */
  readonly mayStop?: boolean;
  /** Buttons before the one that saves the results, and after it. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
};

export function Outcome({ of, title, results, chosen, onChoose, mayStop = true, before, after }: Props) {
  const { area } = of;
  const names = useNames();

  function reasonOf(row: ResultRow): string {
    const { outcome, refusal } = row;
    if (refusal === null) return outcome === 'skipped' ? afterWords(area, 'skippedText') : '';
    const problem = refusal as unknown as Problem;
    const words = refusalWords(problem, names);
    return of.shortReason(problem, row) ?? `${words.title}. ${words.message}`;
  }

  async function save(): Promise<void> {
    const rows = await results.listAll();
    saveFile(of.fileName, resultsAsCsv(area, rows, reasonOf), 'text/csv;charset=utf-8');
  }

  return (
    <div className={classes.body}>
      <Standing of={of} title={title} results={results} />
      <div className={classes.tabs}>
        <SegmentedControl
          aria-label={afterWords(area, 'outcomes')}
          value={chosen ?? 'all'}
          onChange={value => onChoose(outcomes.find(one => one === value) ?? null)}
          data={tabsOf(of, results)}
        />
      </div>
      {results.problem && <ProblemState problem={results.problem} onRetry={results.reload} />}
      <ResultTable area={area} rows={results.rows} linkOf={of.linkOf} reasonOf={reasonOf} />
      {results.more > 0 && <p className={classes.quiet}>{afterWords(area, 'more', { count: results.more })}</p>}
      <div className={classes.buttons}>
        {results.running && mayStop && (
          <Button variant="default" size="sm" disabled={results.pending} onClick={results.stop}>
            {afterWords(area, 'stop')}
          </Button>
        )}
        {before}
        <Button variant="default" size="sm" onClick={() => void save()}>
          {afterWords(area, 'export')}
        </Button>
        {after}
      </div>
    </div>
  );
}

type StandingProps = { readonly of: BatchResults; readonly title: string; readonly results: Results };

/** How far it is, or what came of it in one sentence. */
function Standing({ of: { area, values }, title, results }: StandingProps) {
  const { running, stopped, done, total, counts } = results;
  if (running)
    return <Bar label={title} text={afterWords(area, 'progress', { done, total })} done={done} total={total} />;
  return (
    <>
      <p className={classes.ready} role="status">
        {afterWords(area, 'done', { count: counts.succeeded, ...values })}{' '}
        {afterWords(area, 'rest', { count: counts.failed + counts.skipped })}
      </p>
      {stopped && <p>{afterWords(area, 'stopped', { left: total - done })}</p>}
    </>
  );
}

function tabsOf({ area }: BatchResults, { counts }: Results) {
  const all = counts.succeeded + counts.failed + counts.skipped;
  return [
    { value: 'all', label: afterWords(area, 'all', { count: all }) },
    ...outcomes.map(value => ({ value, label: afterWords(area, value, { count: counts[value] }) })),
  ];
}
