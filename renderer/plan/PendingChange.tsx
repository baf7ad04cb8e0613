/** What the change that waits for a decision would do to a part; nothing where none waits. */
import type { PlanNode } from '../../preload/contract/plan.ts';
import { CompensationChip } from '../revision/CompensationChip.tsx';
import { t } from '../words/words.ts';
import classes from './Marks.module.css';

type Props = {
  readonly action: PlanNode['compensation'];
  /** Only the shape, where there is little room and most parts have it. */
  readonly bare?: boolean;
};

export function PendingChange({ action, bare = false }: Props) {
  if (action === null) return null;
  return (
    <span className={classes.pending} title={t('plan.compensation.title', { word: t(`revision.action.${action}`) })}>
      <CompensationChip action={action} bare={bare} />
    </span>
  );
}
