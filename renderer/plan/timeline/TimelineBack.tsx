/** What lies behind the bars: weekends, lines of the calendar, now, and the date that was promised. */
import { memo } from 'react';
import { weekendsOf, xOf, type Scale, type Span } from './scale.ts';
import { ticksFor } from './ticks.ts';
import classes from './Timeline.module.css';

type Props = {
  readonly scale: Scale;
  readonly seen: Span;
  readonly now: number;
  readonly due: number | null;
};

export const TimelineBack = memo(function TimelineBack({ scale, seen, now, due }: Props) {
  const { major } = ticksFor(scale, seen);
  return (
    <div className={classes.back} style={{ width: scale.width }} aria-hidden="true">
      {weekendsOf(scale, seen).map(({ from, to }) => {
        const x = xOf(scale, from);
        return <span key={from} className={classes.weekend} style={{ left: x, width: xOf(scale, to) - x }} />;
      })}
      {major.map(({ from }) => (
        <span key={from} className={classes.gridLine} style={{ left: xOf(scale, from) }} />
      ))}
      {now >= scale.from && now <= scale.to && (
        <span className={classes.moment} data-flag="now" style={{ left: xOf(scale, now) }} />
      )}
      {due !== null && due <= scale.to && due >= scale.from && (
        <span className={classes.moment} data-flag="due" style={{ left: xOf(scale, due) }} />
      )}
    </div>
  );
});
