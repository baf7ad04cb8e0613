/** The parts of other orders that a task waits for: where they are, and letting it go on without one (features O6). */
import { Anchor, Button } from '@mantine/core';
import type { Task } from '../../preload/contract/task.ts';
import type { Action } from '../actions/registry.ts';
import { hashOf, type Route } from '../route.ts';
import { t } from '../words/words.ts';
import { ActionButton } from './ActionButton.tsx';
import classes from './TaskDetail.module.css';

export type OtherPart = Task['outside'][number];

type Props = {
  readonly parts: Task['outside'];
  readonly waitFor: Action;
  /** True, or why the person may not let it go on. */
  readonly mayLetGo: true | string;
  readonly onLetGo: (part: OtherPart) => void;
};

/** Not there for who has nothing to see or do here. */
export function OtherOrders({ parts, waitFor, mayLetGo, onLetGo }: Props) {
  const mayWait = waitFor.isEnabled?.() ?? true;
  if (parts.length === 0 && mayWait !== true) return null;
  return (
    <section className={classes.block} aria-label={t('tasks.outside.title')}>
      <h3 className={classes.heading}>{t('tasks.outside.title')}</h3>
      <ul className={classes.list}>
        {parts.map(part => (
          <li key={`${part.orderId}/${part.node}`} className={classes.other}>
            <Anchor size="sm" underline="always" href={hashOf(placeOf(part))}>
              {nameOf(part)}
            </Anchor>
            {mayLetGo === true && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('tasks.outside.letGoOf', { part: nameOf(part) })}
                onClick={() => onLetGo(part)}
              >
                {t('tasks.outside.letGo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayWait === true && <ActionButton action={waitFor} />}
    </section>
  );
}

export const nameOf = ({ title, orderNumber }: OtherPart): string =>
  t('tasks.outside.part', { title, number: orderNumber });

function placeOf({ orderId, node }: OtherPart): Route {
  return node.startsWith('T')
    ? { screen: 'tasks', orderId, task: Number(node.slice(1)) }
    : { screen: 'order', orderId, tab: 'plan' };
}
