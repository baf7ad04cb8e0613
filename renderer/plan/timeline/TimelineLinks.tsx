/** The dependency lines of the rows in sight; those of the critical path are thick and double. */
import { memo } from 'react';
import type { Link } from './links.ts';
import classes from './Timeline.module.css';

type Props = { readonly links: readonly Link[]; readonly top: number; readonly width: number; readonly height: number };

export const TimelineLinks = memo(function TimelineLinks({ links, top, width, height }: Props) {
  const sorted = links.toSorted((a, b) => Number(a.near) - Number(b.near) || Number(a.critical) - Number(b.critical));
  return (
    <svg className={classes.links} style={{ top }} width={width} height={height} aria-hidden="true" focusable="false">
      {sorted.map(({ id, path, tip, critical, near }) => (
        <g
          key={id}
          className={classes.link}
          data-link={id}
          data-critical={critical || undefined}
          data-near={near || undefined}
        >
          <path className={classes.way} d={path} />
          {critical && <path className={classes.core} d={path} />}
          <path
            className={classes.tip}
            d={`M${tip.x - 6},${tip.y - 4} L${tip.x},${tip.y} L${tip.x - 6},${tip.y + 4} Z`}
          />
        </g>
      ))}
    </svg>
  );
});
