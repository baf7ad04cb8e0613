/** The bars of one part of the plan; the tree says the same in words, so they are for the eye alone. */
import type { PlanNode } from '../../../preload/contract/plan.ts';
import { CriticalMark } from '../CriticalMark.tsx';
import { hasPartEnded } from '../partState.ts';
import { lateShort } from '../scheduleWords.ts';
import { barsOf } from './bars.ts';
import { xOf, type Scale } from './scale.ts';
import classes from './Timeline.module.css';

/** What every row's bars are drawn with; the same object as long as nothing of it changed. */
export type BarsView = { readonly scale: Scale; readonly now: number };

/** A moment must still be seen. */
const THINNEST_PX = 4;

type Props = { readonly node: PlanNode; readonly view: BarsView };

export function TimelineBars({ node, view: { scale, now } }: Props) {
  const { bars, baseline, proposed, extent } = barsOf(node, now);
  const isCritical = node.critical && !hasPartEnded(node);
  const end = node.actualEnd ?? node.estimatedEnd;
  const late = lateShort(node, end);
  const last = Math.max(extent?.to ?? 0, ...bars.map(bar => bar.to));
  return (
    <div
      className={classes.bars}
      style={{ width: scale.width }}
      aria-hidden="true"
      data-part={node.key}
      data-critical={isCritical || undefined}
      data-over={hasPartEnded(node) ? (node.state === 'canceled' ? 'canceled' : 'done') : undefined}
      data-group={node.kind !== 'task' || undefined}
    >
      {bars.map(({ kind, from, to }) => {
        // What goes on beyond the calendar ends at its edge, as an arrow.
        const x = xOf(scale, Math.max(from, scale.from));
        return (
          <span
            key={kind}
            className={classes.bar}
            data-bar={kind}
            data-beyond={to > scale.to || undefined}
            style={{ left: x, width: Math.max(THINNEST_PX, xOf(scale, Math.min(to, scale.to)) - x) }}
          />
        );
      })}
      {proposed !== null && <span className={classes.proposed} style={{ left: xOf(scale, proposed) }} />}
      {baseline !== null && <span className={classes.baseline} style={{ left: xOf(scale, baseline) }} />}
      {extent && (isCritical || late !== null) && (
        <span className={classes.beside} style={{ left: xOf(scale, last) + 7 }}>
          {isCritical && <CriticalMark />}
          {late !== null && (
            <span className={classes.late} data-late={late.isLate || undefined}>
              {late.words}
            </span>
          )}
        </span>
      )}
    </div>
  );
}
