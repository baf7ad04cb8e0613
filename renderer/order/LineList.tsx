/** The lines of an order, a hundred at a time. */
import { Button } from '@mantine/core';
import { ProblemState } from '../Answer.tsx';
import { usePages } from '../calls.ts';
import { useAllowed } from '../people.ts';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { fieldId, useWantedField } from './fieldFocus.ts';
import { LineCard } from './LineCard.tsx';
import classes from './Order.module.css';

type Props = { readonly order: Order; readonly editable: boolean };

const MATCHABLE: readonly Order['state'][] = ['new', 'draft'];

export function LineList({ order, editable }: Props) {
  const lines = usePages('order.lines', { orderId: order.id });
  const isAllowed = useAllowed();
  const missing = missingCharacteristics(order);
  useWantedField(order.id, !lines.loading);
  const matchable = MATCHABLE.includes(order.state) && isAllowed('order.correct');
  return (
    <section id={fieldId('lines')} tabIndex={-1} aria-label={t('orders.lines.title')}>
      <h3 className={classes.heading}>
        {t('orders.lines.title')}
        <span className={classes.quiet}>{t('orders.header.lines', { count: order.lines })}</span>
      </h3>
      {lines.problem && <ProblemState problem={lines.problem} onRetry={lines.reload} />}
      {lines.loading && <LoadingRows label={t('shell.loading')} rows={4} />}
      <div className={classes.lines}>
        {lines.rows.map(line => (
          <LineCard
            key={line.id}
            order={order}
            line={line}
            editable={editable}
            matchable={matchable}
            missing={missing.lines.includes(line.id) ? missing.names : []}
          />
        ))}
      </div>
      {lines.hasMore && (
        <div className={classes.more}>
          <Button variant="default" onClick={lines.loadMore} loading={lines.loadingMore}>
            {t('orders.lines.more')}
          </Button>
          <span className={classes.quiet}>
            {t('orders.lines.shown', { shown: lines.rows.length, total: lines.total })}
          </span>
        </div>
      )}
    </section>
  );
}

/** The check names lines and values apart; only with one line is it certain which value is missing where. */
function missingCharacteristics({ checks }: Order): {
  readonly lines: readonly string[];
  readonly names: readonly string[];
} {
  const failed = checks.find(({ check, passed }) => check === 'characteristics' && !passed);
  return failed?.lines.length === 1 ? { lines: failed.lines, names: failed.facts } : { lines: [], names: [] };
}
