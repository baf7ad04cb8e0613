/** One of the queues of orders that wait for a person: its tabs with counts, its filter, its rows. */
import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemState } from '../Answer.tsx';
import { useCall, type PagesState } from '../calls.ts';
import { useNames, useSession } from '../people.ts';
import { FilterInput } from '../orders/FilterInput.tsx';
import { listTotal } from '../orders/listTotal.ts';
import { orderColumns, orderRowKey } from '../orders/orderColumns.tsx';
import { approvalQueues, navigate, type ApprovalQueue } from '../route.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { QueueGrid } from '../ui/QueueGrid.tsx';
import type { Column, QueueGridProps } from '../ui/queueGridProps.ts';
import { t } from '../words/words.ts';
import type { OrderRow } from '../../preload/contract/order.ts';
import type { Counts } from '../../preload/contract/session.ts';
import { countNames } from './queues.ts';
import classes from '../orders/Orders.module.css';
import own from './Approvals.module.css';

type Props = {
  readonly queue: ApprovalQueue;
  readonly orders: PagesState<OrderRow>;
  readonly text: string;
  /** What the rows are filtered by: the text, a moment later. */
  readonly filter: string;
  readonly onText: (text: string) => void;
  readonly openId: string | null;
  readonly onFocusRow: NonNullable<QueueGridProps<OrderRow>['onFocusRow']>;
  readonly onOpen: QueueGridProps<OrderRow>['onOpen'];
  readonly onPeek: NonNullable<QueueGridProps<OrderRow>['onPeek']>;
  /** What is selected and what can be done with it. */
  readonly batch: ReactNode;
  readonly selection: QueueGridProps<OrderRow>['selection'] | undefined;
};

const columns = [
  orderColumns.numberToDecide,
  orderColumns.account,
  orderColumns.summary,
  orderColumns.locations,
  orderColumns.due,
  orderColumns.checksShort,
  orderColumns.checks,
];

/** Only where there is a first approval to tell of. */
const columnsWithApproval = [...columns, orderColumns.approval];

/** Nothing is checked on a change; what kind it is, is its state. */
const changeColumns = [
  orderColumns.number,
  orderColumns.stateShort,
  orderColumns.account,
  { ...orderColumns.state, width: '168px' },
  { ...orderColumns.jeopardyShort, below: 760 },
  { ...orderColumns.jeopardy, from: 760 },
  orderColumns.summary,
  orderColumns.locations,
  orderColumns.due,
];

export function ApprovalList({
  queue,
  orders,
  text,
  filter,
  onText,
  openId,
  onFocusRow,
  onOpen,
  onPeek,
  ...props
}: Props) {
  const counts = useCall('counts.get', {}, { keepPrevious: true }).value;
  return (
    <Pane
      title={t('approvals.title')}
      fixed
      aside={
        <SegmentedControl
          aria-label={t('approvals.queue.label')}
          value={queue}
          onChange={value => navigate({ screen: 'approvals', queue: value })}
          data={approvalQueues.map(value => ({ value, label: tabWord(value, counts) }))}
        />
      }
      top={
        <>
          <div className={classes.top}>
            <FilterInput label={t('approvals.filter')} value={text} onChange={onText} />
            <span className={classes.count} role="status">
              {!orders.loading && listTotal(orders, filter)}
            </span>
          </div>
          <InWhosePlace />
          {props.batch}
        </>
      }
    >
      {orders.problem && <ProblemState problem={orders.problem} onRetry={orders.reload} />}
      {orders.loading && <LoadingRows label={t('shell.loading')} rows={14} />}
      {!orders.problem && !orders.loading && (
        <QueueGrid
          key={`${queue} ${filter}`}
          label={t(`approvals.list.${queue}`)}
          rows={orders.rows}
          rowKey={orderRowKey}
          columns={columnsFor(queue, orders.rows)}
          total={orders.total}
          hasMore={orders.hasMore}
          onMore={orders.loadMore}
          openKey={openId}
          onFocusRow={onFocusRow}
          onOpen={onOpen}
          onPeek={onPeek}
          {...(props.selection && { selection: props.selection })}
          autoFocus={text === ''}
          empty={<NoApprovals queue={queue} filter={filter} counts={counts} onClear={() => onText('')} />}
        />
      )}
    </Pane>
  );
}

function columnsFor(queue: ApprovalQueue, rows: readonly OrderRow[]): readonly Column<OrderRow>[] {
  if (queue === 'changes') return changeColumns;
  return rows.some(({ endorsedBy }) => endorsedBy !== null) ? columnsWithApproval : columns;
}

/** Whoever has no right of their own decides in that of somebody else, and is to know of it. */
function InWhosePlace() {
  const decidesFor = useSession()?.person?.decidesFor ?? [];
  const names = useNames();
  if (decidesFor.length === 0) return null;
  return <p className={own.place}>{t('approvals.decidesFor', { names: decidesFor.map(names.person).join(', ') })}</p>;
}

function tabWord(queue: ApprovalQueue, counts: Counts | undefined): string {
  const name = t(`approvals.queue.${queue}`);
  return counts ? t('approvals.queue.counted', { name, count: counts[countNames[queue]] }) : name;
}

type EmptyProps = {
  readonly queue: ApprovalQueue;
  readonly filter: string;
  readonly counts: Counts | undefined;
  readonly onClear: () => void;
};

/** Filtered out, cleared, or never had any: three different sentences, one way on from each. */
function NoApprovals({ queue, filter, counts, onClear }: EmptyProps) {
  if (filter) {
    return (
      <EmptyState
        title={t('orders.list.filtered', { text: filter })}
        text={t('orders.list.filteredText')}
        action={{ label: t('orders.list.clear'), onClick: onClear }}
      />
    );
  }
  const texts = { title: t(`approvals.empty.${queue}`), text: t(`approvals.empty.${queue}Text`) };
  if (queue !== 'new') return <EmptyState {...texts} />;
  const fallouts = counts?.falloutsOpen ?? 0;
  const action =
    fallouts > 0
      ? {
          label: t('approvals.empty.newNext', { count: fallouts }),
          onClick: () => navigate({ screen: 'fallout' }),
        }
      : { label: t('approvals.empty.import'), onClick: () => navigate({ screen: 'import' }) };
  return <EmptyState {...texts} action={action} />;
}
