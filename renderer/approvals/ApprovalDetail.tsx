/** The order beside the queue: what is asked for, what the checks say, and the decision. */
import { Suspense } from 'react';
import { useActions } from '../actions/registry.ts';
import { useHold } from '../actions/typeAhead.ts';
import { ProblemState } from '../Answer.tsx';
import { useCall } from '../calls.ts';
import { lazyPart } from '../lazyPart.ts';
import { DecisionBar } from '../order/DecisionBar.tsx';
import { goToField, NOTE_FIELD } from '../order/fieldFocus.ts';
import { OrderOverview } from '../order/OrderOverview.tsx';
import { OrderTitle } from '../order/OrderTitle.tsx';
import { isPending } from '../revision/pending.ts';
import { hashOf, navigate } from '../route.ts';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { t } from '../words/words.ts';
import type { Decision } from '../order/useDecisions.ts';
import classes from './Approvals.module.css';

const PendingChange = lazyPart(async () => (await import('../revision/PendingChange.tsx')).PendingChange);

type Props = {
  readonly orderId: string;
  /** False while the focus in the list has already moved on. */
  readonly settled: boolean;
  readonly onDecided: (decision: Decision, orderId: string) => void;
};

export function ApprovalDetail({ orderId, settled, onDecided }: Props) {
  const order = useCall('order.get', { orderId }, { keepPrevious: true });
  useActions('approvals', [
    {
      id: 'openOrder',
      label: 'approvals.action.openOrder',
      keys: 'o',
      run: () => navigate({ screen: 'order', orderId, tab: 'overview' }),
    },
    { id: 'orderNote', label: 'orders.action.note', keys: 'n', run: () => goToField(orderId, NOTE_FIELD) },
  ]);
  const isSettled = settled && !order.loading && !order.previous;
  useHold(isSettled || order.problem ? null : 'move');
  if (order.problem) return <ProblemState problem={order.problem} onRetry={order.reload} />;
  if (!order.value) return <LoadingRows label={t('shell.loading')} />;
  const { value } = order;
  const open = (
    <a className={classes.open} href={hashOf({ screen: 'order', orderId: value.id, tab: 'overview' })}>
      {t('approvals.openOrder')}
    </a>
  );
  return (
    <Pane
      title={value.number}
      titleHidden
      top={
        <>
          <div className={classes.title}>
            <OrderTitle order={value} />
          </div>
          {!isPending(value) && (
            <DecisionBar order={value} scope="approvals" settled={isSettled} onDecided={onDecided} aside={open} />
          )}
        </>
      }
    >
      {isPending(value) && (
        <Suspense fallback={<LoadingRows label={t('shell.loading')} />}>
          <PendingChange
            order={value}
            scope="approvals"
            settled={isSettled}
            onDecided={() => onDecided('approved', value.id)}
            aside={open}
          />
        </Suspense>
      )}
      <OrderOverview order={value} />
    </Pane>
  );
}
