/** What is marked in the plan and what can be done with it; gone while nothing is marked. */
import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { batchLimit } from '../../../preload/contract/batch.ts';
import type { Action } from '../../actions/registry.ts';
import { ActionButton } from '../../tasks/ActionButton.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { t } from '../../words/words.ts';
import type { StepMarking } from './useStepMarks.ts';
import classes from './StepsBar.module.css';

/** All steps of the plan, or all that match the search; null when those were not counted. */
export type Among = { readonly total: number | null; readonly searched: boolean };

type Props = {
  readonly marking: StepMarking;
  readonly actions: readonly Action[];
  readonly among: Among;
  /** Shows the results of the last batch; undefined where there was none. */
  readonly onLast: (() => void) | undefined;
  /** Leads back into the plan. */
  readonly onLeave: () => void;
};

export function StepsBar({ marking, actions, among, onLast, onLeave }: Props) {
  const count = marking.marks.size;
  if (!marking.isOn) return null;

  function clear(): void {
    onLeave();
    marking.onClear();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    clear();
  }

  return (
    <section className={classes.bar} aria-label={t('steps.bar.label')} onKeyDown={onKeyDown}>
      <span className={classes.count} role="status">
        {t('steps.bar.count', { count })}
      </span>
      {count > 0 && actions.map(action => <ActionButton key={action.id} action={action} />)}
      {(among.total === null || count < among.total) && (
        <Button size="compact-sm" variant="subtle" aria-keyshortcuts="Control+A" onClick={marking.onAll}>
          {allWords(among)}
        </Button>
      )}
      <span className={classes.end}>
        {marking.cutOf !== null && (
          <span className={classes.quiet}>{t('steps.bar.most', { count: batchLimit, total: marking.cutOf })}</span>
        )}
        {onLast && (
          <Button size="compact-sm" variant="subtle" onClick={onLast}>
            {t('steps.bar.last')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-keyshortcuts="Escape"
          rightSection={<KeyHint keys="Esc" />}
          onClick={clear}
        >
          {t('steps.bar.clear')}
        </Button>
      </span>
    </section>
  );
}

function allWords({ total, searched }: Among): string {
  if (total === null) return t('steps.bar.allFound');
  return t(searched ? 'steps.bar.allMatching' : 'steps.bar.all', { count: total });
}
