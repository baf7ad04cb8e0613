/** The specifications of each line and what they were broken down into: every target, created or skipped, with its reason. */
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { usePages } from '../calls.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t } from '../words/words.ts';
import type { LineBreakdown } from '../../preload/contract/breakdown.ts';
import type { Order } from '../../preload/contract/order.ts';
import { BreakdownNodeView } from './BreakdownEntryView.tsx';
import { keepVerdict, treeOf, type Shown } from './breakdownTree.ts';
import { Companions } from './Companions.tsx';
import { lineName } from './lineName.ts';
import { Warnings } from './Warnings.tsx';
import classes from './Breakdown.module.css';

const BEFORE_APPROVAL: readonly Order['state'][] = ['new', 'draft', 'rejected', 'submitted', 'acknowledged'];

export function Breakdown({ order }: { readonly order: Order }) {
  const isAhead = order.state === 'new';
  const lines = usePages('order.breakdown', { orderId: order.id, ...(isAhead && { asApproved: true }) });
  const [shown, setShown] = useState<Shown>('all');
  const entries = lines.rows.flatMap(row => row.entries);

  if (lines.problem) return <ProblemState problem={lines.problem} onRetry={lines.reload} />;
  if (lines.loading) return <LoadingRows label={t('shell.loading')} />;
  if (entries.length === 0) {
    const before = BEFORE_APPROVAL.includes(order.state);
    return (
      <EmptyState
        title={t(before ? 'orders.breakdown.none' : 'orders.breakdown.noneEnded')}
        text={before && t('orders.breakdown.noneText')}
      />
    );
  }
  const created = entries.filter(({ verdict }) => verdict === 'created').length;
  const counts = { all: entries.length, created, skipped: entries.length - created };
  return (
    <div className={classes.page}>
      {isAhead && (
        <p className={classes.ahead} role="note">
          <strong>{t('orders.ahead.title')}</strong> {t('orders.ahead.text')}
        </p>
      )}
      {isAhead && <Warnings order={order} lines={lines.rows} />}
      <SegmentedControl
        className={classes.filter ?? ''}
        aria-label={t('orders.breakdown.show')}
        value={shown}
        onChange={setShown}
        data={(['all', 'created', 'skipped'] as const).map(value => ({
          value,
          label: t(isAhead ? `orders.breakdown.show.${value}.ahead` : `orders.breakdown.show.${value}`, {
            count: counts[value],
          }),
        }))}
      />
      {lines.rows.map(row => (
        <LineTree key={row.line.id} orderId={order.id} row={row} shown={shown} ahead={isAhead} />
      ))}
      {lines.hasMore && (
        <Button variant="default" onClick={lines.loadMore} loading={lines.loadingMore}>
          {t('orders.lines.more')}
        </Button>
      )}
    </div>
  );
}

type LineProps = {
  readonly orderId: string;
  readonly row: LineBreakdown;
  readonly shown: Shown;
  readonly ahead: boolean;
};

function LineTree({ orderId, row, shown, ahead }: LineProps) {
  const nodes = keepVerdict(treeOf(row.entries), shown);
  const title = t('orders.breakdown.line', { number: row.line.number, name: lineName(row.line) });
  if (nodes.length === 0 && shown !== 'all') return null;
  return (
    <section className={classes.line} aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      <Companions companions={row.companions} />
      {nodes.length === 0 && <p className={classes.quiet}>{t('orders.breakdown.noEntries')}</p>}
      <ul className={classes.roots}>
        {nodes.map((node, index) => (
          <BreakdownNodeView
            key={`${node.entry.target}${index}`}
            node={node}
            about={{ orderId, lineId: row.line.id, ahead }}
          />
        ))}
      </ul>
    </section>
  );
}
