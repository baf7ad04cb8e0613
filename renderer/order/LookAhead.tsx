/** Beside the decision: what approval would create and when it would be done, worked out now and not kept. */
import { Anchor } from '@mantine/core';
import type { Order } from '../../preload/contract/order.ts';
import { useCall } from '../calls.ts';
import { hashOf } from '../route.ts';
import { Time } from '../ui/Time.tsx';
import { t } from '../words/words.ts';
import classes from './Order.module.css';

/** Nothing is said while approval is impossible: the failed check above says why. */
export function LookAhead({ order }: { readonly order: Order }) {
  const ahead = useCall('plan.tree', { orderId: order.id, root: 'order', after: null, limit: 1, asApproved: true });
  const plan = ahead.value?.nodes[0];
  if (!plan || ahead.problem) return null;
  return (
    <p className={classes.ahead}>
      {t('orders.ahead.creates', { domainOrders: plan.domainOrders.total, tasks: plan.tasks.total })}{' '}
      {plan.plannedEnd !== null && (
        <>
          {t('orders.ahead.ends')} <Time at={plan.plannedEnd} as="exact" />.{' '}
        </>
      )}
      <Anchor size="sm" underline="always" href={hashOf({ screen: 'order', orderId: order.id, tab: 'specifications' })}>
        {t('orders.ahead.why')}
      </Anchor>
    </p>
  );
}
