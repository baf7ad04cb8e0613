/** What is marked in the queue and what can be done with it; gone while nothing is marked. */
import { Button } from '@mantine/core';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t } from '../words/words.ts';
import type { Selection } from './selection.ts';
import classes from './Batch.module.css';

type Props = {
  readonly selection: Selection;
  /** All orders of the queue, loaded or not. */
  readonly total: number;
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
      {count < total && (
        <Button size="compact-sm" variant="default" onClick={onAll}>
          {filter ? t('batch.bar.allMatching', { count: total, text: filter }) : t('batch.bar.all', { count: total })}
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
      {selection.frozen && <span className={classes.quiet}>{t('batch.bar.frozen')}</span>}
    </section>
  );
}
