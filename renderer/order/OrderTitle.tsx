/** What names an order everywhere: number, state, account, priority, how far it is, and how it stands against what was promised. */
import { State } from '../State.tsx';
import { Bar } from '../ui/Bar.tsx';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { OrderOutlook } from './OrderOutlook.tsx';
import { partyText } from './partyWords.ts';
import { PriorityExplained } from './PriorityExplained.tsx';
import classes from './OrderTitle.module.css';

export function OrderTitle({ order }: { readonly order: Order }) {
  const { account, number, state, priority, tasks, falloutsOpen } = order;
  const accountName = account ? partyText(account) : t('orders.noAccount');
  return (
    <div className={classes.head}>
      <div className={classes.title}>
        <span className={classes.number}>{number}</span>
        <strong className={classes.account} title={accountName} dir="auto">
          {accountName}
        </strong>
        <State of="order" state={state} />
        <PriorityExplained priority={priority} priorityScore={order.priorityScore} />
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
      <OrderOutlook order={order} />
    </div>
  );
}
