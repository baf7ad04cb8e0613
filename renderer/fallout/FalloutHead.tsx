/** The head of a fallout that never scrolls away: what it is, how urgent, and what can be done. */
import { Anchor } from '@mantine/core';
import type { Action } from '../actions/registry.ts';
import { hashOf } from '../route.ts';
import { State } from '../State.tsx';
import { ActionButton } from '../tasks/ActionButton.tsx';
import { Due } from '../tasks/Due.tsx';
import { Priority } from '../tasks/Priority.tsx';
import type { Fallout } from '../../preload/contract/task.ts';
import { word } from '../words/words.ts';
import { hasEnded } from './falloutRules.ts';
import classes from '../tasks/TaskDetail.module.css';

type ActionName = 'resolve' | 'reassign' | 'take';

type Props = { readonly fallout: Fallout; readonly actions: { readonly [N in ActionName]: Action } };

export function FalloutHead({ fallout, actions }: Props) {
  const ended = hasEnded(fallout.state);
  return (
    <header className={classes.head}>
      <p className={classes.above}>
        <span className={classes.number}>{fallout.number}</span>
        <Anchor
          href={hashOf({ screen: 'order', orderId: fallout.orderId, tab: 'overview' })}
          className={classes.number ?? ''}
          inherit
        >
          {fallout.orderNumber}
        </Anchor>
        {fallout.account && <span className={classes.account}>{fallout.account}</span>}
      </p>
      <h3 className={classes.title}>{word('codes.falloutType', fallout.type)}</h3>
      <p className={classes.standing}>
        <State of="fallout" state={fallout.state} />
        <Priority value={fallout.priority} />
        {fallout.dueAt !== null && <Due at={fallout.dueAt} ended={ended} />}
      </p>
      {!ended && (
        <div className={classes.actions}>
          <ActionButton action={actions.resolve} variant="filled" big />
          <ActionButton action={actions.reassign} big />
          <ActionButton action={actions.take} big />
        </div>
      )}
    </header>
  );
}
