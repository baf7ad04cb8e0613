/** The specifications of each line and what they were broken down into: every target, created or skipped, with its reason. */
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { useCall, usePages } from '../calls.ts';
import { CopyButton } from '../tasks/CopyButton.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t } from '../words/words.ts';
import type { LineBreakdown } from '../../preload/contract/breakdown.ts';
import type { Order } from '../../preload/contract/order.ts';
import { BreakdownNodeView } from './BreakdownEntryView.tsx';
import { breakdownText, lineRefOf, type TextAbout } from './breakdownText.ts';
import { keepVerdict, treeOf, type Shown } from './breakdownTree.ts';
import { Companions } from './Companions.tsx';
import { lineName } from './lineName.ts';
import { PastNote } from './PastNote.tsx';
import { resultId, useResultInSight } from './useResultInSight.ts';
import { Warnings } from './Warnings.tsx';
import classes from './Breakdown.module.css';

const BEFORE_APPROVAL: readonly Order['state'][] = ['new', 'draft', 'rejected', 'submitted', 'acknowledged'];

type Props = {
  readonly order: Order;
  /** What is to be in sight: a result (`D3`), a line, or `skipped` for what was left out. */
  readonly at?: string | undefined;
  /** As of the event with this number, instead of now. */
  readonly asOf?: number | undefined;
};

export function Breakdown({ order, at, asOf }: Props) {
  // An address may name a moment that the history does not have; what is shown then is now.
  const missed = asOf !== undefined && asOf > order.version ? asOf : undefined;
  return (
    <>
      {missed !== undefined && (
        <div className={classes.above}>
          <p className={classes.ahead} role="status">
            <strong>{t('history.missed.title', { version: missed })}</strong>{' '}
            {t('orders.breakdown.missed', { total: order.version })}
          </p>
        </div>
      )}
      <BreakdownAt order={order} at={at} asOf={missed === undefined ? asOf : undefined} />
    </>
  );
}

function BreakdownAt({ order, at, asOf }: Props) {
  const isPast = asOf !== undefined;
  const isAhead = order.state === 'new' && !isPast;
  const lines = usePages('order.breakdown', {
    orderId: order.id,
    ...(isAhead && { asApproved: true }),
    ...(isPast && { asOf }),
  });
  const moment = useCall('plan.outlook', { orderId: order.id, ...(isPast && { asOf }) }, { enabled: isPast }).value?.at;
  const [shown, setShown] = useState<Shown>(at === 'skipped' ? at : 'all');
  useResultInSight(at, lines);
  const entries = lines.rows.flatMap(row => row.entries);
  const past = isPast && <PastNote orderId={order.id} at={at} time={moment} />;

  if (lines.problem) return <ProblemState problem={lines.problem} onRetry={lines.reload} />;
  if (lines.loading) return <LoadingRows label={t('shell.loading')} />;
  if (entries.length === 0) {
    const before = isPast || BEFORE_APPROVAL.includes(order.state);
    return (
      <>
        {past && <div className={classes.page}>{past}</div>}
        <EmptyState
          title={t(before ? 'orders.breakdown.none' : 'orders.breakdown.noneEnded')}
          text={before && t('orders.breakdown.noneText')}
        />
      </>
    );
  }
  const created = entries.filter(({ verdict }) => verdict === 'created').length;
  const counts = { all: entries.length, created, skipped: entries.length - created };
  const text = (): TextAbout => ({
    order: { number: order.number, title: order.description ?? order.account?.name ?? '' },
    ahead: isAhead,
    at: isPast ? (moment ?? null) : new Date().toISOString(),
  });
  return (
    <div className={classes.page}>
      {past}
      {isAhead && (
        <p className={classes.ahead} role="note">
          <strong>{t('orders.ahead.title')}</strong> {t('orders.ahead.text')}
        </p>
      )}
      {isAhead && <Warnings order={order} lines={lines.rows} />}
      <div className={classes.tools}>
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
        <CopyButton
          labelled
          name={t('orders.breakdown.copyAll')}
          text={() => breakdownText(text(), lines.rows, lines.total)}
        />
      </div>
      {lines.rows.map(row => (
        <LineTree key={row.line.id} orderId={order.id} row={row} shown={shown} ahead={isAhead} at={at} text={text} />
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
  readonly at: string | undefined;
  readonly text: () => TextAbout;
};

function LineTree({ orderId, row, shown, ahead, at, text }: LineProps) {
  const nodes = keepVerdict(treeOf(row.entries), shown);
  const title = t('orders.breakdown.line', { number: row.line.number, name: lineName(row.line) });
  if (nodes.length === 0 && shown !== 'all') return null;
  return (
    <section
      className={classes.line}
      aria-label={title}
      {...(at === row.line.id && { id: resultId(row.line.id), tabIndex: -1 })}
    >
      <h3 className={classes.title}>{title}</h3>
      <Companions companions={row.companions} />
      {nodes.length === 0 && <p className={classes.quiet}>{t('orders.breakdown.noEntries')}</p>}
      <ul className={classes.roots}>
        {nodes.map((node, index) => (
          <BreakdownNodeView
            key={`${node.entry.target}${index}`}
            node={node}
            about={{ orderId, line: lineRefOf(row), ahead, at, text }}
          />
        ))}
      </ul>
    </section>
  );
}
