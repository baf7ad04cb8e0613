/** The box with which a row of the plan is marked, in a cell of its own: a step, or all that is below a part. */
import type { PlanNode } from '../../../preload/contract/plan.ts';
import { t } from '../../words/words.ts';
import type { MarkState } from './stepMarks.ts';
import classes from './MarkBox.module.css';

type Props = {
  readonly node: PlanNode;
  readonly mark: MarkState;
  readonly onMark: (key: string) => void;
};

export function MarkBox({ node, mark, onMark }: Props) {
  const { key, title, kind, tasks } = node;
  const isEmpty = kind !== 'task' && tasks.total === 0;
  return (
    <span role="gridcell" className={classes.cell} onClick={event => event.stopPropagation()}>
      {!isEmpty && (
        <input
          type="checkbox"
          className={classes.box}
          tabIndex={-1}
          aria-label={t(kind === 'task' ? 'steps.mark.one' : 'steps.mark.below', { title })}
          checked={mark === 'all'}
          ref={box => {
            if (box) box.indeterminate = mark === 'some';
          }}
          onChange={() => onMark(key)}
        />
      )}
    </span>
  );
}

export function MarkHead() {
  return (
    <span role="columnheader" className={classes.cell}>
      <span className={classes.hidden}>{t('steps.mark.column')}</span>
    </span>
  );
}
