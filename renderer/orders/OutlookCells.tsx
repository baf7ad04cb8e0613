/** How an order of a list stands against what was promised; the cells keep their place while that is worked out. */
import { useBriefOutlook } from '../outlooks.ts';
import { JeopardyMark } from '../plan/JeopardyMark.tsx';
import { dayOf, zonedTimeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import type { OrderRow } from '../../preload/contract/order.ts';
import { awayWords } from '../order/awayWords.ts';
import classes from './Orders.module.css';

/** Before there is a plan, and after the end, nothing can become late. */
const isUnderWay = ({ state, tasks }: OrderRow): boolean =>
  tasks.total > 0 && state !== 'completed' && state !== 'canceled';

type Props = { readonly row: OrderRow; readonly glyphOnly?: boolean };

export function JeopardyCell({ row, glyphOnly = false }: Props) {
  const outlook = useBriefOutlook(row.id, isUnderWay(row));
  return outlook ? <JeopardyMark level={outlook.jeopardy} glyphOnly={glyphOnly} /> : null;
}

export function ForecastCell({ row }: { readonly row: OrderRow }) {
  const outlook = useBriefOutlook(row.id, isUnderWay(row));
  if (!outlook || outlook.end === null) return null;
  const { end, committedDueDate: promised } = outlook;
  const away = promised === null ? null : awayWords(end, promised);
  const title = [
    t('orders.outlook.forecast', { day: zonedTimeOf(end) }),
    promised !== null && t('orders.outlook.promised', { day: zonedTimeOf(promised) }),
  ];
  return (
    <span title={title.filter(Boolean).join('\n')}>
      {dayOf(end)}
      {away && (
        <>
          {' · '}
          <span className={away.isLate ? classes.over : classes.none}>{away.words}</span>
        </>
      )}
    </span>
  );
}
