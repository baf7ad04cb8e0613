/** The head of a task that never scrolls away: what it is, how it stands, and what can be done. */
import { Anchor } from '@mantine/core';
import type { Action } from '../actions/registry.ts';
import { hashOf } from '../route.ts';
import type { Names } from '../names.ts';
import { State } from '../State.tsx';
import type { Task } from '../../preload/contract/task.ts';
import { t } from '../words/words.ts';
import { ActionButton } from './ActionButton.tsx';
import { Due } from './Due.tsx';
import { EscalatedMark, escalatedTo, EscalationLine } from './Escalated.tsx';
import { Priority } from './Priority.tsx';
import classes from './TaskDetail.module.css';

type ActionName =
  | 'start'
  | 'complete'
  | 'raise'
  | 'claim'
  | 'assign'
  | 'release'
  | 'pause'
  | 'resume'
  | 'escalate'
  | 'withdrawEscalation'
  | 'skip';

type Props = {
  readonly task: Task;
  readonly actions: { readonly [N in ActionName]: Action };
  readonly names: Names;
};

export function TaskHead({ task, actions, names }: Props) {
  const ended = task.state === 'closedComplete' || task.state === 'canceled';
  const next = nextFor(task);
  return (
    <header className={classes.head}>
      <p className={classes.above}>
        <span className={classes.number}>{task.number}</span>
        <Anchor
          href={hashOf({ screen: 'order', orderId: task.orderId, tab: 'overview' })}
          className={classes.number ?? ''}
          inherit
        >
          {task.orderNumber}
        </Anchor>
        {task.account && <span className={classes.account}>{task.account}</span>}
      </p>
      <h3 className={classes.title}>{task.title}</h3>
      <p className={classes.standing}>
        <State of="task" state={task.state} />
        <Priority value={task.priority} />
        <Due at={task.dueAt} ended={ended} />
        {task.escalation && <EscalatedMark to={escalatedTo(task.escalation.to, names)} />}
      </p>
      {task.escalation && (
        <div className={classes.said}>
          <EscalationLine escalation={task.escalation} names={names} withdraw={actions.withdrawEscalation} />
        </div>
      )}
      {task.pausedFor !== null && (
        <p className={classes.paused}>
          <strong>{t('tasks.paused.by', { name: names.person(task.pausedBy) || t('tasks.paused.somebody') })}</strong>{' '}
          {task.pausedFor}
        </p>
      )}
      {!ended && (
        <div className={classes.actions}>
          {next && <ActionButton action={actions[next]} variant="filled" big />}
          <ActionButton action={actions.raise} big />
          <span className={classes.hands}>
            {task.pausedFor === null && <ActionButton action={actions.pause} />}
            {task.assignee === null ? (
              <ActionButton action={actions.claim} />
            ) : (
              <ActionButton action={actions.release} />
            )}
            <ActionButton action={actions.assign} />
            <ActionButton action={actions.escalate} />
            <ActionButton action={actions.skip} />
          </span>
        </div>
      )}
    </header>
  );
}

/** What most likely comes next; a task that somebody paused is first to be taken up again. */
function nextFor({ state, pausedFor }: Task): ActionName | null {
  if (pausedFor !== null) return 'resume';
  if (state === 'inProgress') return 'complete';
  return state === 'open' ? 'start' : null;
}
