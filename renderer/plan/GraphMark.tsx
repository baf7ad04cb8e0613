/** Says on a box of the graph that it is marked: a check in its corner, or a dash where only a part of what is below is. */
import { t } from '../words/words.ts';
import type { MarkState } from './steps/stepMarks.ts';
import classes from './PlanGraph.module.css';

export function GraphMark({ mark }: { readonly mark: MarkState }) {
  if (mark === 'none') return null;
  return (
    <span className={classes.mark}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={mark === 'all' ? 'M2.5 6.5 5 9l4.5-6' : 'M3 6h6'} fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span className={classes.hidden}>{t(mark === 'all' ? 'steps.mark.marked' : 'steps.mark.partly')}</span>
    </span>
  );
}
