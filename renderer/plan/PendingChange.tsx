/** What the change that waits for a decision would do to a part; nothing where none waits. */
import type { PlanNode } from '../../preload/contract/plan.ts';
import { CompensationChip } from '../revision/CompensationChip.tsx';
import { t } from '../words/words.ts';
import classes from './Marks.module.css';

export function PendingChange({ action }: { readonly action: PlanNode['compensation'] }) {
  if (action === null) return null;
  return (
    <span className={classes.pending} title={t('plan.compensation.title', { word: t(`revision.action.${action}`) })}>
      <CompensationChip action={action} />
    </span>
  );
}
