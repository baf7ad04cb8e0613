/** The columns of every list of orders. */
import { useNames } from '../people.ts';
import { State } from '../State.tsx';
import { Priority } from '../tasks/Priority.tsx';
import type { Column } from '../ui/queueGridProps.ts';
import { StateChip } from '../ui/StateChip.tsx';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { Time } from '../ui/Time.tsx';
import { dayOf, zonedTimeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import type { OrderRow } from '../../preload/contract/order.ts';
import { ForecastCell, JeopardyCell } from './OutlookCells.tsx';
import classes from './Orders.module.css';

/** The first of two approvals is there, and by whom. */
function FirstOfTwo({ by }: { readonly by: string }) {
  const text = t('orders.approval.first', { name: useNames().person(by) });
  return <span title={text}>{text}</span>;
}

function ChecksChip({ failed, glyphOnly = false }: { readonly failed: number; readonly glyphOnly?: boolean }) {
  return failed === 0 ? (
    <StateChip kind="completed" label={t('orders.checks.passed')} glyphOnly={glyphOnly} />
  ) : (
    <StateChip kind="held" label={t('orders.checks.failed', { count: failed })} glyphOnly={glyphOnly} />
  );
}

function HalfApproved({ by }: { readonly by: string }) {
  return (
    <span className={classes.half} title={t('orders.approval.first', { name: useNames().person(by) })}>
      <StateGlyph kind="partial" />
    </span>
  );
}

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
  /** For whoever decides: marked, at any width, when one of two approvals is there. */
  numberToDecide: {
    id: 'number',
    header: t('orders.column.number'),
    width: '116px',
    cell: row => (
      <span className={classes.number}>
        {row.number}
        {row.endorsedBy !== null && <HalfApproved by={row.endorsedBy} />}
      </span>
    ),
    title: row => row.externalId ?? row.number,
  },
  state: {
    id: 'state',
    header: t('orders.column.state'),
    width: '128px',
    from: 330,
    cell: row => <State of="order" state={row.state} />,
  },
  stateShort: {
    id: 'stateShort',
    header: t('orders.column.state'),
    headerHidden: true,
    width: '28px',
    below: 330,
    cell: row => <State of="order" state={row.state} glyphOnly />,
  },
  account: {
    id: 'account',
    header: t('orders.column.account'),
    width: 'minmax(64px, 1.25fr)',
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
    width: '98px',
    from: 330,
    cell: row =>
      row.requestedCompletion && (
        <span className={isOver(row) ? classes.over : undefined}>{dayOf(row.requestedCompletion)}</span>
      ),
    title: row =>
      row.requestedCompletion === null
        ? ''
        : isOver(row)
          ? t('orders.due.over', { day: zonedTimeOf(row.requestedCompletion) })
          : zonedTimeOf(row.requestedCompletion),
  },
  checks: {
    id: 'checks',
    header: t('orders.column.checks'),
    width: '88px',
    from: 380,
    cell: row => <ChecksChip failed={row.checksFailed} />,
  },
  checksShort: {
    id: 'checksShort',
    header: t('orders.column.checks'),
    headerHidden: true,
    width: '28px',
    below: 380,
    cell: row => <ChecksChip failed={row.checksFailed} glyphOnly />,
  },
  approval: {
    id: 'approval',
    header: t('orders.column.approval'),
    width: 'minmax(96px, 0.7fr)',
    from: 700,
    cell: ({ endorsedBy }) => endorsedBy !== null && <FirstOfTwo by={endorsedBy} />,
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
  jeopardy: {
    id: 'jeopardy',
    header: t('orders.column.jeopardy'),
    width: '92px',
    from: 560,
    cell: row => <JeopardyCell row={row} />,
  },
  jeopardyShort: {
    id: 'jeopardyShort',
    header: t('orders.column.jeopardy'),
    headerHidden: true,
    width: '28px',
    from: 330,
    cell: row => <JeopardyCell row={row} glyphOnly />,
  },
  forecast: {
    id: 'forecast',
    header: t('orders.column.forecast'),
    width: '184px',
    from: 1000,
    cell: row => <ForecastCell row={row} />,
  },
  imported: {
    id: 'imported',
    header: t('orders.column.imported'),
    width: '96px',
    from: 1320,
    cell: row => <Time at={row.importedAt} />,
  },
} satisfies Columns;
