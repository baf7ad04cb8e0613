/** When a part was to start and end, will and did: the same for every part of a plan and for a line of an order (features T7). */
import type { ReactNode } from 'react';
import type { PartDates } from '../../preload/contract/dates.ts';
import type { Fact } from '../ui/Facts.tsx';
import { Time } from '../ui/Time.tsx';
import { t } from '../words/words.ts';
import { ExpectedTime } from './ExpectedTime.tsx';
import { hasPartEnded } from './partState.ts';
import { lateShort } from './scheduleWords.ts';
import classes from './PlanDetail.module.css';

type Dated = PartDates & { readonly state: string };

export function dateFacts(part: Dated): readonly Fact[] {
  const { plannedStart, plannedEnd, baselineEnd, actualStart, actualEnd } = part;
  const hasEnded = hasPartEnded(part);
  return [
    { name: t('plan.detail.plannedStart'), value: exact(plannedStart) },
    { name: t('plan.detail.plannedEnd'), value: exact(plannedEnd) },
    ...(baselineEnd === null || baselineEnd === plannedEnd
      ? []
      : [{ name: t('plan.detail.baselineEnd'), value: exact(baselineEnd) }]),
    // What was dropped, or asked for nothing, has ended without having begun.
    { name: t('plan.detail.started'), value: exact(actualStart) ?? (hasEnded ? null : t('plan.detail.notStarted')) },
    hasEnded
      ? { name: t('plan.detail.ended'), value: exact(actualEnd) }
      : { name: t('plan.detail.estimatedEnd'), value: expectedEnd(part) },
  ];
}

/** With how much later than first planned that is. */
function expectedEnd(part: Dated): ReactNode {
  const { estimatedEnd, atEarliest } = part;
  if (estimatedEnd === null) return null;
  const late = lateShort(part, estimatedEnd);
  return (
    <>
      <ExpectedTime at={estimatedEnd} atEarliest={atEarliest} />{' '}
      {late !== null && <span className={classes.late}>({late.words})</span>}
    </>
  );
}

const exact = (at: string | null): ReactNode => (at === null ? null : <Time at={at} as="exact" />);
