/** The parts of other orders that a task waits for: where they are, and letting it go on without one (features O6). */
import type { OutsidePart } from '../../preload/contract/plan.ts';
import type { Task } from '../../preload/contract/task.ts';
import type { Action } from '../actions/registry.ts';
import type { Names } from '../names.ts';
import { isWhoSaidIn, OutsidePartRow } from '../plan/OutsidePartRow.tsx';
import type { Route } from '../route.ts';
import { t } from '../words/words.ts';
import { ActionButton } from './ActionButton.tsx';
import classes from './TaskDetail.module.css';

type Props = {
  readonly task: Pick<Task, 'outside' | 'waiting'>;
  readonly names: Names;
  readonly waitFor: Action;
  /** True, or why the person may not let it go on. */
  readonly mayLetGo: true | string;
  readonly onLetGo: (part: OutsidePart) => void;
};

/** Not there for who has nothing to see or do here. */
export function OtherOrders({ task: { outside: parts, waiting }, names, waitFor, mayLetGo, onLetGo }: Props) {
  const mayWait = waitFor.isEnabled?.() ?? true;
  if (parts.length === 0 && mayWait !== true) return null;
  return (
    <section className={classes.block} aria-label={t('tasks.outside.title')}>
      <h3 className={classes.heading}>{t('tasks.outside.title')}</h3>
      <ul className={classes.others}>
        {parts.map(part => (
          <OutsidePartRow
            key={`${part.orderId}/${part.node}`}
            part={part}
            names={names}
            placeOf={orderId => placeOf(orderId, part.node)}
            isWhoSaid={isWhoSaidIn(waiting, parts)}
            onLetGo={mayLetGo === true ? () => onLetGo(part) : undefined}
          />
        ))}
      </ul>
      {mayWait === true && <ActionButton action={waitFor} />}
    </section>
  );
}

function placeOf(orderId: string, node: string): Route {
  return node.startsWith('T')
    ? { screen: 'tasks', orderId, task: Number(node.slice(1)) }
    : { screen: 'order', orderId, tab: 'plan' };
}
