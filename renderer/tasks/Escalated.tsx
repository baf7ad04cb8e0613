/** That a task was brought before somebody: a double arrow and a word; in full with whom, by whom, when and why, and how it is withdrawn. */
import type { Task } from '../../preload/contract/task.ts';
import type { Action } from '../actions/registry.ts';
import type { Names } from '../names.ts';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { ActionButton } from './ActionButton.tsx';
import classes from './Escalated.module.css';

type Escalation = NonNullable<Task['escalation']>;

/** A person or a team. */
export const escalatedTo = ({ kind, id }: Escalation['to'], names: Names): string =>
  kind === 'person' ? names.person(id) : names.team(id);

/** `to` is the name of who it was brought before. */
export function EscalatedMark({ to }: { readonly to: string }) {
  return (
    <span className={classes.mark} title={t('tasks.escalated.to', { to })}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d="M2 6.5 6 2.5l4 4M2 10.5l4-4 4 4" fill="none" stroke="currentColor" strokeWidth="1.75" />
      </svg>
      {t('tasks.escalated.mark')}
    </span>
  );
}

type Props = {
  readonly escalation: Escalation;
  readonly names: Names;
  /** Undefined where nothing can be changed. */
  readonly withdraw: Action | undefined;
};

export function EscalationLine({ escalation, names, withdraw }: Props) {
  const { to, by, at, reason } = escalation;
  return (
    <div className={classes.line}>
      <p className={classes.text}>
        <strong>
          {t('tasks.escalated.by', { to: escalatedTo(to, names), name: names.person(by), time: timeOf(at) })}
        </strong>{' '}
        {reason}
      </p>
      {withdraw && <ActionButton action={withdraw} />}
    </div>
  );
}
