/** The calendar above the bars: two lines of ticks, with flags for now and for the due date. */
import { memo } from 'react';
import { dayOf } from '../../words/format.ts';
import { t } from '../../words/words.ts';
import { momentWords, type Beyond } from './beyond.ts';
import { xOf, type Scale, type Span } from './scale.ts';
import { ticksFor } from './ticks.ts';
import classes from './Timeline.module.css';

/** Room that the longest flag needs. */
const FLAG_PX = 90;
const NOW_PX = 34;

/** Of a letter or digit, its share of the padding included. */
const LETTER_PX = 6;

/** A stump of a name says nothing. */
const fits = (label: string, px: number): boolean => px >= label.length * LETTER_PX;

type Props = {
  readonly scale: Scale;
  /** What of the calendar is in sight, and a little more. */
  readonly seen: Span;
  readonly now: number;
  readonly due: number | null;
  readonly beyond: Beyond;
};

export const TimelineHead = memo(function TimelineHead({ scale, seen, now, due, beyond }: Props) {
  const { major, minor } = ticksFor(scale, seen);
  const line = (ticks: typeof major, name: 'major' | 'minor') => (
    <div className={classes.ticks} data-line={name}>
      {ticks.map(({ from, to, label }) => {
        const x = Math.max(0, xOf(scale, from));
        const width = xOf(scale, to) - x;
        return (
          <span key={from} className={classes.tick} style={{ left: x, width }}>
            {fits(label, width) && <span className={classes.tickText}>{label}</span>}
          </span>
        );
      })}
    </div>
  );
  return (
    <div
      className={classes.calendar}
      style={{ width: scale.width }}
      data-due-first={(due !== null && due < now) || undefined}
      aria-hidden="true"
    >
      {line(major, 'major')}
      {line(minor, 'minor')}
      {now >= scale.from && now <= scale.to && (
        <span
          className={classes.flag}
          data-flag="now"
          data-edge={xOf(scale, now) < NOW_PX || undefined}
          style={{ left: xOf(scale, now) }}
        >
          {t('plan.timeline.now')}
        </span>
      )}
      {due !== null && due >= scale.from && due <= scale.to && (
        <span
          className={classes.flag}
          data-flag="due"
          data-flipped={xOf(scale, due) > scale.width - FLAG_PX || undefined}
          style={{ left: xOf(scale, due) }}
        >
          {t('plan.timeline.due', { day: dayOf(new Date(due).toISOString()) })}
        </span>
      )}
      <div className={classes.edges}>
        {(['before', 'after'] as const).map(side => (
          <span key={side} className={classes.edge} data-edge={side}>
            {beyond[side].length > 0 && t(`plan.timeline.beyond.${side}`, { moments: momentWords(beyond[side]) })}
          </span>
        ))}
      </div>
    </div>
  );
});
