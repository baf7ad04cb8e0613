/** Everything one reads before deciding on an order: facts, checks, notes, lines. */
import { memo } from 'react';
import { useAllowed } from '../people.ts';
import type { Order } from '../../preload/contract/order.ts';
import { CheckList } from './CheckList.tsx';
import { fieldsId } from './fieldFocus.ts';
import { LookAhead } from './LookAhead.tsx';
import { LineList } from './LineList.tsx';
import { OrderFacts } from './OrderFacts.tsx';
import { OrderNotes } from './OrderNotes.tsx';
import classes from './Order.module.css';

/** Until somebody has decided, whoever may correct it puts it right where it stands (domain.md A.10). */
const CORRECTABLE: readonly Order['state'][] = ['new', 'draft'];
const BEFORE_APPROVAL: readonly Order['state'][] = ['new', 'draft', 'rejected', 'submitted'];

/** Drawn anew only when the order is another: whether it may be decided on at this moment changes with every step through a queue. */
export const OrderOverview = memo(function OrderOverview({ order }: { readonly order: Order }) {
  const isAllowed = useAllowed();
  const editable = CORRECTABLE.includes(order.state) && isAllowed('order.correct');
  return (
    <div id={fieldsId(order.id)} className={classes.overview}>
      {BEFORE_APPROVAL.includes(order.state) && <CheckList order={order} />}
      {order.state === 'new' && <LookAhead order={order} />}
      <OrderFacts key={order.id} order={order} editable={editable} />
      <OrderNotes key={`${order.id}-notes`} order={order} />
      <LineList key={`${order.id}-lines`} order={order} editable={editable} />
    </div>
  );
});
