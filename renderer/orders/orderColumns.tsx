/** The columns of every list of orders. */
import { State } from '../State.tsx';
import { Priority } from '../tasks/Priority.tsx';
import type { Column } from '../ui/queueGridProps.ts';
import { StateChip } from '../ui/StateChip.tsx';
import { Time } from '../ui/Time.tsx';
import { dayOf, timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import type { OrderRow } from '../../preload/contract/order.ts';
import classes from './Orders.module.css';

type Columns = { readonly [name: string]: Column<OrderRow> };

export const orderRowKey = (row: OrderRow): string => row.id;

const isOver = ({ requestedCompletion, state }: OrderRow): boolean =>
  requestedCompletion !== null &&
  Date.parse(requestedCompletion) < Date.now() &&
  state !== 'completed' &&
  state !== 'canceled';

const accountOf = ({ account }: OrderRow): string => account ?? t('orders.noAccount');

export const orderColumns = {
  number: {
    id: 'number',
    header: t('orders.column.number'),
    width: '96px',
    cell: row => <span className={classes.number}>{row.number}</span>,
    title: row => row.externalId ?? row.number,
  },
  state: {
    id: 'state',
    header: t('orders.column.state'),
    width: '128px',
    from: 330,
    cell: row => <State of="order" state={row.state} />,
  },
  account: {
    id: 'account',
    header: t('orders.column.account'),
    width: 'minmax(90px, 1fr)',
    cell: row => row.account ?? <span className={classes.none}>{accountOf(row)}</span>,
    title: accountOf,
  },
  summary: {
    id: 'summary',
    header: t('orders.column.summary'),
    width: 'minmax(110px, 1.3fr)',
    from: 400,
    cell: row => row.summary || <span className={classes.none}>{t('orders.noSummary')}</span>,
    title: row => row.summary,
  },
  locations: {
    id: 'locations',
    header: t('orders.column.locations'),
    width: 'minmax(90px, 1fr)',
    from: 760,
    cell: row => row.locations,
    title: row => row.locations,
  },
  priority: {
    id: 'priority',
    header: t('orders.column.priority'),
    width: '104px',
    from: 900,
    cell: row => <Priority value={row.priority} />,
  },
  due: {
    id: 'due',
    header: t('orders.column.due'),
    width: '86px',
    from: 330,
    cell: row =>
      row.requestedCompletion && (
        <span className={isOver(row) ? classes.over : undefined}>{dayOf(row.requestedCompletion)}</span>
      ),
    title: row =>
      row.requestedCompletion === null
        ? ''
        : isOver(row)
          ? t('orders.due.over', { day: timeOf(row.requestedCompletion) })
          : timeOf(row.requestedCompletion),
  },
  checks: {
    id: 'checks',
    header: t('orders.column.checks'),
    width: '88px',
    from: 380,
    cell: row =>
      row.checksFailed === 0 ? (
        <StateChip kind="completed" label={t('orders.checks.passed')} />
      ) : (
        <StateChip kind="held" label={t('orders.checks.failed', { count: row.checksFailed })} />
      ),
  },
  progress: {
    id: 'progress',
    header: t('orders.column.progress'),
    width: '92px',
    align: 'end',
    from: 600,
    cell: row => (row.tasks.total > 0 ? t('orders.progress', row.tasks) : ''),
  },
  fallouts: {
    id: 'fallouts',
    header: t('shell.nav.fallout'),
    width: '96px',
    from: 700,
    cell: row =>
      row.falloutsOpen > 0 && (
        <StateChip kind="failed" label={t('orders.fallouts.open', { count: row.falloutsOpen })} />
      ),
  },
  imported: {
    id: 'imported',
    header: t('orders.column.imported'),
    width: '96px',
    from: 1080,
    cell: row => <Time at={row.importedAt} />,
  },
} satisfies Columns;
