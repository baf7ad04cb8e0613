/** What is marked in the queue and what can be done with it; gone while nothing is marked. */
import { Button } from '@mantine/core';
import { batchLimit } from '../../preload/contract/batch.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t } from '../words/words.ts';
import type { Frozen, Selection } from './selection.ts';
import classes from './Batch.module.css';

type Props = {
  readonly selection: Selection;
  /** All orders of the queue, loaded or not; null when those that match were not counted. */
  readonly total: number | null;
  readonly filter: string;
  readonly onApprove: () => void;
  readonly onAll: () => void;
};

export function SelectionBar({ selection, total, filter, onApprove, onAll }: Props) {
  const count = selection.items.length;
  if (count === 0) return null;
  return (
    <section className={classes.bar} aria-label={t('batch.bar.label')}>
      <span className={classes.count} role="status">
        {t('batch.bar.count', { count })}
      </span>
      <Button
        size="compact-sm"
        aria-keyshortcuts="Shift+A"
        rightSection={<KeyHint keys="Shift+A" />}
        onClick={onApprove}
      >
        {t('batch.bar.approve', { count })}
      </Button>
      {selection.frozen === null && (total === null || count < total) && (
        <Button size="compact-sm" variant="default" onClick={onAll}>
          {allWords(total, filter)}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        aria-keyshortcuts="Escape"
        rightSection={<KeyHint keys="Esc" />}
        onClick={selection.clear}
      >
        {t('batch.bar.clear')}
      </Button>
      {selection.frozen && <span className={classes.quiet}>{frozenWords(selection.frozen, count)}</span>}
    </section>
  );
}

function allWords(total: number | null, text: string): string {
  if (total === null) return t('batch.bar.allFound', { text });
  return text ? t('batch.bar.allMatching', { count: total, text }) : t('batch.bar.all', { count: total });
}

/** Nothing is left out in silence. */
function frozenWords({ of, total }: Frozen, count: number): string {
  if (of === 'failed' && total > count) return t('batch.bar.failed', { count, total });
  if (of === 'match' && total > batchLimit) return t('batch.bar.cut', { count: batchLimit, total });
  if (of === 'queue' && total > batchLimit) return t('batch.bar.cutQueue', { count: batchLimit, total });
  return t('batch.bar.frozen');
}
