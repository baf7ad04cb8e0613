/** A priority, and behind it how it came about: every table's rank with its weight, and their weighted mean (features T6). */
import { Popover, UnstyledButton } from '@mantine/core';
import type { Order } from '../../preload/contract/order.ts';
import { Priority } from '../tasks/Priority.tsx';
import { t, word } from '../words/words.ts';
import classes from './PriorityExplained.module.css';

type Props = Pick<Order, 'priority' | 'priorityScore'> & {
  /** Who escalated it, and the priority it has without that. */
  readonly raised?: { readonly by: string; readonly from: Order['priority'] } | null;
};

/** A captured priority has nothing behind it, unless somebody escalated it. */
export function PriorityExplained({ raised, ...computed }: Props) {
  if (!raised) return <Computed {...computed} />;
  return (
    <>
      <Priority value={computed.priority} />
      <div className={classes.raised}>
        {t('orders.priority.raised', { name: raised.by })}{' '}
        <Computed priority={raised.from} priorityScore={computed.priorityScore} />
      </div>
    </>
  );
}

function Computed({ priority, priorityScore }: Pick<Order, 'priority' | 'priorityScore'>) {
  if (priorityScore === null) return <Priority value={priority} />;
  const { score, parts } = priorityScore;
  const sum = parts.reduce((total, { rank, weight }) => total + rank * weight, 0);
  const weights = parts.reduce((total, { weight }) => total + weight, 0);
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus width={360}>
      <Popover.Target>
        <UnstyledButton
          className={classes.target ?? ''}
          aria-label={t('orders.priority.explain', { name: word('states.priority', priority) })}
        >
          <Priority value={priority} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('orders.priority.title')} tabIndex={-1} data-autofocus>
        <h4 className={classes.title}>{t('orders.priority.title')}</h4>
        <table className={classes.table}>
          <thead>
            <tr>
              {(['table', 'key', 'rank', 'weight', 'product'] as const).map(column => (
                <th key={column} scope="col">
                  {t(`orders.priority.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map(({ table, key, rank, weight }) => (
              <tr key={table}>
                <th scope="row">{t(`orders.priority.table.${table}`)}</th>
                <td>{key}</td>
                <td>{rank}</td>
                <td>{weight}</td>
                <td>{rank * weight}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.sum}>
          {t('orders.priority.sum', { sum, weights, score, name: word('states.priority', priorityScore.priority) })}
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
