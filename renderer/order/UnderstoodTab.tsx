/** How the order's document was read where it is written differently from TMF641. */
import { UnderstoodList } from '../intake/UnderstoodList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import classes from './Order.module.css';

export function UnderstoodTab({ understood }: Pick<Order, 'understood'>) {
  if (understood.length === 0) {
    return <EmptyState title={t('orders.understood.none')} text={t('orders.understood.noneText')} />;
  }
  return (
    <div className={classes.overview}>
      <p className={classes.quiet}>{t('orders.understood.text')}</p>
      <UnderstoodList understood={understood} label={t('orders.understood.title')} />
    </div>
  );
}
