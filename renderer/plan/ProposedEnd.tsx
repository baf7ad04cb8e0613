/** The end that somebody proposed for a task, with who, when and why, and how it is withdrawn (features O16). */
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { Action } from '../actions/registry.ts';
import type { Names } from '../names.ts';
import { ActionButton } from '../tasks/ActionButton.tsx';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import classes from './ProposedEnd.module.css';

type Proposed = NonNullable<PlanNode['proposedEnd']>;

type Props = {
  readonly proposed: Proposed;
  readonly names: Names;
  /** Undefined where nothing can be changed. */
  readonly withdraw: Action | undefined;
};

/** `Proposed by Kai Lund on 23 Nov 2026, 05:20: the supplier delivers then` */
export const proposedWords = ({ by, at, reason }: Proposed, names: Names): string =>
  t('plan.proposed.by', { name: names.person(by), time: timeOf(at), reason });

export function ProposedEnd({ proposed, names, withdraw }: Props) {
  return (
    <div className={classes.proposed}>
      <p className={classes.text}>
        <strong>{timeOf(proposed.end)}</strong> {proposedWords(proposed, names)}
      </p>
      {withdraw && <ActionButton action={withdraw} />}
    </div>
  );
}
