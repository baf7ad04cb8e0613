/** The line that names an order everywhere: number, state, account, priority, and how far it is. */
import { State } from '../State.tsx';
import { Priority } from '../tasks/Priority.tsx';
import { Bar } from '../ui/Bar.tsx';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { partyText } from './partyWords.ts';
import classes from './OrderTitle.module.css';

export function OrderTitle({ order }: { readonly order: Order }) {
  const { account, number, state, priority, tasks, falloutsOpen } = order;
  const accountName = account ? partyText(account) : t('orders.noAccount');
  return (
    <div className={classes.title}>
      <span className={classes.number}>{number}</span>
      <strong className={classes.account} title={accountName}>
        {accountName}
      </strong>
      <State of="order" state={state} />
      <Priority value={priority} />
      {tasks.total > 0 && (
        <span className={classes.progress}>
          <Bar
            label={t('orders.progress.label')}
            text={t('orders.progress.tasks', tasks)}
            done={tasks.ended}
            total={tasks.total}
          />
        </span>
      )}
      {falloutsOpen > 0 && (
        <a className={classes.fallout} href="#/fallout">
          {t('orders.fallouts.open', { count: falloutsOpen })}
        </a>
      )}
    </div>
  );
}
