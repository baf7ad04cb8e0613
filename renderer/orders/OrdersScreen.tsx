/** Every order of the workspace, by state and by words. */
import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { usePages } from '../calls.ts';
import { navigate } from '../route.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { QueueGrid } from '../ui/QueueGrid.tsx';
import { t } from '../words/words.ts';
import type { OrderRow } from '../../preload/contract/order.ts';
import { FilterInput } from './FilterInput.tsx';
import { orderColumns, orderRowKey } from './orderColumns.tsx';
import { rememberQueue } from './queueMemory.ts';
import classes from './Orders.module.css';

type Group = 'all' | 'waiting' | 'active' | 'ended';
type State = OrderRow['state'];

const FILTER_REST_MS = 120;

const waiting: readonly State[] = [
  'draft',
  'submitted',
  'enrichmentInProgress',
  'enrichmentOnHold',
  'new',
  'acknowledged',
  'rejected',
];
const active: readonly State[] = [
  'inProgress',
  'revisionInProgress',
  'awaitingInformation',
  'onHold',
  'assessingCancellation',
  'cancellationInProgress',
];
const ended: readonly State[] = ['completed', 'canceled'];
const groups: { readonly [G in Group]: readonly State[] } = {
  all: [...waiting, ...active, ...ended],
  waiting,
  active,
  ended,
};

const columns = [
  orderColumns.number,
  orderColumns.stateShort,
  { ...orderColumns.state, width: 'minmax(128px, 0.8fr)' },
  orderColumns.account,
  orderColumns.summary,
  orderColumns.locations,
  orderColumns.priority,
  orderColumns.due,
  orderColumns.progress,
  orderColumns.fallouts,
  orderColumns.imported,
];

export function OrdersScreen() {
  const [group, setGroup] = useState<Group>('all');
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), FILTER_REST_MS);
  const orders = usePages('orders.page', { states: [...groups[group]], ...(settled && { text: settled }) });

  function open(row: OrderRow): void {
    rememberQueue(orders.rows.map(orderRowKey));
    navigate({ screen: 'order', orderId: row.id, tab: 'overview' });
  }

  return (
    <Pane
      title={t('orders.title')}
      fixed
      aside={
        <span className={classes.count}>{!orders.loading && t('orders.list.total', { count: orders.total })}</span>
      }
      top={
        <div className={classes.top}>
          <SegmentedControl
            aria-label={t('orders.list.states')}
            value={group}
            onChange={setGroup}
            data={(Object.keys(groups) as Group[]).map(value => ({ value, label: t(`orders.list.states.${value}`) }))}
          />
          <FilterInput label={t('orders.list.filter')} value={text} onChange={setText} />
        </div>
      }
    >
      {orders.problem && <ProblemState problem={orders.problem} onRetry={orders.reload} />}
      {orders.loading && <LoadingRows label={t('shell.loading')} rows={16} />}
      {!orders.problem && !orders.loading && (
        <QueueGrid
          key={`${group} ${settled}`}
          label={t('orders.list.label')}
          rows={orders.rows}
          rowKey={orderRowKey}
          columns={columns}
          total={orders.total}
          hasMore={orders.hasMore}
          onMore={orders.loadMore}
          onOpen={open}
          autoFocus={text === ''}
          empty={<NoOrders text={settled} onClear={() => setText('')} />}
        />
      )}
    </Pane>
  );
}

function NoOrders({ text, onClear }: { readonly text: string; readonly onClear: () => void }) {
  if (text) {
    return (
      <EmptyState
        title={t('orders.list.filtered', { text })}
        text={t('orders.list.filteredText')}
        action={{ label: t('orders.list.clear'), onClick: onClear }}
      />
    );
  }
  return (
    <EmptyState
      title={t('orders.list.none')}
      text={t('orders.list.noneText')}
      action={{ label: t('orders.list.import'), onClick: () => navigate({ screen: 'import' }) }}
    />
  );
}
