/** Every order of the workspace, by state and by words. */
import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { useCall, usePages } from '../calls.ts';
import { navigate, orderGroups, useRoute, type OrderGroup } from '../route.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { QueueGrid } from '../ui/QueueGrid.tsx';
import { t } from '../words/words.ts';
import type { OrderRow } from '../../preload/contract/order.ts';
import { FilterInput } from './FilterInput.tsx';
import { listTotal } from './listTotal.ts';
import { orderColumns, orderRowKey } from './orderColumns.tsx';
import { rememberQueue } from './queueMemory.ts';
import classes from './Orders.module.css';

type State = OrderRow['state'];

const FILTER_REST_MS = 120;
const MINUTE_MS = 60_000;

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
const all: readonly State[] = [...waiting, ...active, ...ended];
/** What is in jeopardy is so whatever its state. */
const groups: { readonly [G in OrderGroup]: readonly State[] } = { all, waiting, active, jeopardy: all, ended };

const columns = [
  orderColumns.number,
  orderColumns.stateShort,
  { ...orderColumns.state, width: 'minmax(128px, 0.8fr)' },
  orderColumns.account,
  orderColumns.summary,
  { ...orderColumns.locations, from: 1080 },
  orderColumns.priority,
  orderColumns.due,
  orderColumns.jeopardy,
  orderColumns.forecast,
  orderColumns.progress,
  orderColumns.fallouts,
  orderColumns.imported,
];

export function OrdersScreen() {
  const route = useRoute();
  const group = (route.screen === 'orders' && route.group) || 'all';
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), FILTER_REST_MS);
  const late = useCall('counts.get', {}, { keepPrevious: true, every: MINUTE_MS }).value?.ordersInJeopardy;
  const orders = usePages('orders.page', {
    states: [...groups[group]],
    ...(settled && { text: settled }),
    ...(group === 'jeopardy' && { inJeopardy: true }),
  });
  useFollowing(late, group === 'jeopardy', orders.reload);

  function open(row: OrderRow): void {
    rememberQueue(orders.rows.map(orderRowKey));
    navigate({ screen: 'order', orderId: row.id, tab: 'overview' });
  }

  return (
    <Pane
      title={t('orders.title')}
      fixed
      aside={<span className={classes.count}>{!orders.loading && listTotal(orders, settled)}</span>}
      top={
        <div className={classes.top}>
          <SegmentedControl
            aria-label={t('orders.list.states')}
            value={group}
            onChange={value => navigate({ screen: 'orders', group: value }, { replace: true })}
            data={orderGroups.map(value => ({ value, label: groupWords(value, late) }))}
          />
          <FilterInput label={t('orders.list.filter')} value={text} onChange={setText} />
          {group === 'jeopardy' && <span className={classes.note}>{t('orders.list.jeopardyNote')}</span>}
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
          empty={<NoOrders text={settled} group={group} onClear={() => setText('')} />}
        />
      )}
    </Pane>
  );
}

/** Orders become late by the clock alone, of which no notice comes: the list is asked for again when their number has changed. */
function useFollowing(late: number | undefined, isShown: boolean, reload: () => void): void {
  const latest = useRef({ isShown, reload });
  latest.current = { isShown, reload };
  const before = useRef(late);
  useEffect(() => {
    if (before.current !== undefined && before.current !== late && latest.current.isShown) latest.current.reload();
    before.current = late;
  }, [late]);
}

function groupWords(group: OrderGroup, late: number | undefined): string {
  const name = t(`orders.list.states.${group}`);
  return group === 'jeopardy' && late !== undefined ? t('orders.list.counted', { name, count: late }) : name;
}

type NoOrdersProps = { readonly text: string; readonly group: OrderGroup; readonly onClear: () => void };

function NoOrders({ text, group, onClear }: NoOrdersProps) {
  if (text) {
    return (
      <EmptyState
        title={t('orders.list.filtered', { text })}
        text={t('orders.list.filteredText')}
        action={{ label: t('orders.list.clear'), onClick: onClear }}
      />
    );
  }
  if (group === 'jeopardy') {
    return <EmptyState title={t('orders.list.noneLate')} text={t('orders.list.noneLateText')} />;
  }
  return (
    <EmptyState
      title={t('orders.list.none')}
      text={t('orders.list.noneText')}
      action={{ label: t('orders.list.import'), onClick: () => navigate({ screen: 'import' }) }}
    />
  );
}
