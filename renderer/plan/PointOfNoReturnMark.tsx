/** Says that a branch has a point of no return, ahead of it or already passed: an open or a closed barrier, and words. */
import type { PlanNode } from '../../preload/contract/plan.ts';
import { t } from '../words/words.ts';
import classes from './Marks.module.css';

type Props = { readonly point: PlanNode['pointOfNoReturn']; readonly labelled?: boolean };

export function PointOfNoReturnMark({ point, labelled = false }: Props) {
  if (point === 'none') return null;
  const label = t(`plan.mark.${point}`);
  return (
    <span className={classes.mark} data-point={point} title={label}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <g fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
          {point === 'ahead' ? (
            <path d="M2 8h6.5M6 5l3 3-3 3M13 2.5v2M13 7v2M13 11.5v2" />
          ) : (
            <path d="M3.2 2.5v11M7 8h6.5M11 5l3 3-3 3" />
          )}
        </g>
      </svg>
      <span className={labelled ? undefined : classes.hidden}>{label}</span>
    </span>
  );
}
