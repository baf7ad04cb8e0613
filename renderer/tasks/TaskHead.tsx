/** The head of a task that never scrolls away: what it is, how it stands, and what can be done. */
import { Anchor } from '@mantine/core';
import type { Action } from '../actions/registry.ts';
import { hashOf } from '../route.ts';
import { State } from '../State.tsx';
import type { Task } from '../../preload/contract/task.ts';
import { ActionButton } from './ActionButton.tsx';
import { Due } from './Due.tsx';
import { Priority } from './Priority.tsx';
import classes from './TaskDetail.module.css';

type ActionName = 'start' | 'complete' | 'raise' | 'claim' | 'assign' | 'release' | 'note' | 'plan';

type Props = { readonly task: Task; readonly actions: { readonly [N in ActionName]: Action } };

export function TaskHead({ task, actions }: Props) {
  const ended = task.state === 'closedComplete' || task.state === 'canceled';
  const next = task.state === 'inProgress' ? 'complete' : task.state === 'open' ? 'start' : null;
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
      </p>
      {!ended && (
        <div className={classes.actions}>
          {next && <ActionButton action={actions[next]} variant="filled" big />}
          <ActionButton action={actions.raise} big />
          <span className={classes.gap} />
          {task.assignee === null ? <ActionButton action={actions.claim} /> : <ActionButton action={actions.release} />}
          <ActionButton action={actions.assign} />
        </div>
      )}
    </header>
  );
}
