/** Under the name of an order: how it stands against what was promised, from when it starts, and who approved it first. */
import type { ReactNode } from 'react';
import { useNames } from '../people.ts';
import { JeopardyMark } from '../plan/JeopardyMark.tsx';
import { expectedWords } from '../plan/scheduleWords.ts';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { dayOf, timeOf, zonedTimeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { awayWords } from './awayWords.ts';
import classes from './OrderTitle.module.css';

export function OrderOutlook({ order }: { readonly order: Order }) {
  const names = useNames();
  const { jeopardy, startsAt, approval, orderVersion } = order;
  const [first] = approval.endorsedBy;
  const parts: readonly (ReactNode | false)[] = [
    jeopardy !== 'none' && <JeopardyMark key="jeopardy" level={jeopardy} />,
    ...forecastOf(order),
    startsAt !== null && (
      <span key="startsAt" title={zonedTimeOf(startsAt)}>
        {t('orders.outlook.starts', { at: timeOf(startsAt) })}
      </span>
    ),
    order.state === 'new' && approval.twoPeople && (
      <span key="twoPeople" className={classes.endorsed}>
        <StateGlyph kind={first === undefined ? 'pending' : 'partial'} />
        {first === undefined ? t('orders.outlook.twoPeople') : endorsedWords(names.person(first), approval.startAt)}
      </span>
    ),
    orderVersion > 1 && <span key="version">{t('orders.outlook.version', { number: orderVersion })}</span>,
    order.pendingRevision !== null && <span key="asked">{askedWords(order)}</span>,
  ];
  return <p className={classes.outlook}>{parts}</p>;
}

const endorsedWords = (name: string, startAt: string | null): string =>
  startAt === null
    ? t('orders.outlook.endorsed', { name })
    : t('orders.outlook.endorsedToStart', { name, at: timeOf(startAt) });

/** Until somebody decides, the order asks for what it asked for. */
const askedWords = ({ state, orderVersion }: Order): string =>
  state === 'assessingCancellation'
    ? t('orders.outlook.cancelAsked')
    : t('orders.outlook.versionAsked', { number: orderVersion + 1 });

/** Forecast, promise, and what lies between; a New order is promised nothing yet, one that has ended has nothing to forecast. */
function forecastOf({
  estimatedEnd,
  atEarliest,
  plannedEnd,
  committedDueDate,
  actualEnd,
}: Order): readonly ReactNode[] {
  const end = estimatedEnd ?? plannedEnd;
  if (actualEnd !== null || end === null) return [];
  const forecast = (
    <span key="forecast" title={zonedTimeOf(end)}>
      {t('orders.outlook.forecast', { day: expectedWords(dayOf(end), atEarliest) })}
    </span>
  );
  if (committedDueDate === null) return [forecast];
  const away = awayWords(end, committedDueDate);
  return [
    forecast,
    <span key="promised" title={zonedTimeOf(committedDueDate)}>
      {t('orders.outlook.promised', { day: dayOf(committedDueDate) })}
    </span>,
    <span key="away" className={away.isLate ? classes.late : undefined}>
      {away.words}
    </span>,
  ];
}
