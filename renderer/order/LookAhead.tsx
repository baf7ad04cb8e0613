/** Beside the decision: what approval would create, when it would be done and by which path, worked out now and not kept. */
import { Anchor } from '@mantine/core';
import type { Order } from '../../preload/contract/order.ts';
import type { Outlook } from '../../preload/contract/plan.ts';
import { useCall } from '../calls.ts';
import { hashOf } from '../route.ts';
import { ExpectedTime } from '../plan/ExpectedTime.tsx';
import { t } from '../words/words.ts';
import { FieldLink } from './FieldLink.tsx';
import classes from './Order.module.css';

const DAY_MS = 24 * 60 * 60_000;
/** Of the longest path so many parts are named. */
const NAMED = 4;

/** Nothing is said while approval is impossible: the failed check above says why. */
export function LookAhead({ order }: { readonly order: Order }) {
  const about = { orderId: order.id, asApproved: true };
  const ahead = useCall('plan.tree', { ...about, root: 'order', after: null, limit: 1 });
  const outlook = useCall('plan.outlook', about).value;
  const skipped = useCall('plan.why', { ...about, part: 'order', limit: 1 }).value?.skipped.total ?? 0;
  const plan = ahead.value?.nodes[0];
  if (!plan || ahead.problem) return null;
  const end = outlook?.estimatedEnd ?? plan.plannedEnd;
  return (
    <div className={classes.ahead}>
      <p>
        {t('orders.ahead.creates', { domainOrders: plan.domainOrders.total, tasks: plan.tasks.total })}{' '}
        {skipped > 0 && (
          <>
            <Anchor
              size="sm"
              underline="always"
              href={hashOf({ screen: 'order', orderId: order.id, tab: 'specifications', at: 'skipped' })}
            >
              {t('orders.ahead.skips', { count: skipped })}
            </Anchor>
            .{' '}
          </>
        )}
        {end !== null && (
          <>
            {t('orders.ahead.ends')} <ExpectedTime at={end} atEarliest={outlook?.atEarliest === true} />.{' '}
            <Lateness order={order} end={end} />
          </>
        )}
        <Anchor
          size="sm"
          underline="always"
          href={hashOf({ screen: 'order', orderId: order.id, tab: 'specifications' })}
        >
          {t('orders.ahead.why')}
        </Anchor>
      </p>
      {outlook && outlook.criticalPath.length > 0 && <LongestPath path={outlook.criticalPath} />}
    </div>
  );
}

/** Said only when it would be late. */
export function lateWords({ requestedCompletion }: Pick<Order, 'requestedCompletion'>, end: string): string | null {
  const late = requestedCompletion === null ? 0 : Date.parse(end) - Date.parse(requestedCompletion);
  return late <= 0 ? null : t('orders.ahead.late', { count: Math.max(1, Math.round(late / DAY_MS)) });
}

function Lateness({ order, end }: { readonly order: Order; readonly end: string }) {
  const words = lateWords(order, end);
  if (words === null) return null;
  return (
    <strong className={classes.warn}>
      <FieldLink orderId={order.id} field="requestedCompletion">
        {words}
      </FieldLink>{' '}
    </strong>
  );
}

function LongestPath({ path }: { readonly path: Outlook['criticalPath'] }) {
  const named = path.slice(0, NAMED).map(({ title }) => title);
  return (
    <p className={classes.quiet}>
      {t('orders.ahead.path', { titles: named.join(' → '), more: path.length - named.length })}
    </p>
  );
}
