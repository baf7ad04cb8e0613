/** A list with the queues above it, in whichever state it is: not yet there, refused, or here. */
import { useState, type ReactNode } from 'react';
import { ProblemState } from '../Answer.tsx';
import type { PagesState } from '../calls.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { t } from '../words/words.ts';
import { QueueChoice, type Queue } from './QueueChoice.tsx';

type Props<Value extends string, Row> = {
  readonly title: string;
  readonly label: string;
  readonly queue: Value;
  readonly queues: readonly Queue<Value>[];
  readonly onQueue: (queue: Value) => void;
  readonly pages: PagesState<Row>;
  /** `autoFocus` is true until another queue was chosen: the focus stays with the choice then. */
  readonly children: (autoFocus: boolean) => ReactNode;
};

export function QueuePane<Value extends string, Row>(props: Props<Value, Row>) {
  const { title, label, queue, queues, onQueue, pages, children } = props;
  const [entering, setEntering] = useState(true);

  function choose(next: Value): void {
    setEntering(false);
    onQueue(next);
  }

  return (
    <Pane title={title} fixed aside={<QueueChoice label={label} value={queue} onChange={choose} queues={queues} />}>
      {pages.problem && pages.rows.length === 0 ? (
        <ProblemState problem={pages.problem} onRetry={pages.reload} />
      ) : pages.loading ? (
        <LoadingRows label={t('shell.loading')} rows={12} />
      ) : (
        children(entering)
      )}
    </Pane>
  );
}

/** Beside a list from which nothing is open: an empty list has the room to itself. */
export function placeholderFor(
  { rows, loading }: Pick<PagesState<unknown>, 'rows' | 'loading'>,
  words: string,
): ReactNode {
  if (rows.length > 0) return <EmptyState title={words} />;
  return loading ? '' : null;
}
