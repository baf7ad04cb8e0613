/** The tree of the plan with a timeline beside it: the same rows, the same scrolling, the same keys (features O4). */
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { Outlook } from '../../../preload/contract/plan.ts';
import { t } from '../../words/words.ts';
import type { PlanTreeData } from '../planRows.ts';
import { MarkHead } from '../steps/MarkBox.tsx';
import { columnsFor, treeWidthFor } from '../treeColumns.ts';
import { TreeRows } from '../TreeRows.tsx';
import { ROW_PX, useTreeGrid, type TreeGridProps } from '../useTreeGrid.ts';
import { barsOf } from './bars.ts';
import { BarCard } from './BarCard.tsx';
import { beyondSentence } from './beyond.ts';
import { linksOf } from './links.ts';
import type { PlanSpan } from './planSpan.ts';
import { TimelineBack } from './TimelineBack.tsx';
import { TimelineHead } from './TimelineHead.tsx';
import { TimelineLinks } from './TimelineLinks.tsx';
import { useTimelineScale } from './useTimelineScale.ts';
import type { TimelineView } from './useTimelineView.ts';
import treeClasses from '../PlanTree.module.css';
import classes from './Timeline.module.css';

/** Two lines of ticks and one of flags. */
const HEAD_PX = 59;

export type PlanTimelineProps = TreeGridProps & {
  readonly data: PlanTreeData;
  readonly outlook: Outlook;
  readonly span: PlanSpan;
  readonly view: TimelineView;
  /** Only titles beside the bars, and nothing for those who cannot see it: the tree stands next to it. */
  readonly bare?: boolean;
};

const noLinks: ReturnType<typeof linksOf> = [];

export function PlanTimeline({ data, outlook, span, view, bare = false, ...props }: PlanTimelineProps) {
  const { rows, selected } = props;
  const grid = useTreeGrid(props, HEAD_PX);
  const { width, window } = grid.scroll;
  const treeWidth = bare ? Math.round(Math.min(220, treeWidthFor(width))) : treeWidthFor(width);
  const isMarking = props.marking?.isOn === true && !bare;
  const { names, tracks } = useMemo(
    () => columnsFor(bare ? 0 : treeWidth, 'bars', isMarking),
    [bare, treeWidth, isMarking],
  );
  const now = Date.parse(outlook.at);
  const due = outlook.committedDueDate === null ? null : Date.parse(outlook.committedDueDate);
  const { scale, seen, beyond, onScroll, reveal } = useTimelineScale({
    viewport: grid.viewport,
    span,
    now,
    width,
    treeWidth,
    view,
  });
  const bars = useMemo(() => ({ scale, now }), [scale, now]);
  const places = useMemo(() => new Map(rows.map(({ key }, index) => [key, index] as const)), [rows]);
  const { start, end, offset, spacer } = window;
  const links = useMemo(
    () => (view.hasLinks ? linksOf({ data, rows, places, start, end, scale, now, rowPx: ROW_PX, selected }) : noLinks),
    [view.hasLinks, data, rows, places, start, end, scale, now, selected],
  );

  const extent = useMemo(() => {
    const node = selected === null ? undefined : data.nodes.get(selected);
    return node && barsOf(node, now).extent;
  }, [data, selected, now]);
  // A changed scale keeps its own anchor: only another selection or other dates bring bars into sight.
  const latestReveal = useRef(reveal);
  latestReveal.current = reveal;
  useEffect(() => {
    if (extent) latestReveal.current(extent);
  }, [extent]);

  const whole = treeWidth + scale.width;
  const drawnRows = Math.max(0, Math.min(end, rows.length) - start);
  const beyondId = useId();
  const beyondWords = beyondSentence(beyond);
  return (
    <div
      aria-describedby={beyondWords === '' ? undefined : beyondId}
      {...(bare
        ? { role: 'group', 'aria-label': t('plan.timeline.label') }
        : {
            role: 'treegrid',
            'aria-label': t('plan.tree.label', { order: props.orderNumber }),
            'aria-rowcount': rows.length + 1,
            'aria-colcount': names.length + (isMarking ? 1 : 0),
            'aria-multiselectable': props.marking && true,
            onKeyDown: grid.onKeyDown,
          })}
      className={treeClasses.tree}
      style={{ '--tracks': tracks, '--head': `${HEAD_PX}px`, '--tree': `${treeWidth}px`, '--whole': `${whole}px` }}
    >
      <div
        ref={grid.viewport}
        role="presentation"
        className={treeClasses.viewport}
        data-bars=""
        aria-hidden={bare || undefined}
        onScroll={() => {
          grid.scroll.onScroll();
          onScroll();
        }}
      >
        <div role="rowgroup" className={treeClasses.head}>
          <div role="row" aria-rowindex={1} className={treeClasses.row}>
            <div role="presentation" className={`${treeClasses.cells} ${classes.corner}`}>
              {isMarking && <MarkHead />}
              {names.map(column => (
                <span key={column} role="columnheader" className={treeClasses.cell} data-column={column}>
                  {t(`plan.column.${column}`)}
                </span>
              ))}
            </div>
            <TimelineHead scale={scale} seen={seen} now={now} due={due} beyond={beyond} />
          </div>
        </div>
        <div role="rowgroup" className={treeClasses.spacer} style={{ height: spacer }}>
          <div role="presentation" className={classes.layers} style={{ left: treeWidth }}>
            <TimelineBack scale={scale} seen={seen} now={now} due={due} />
            {links.length > 0 && (
              <TimelineLinks
                links={links}
                top={start * ROW_PX + offset}
                width={scale.width}
                height={drawnRows * ROW_PX}
              />
            )}
          </div>
          <TreeRows {...props} grid={grid} columns={names} bars={bars} silent={bare} />
        </div>
      </div>
      <VisuallyHidden id={beyondId}>{beyondWords}</VisuallyHidden>
      <BarCard viewport={grid.viewport} find={key => data.nodes.get(key)} />
    </div>
  );
}
