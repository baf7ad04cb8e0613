/** One part of the plan as a row of the tree; it draws again only when something of it changed. */
import { memo, type MouseEvent } from 'react';
import type { PlanNode } from '../../preload/contract/plan.ts';
import { State } from '../State.tsx';
import { dayOf, timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { FalloutMark } from './FalloutMark.tsx';
import { ownerOf } from './partState.ts';
import type { PlanRow } from './planRows.ts';
import { whyShort, whySentence } from './whyWords.ts';
import classes from './PlanTree.module.css';

/** Left padding of a row's title, so that children stand under the title of their parent. */
export const indentPx = (level: number): number => (level - 1) * 18;

type Props = {
  readonly row: Extract<PlanRow, { readonly kind: 'node' }>;
  readonly index: number;
  readonly top: number;
  readonly focused: boolean;
  readonly selected: boolean;
  readonly who: string;
  readonly onSelect: (key: string) => void;
  readonly onExpand: (key: string, expanded: boolean) => void;
  readonly onOpen: (key: string) => void;
};

export const PlanTreeRow = memo(function PlanTreeRow(props: Props) {
  const { row, index, top, focused, selected, who, onSelect, onExpand, onOpen } = props;
  const { node, level, expanded } = row;
  const waiting = node.waiting ? whyShort(node.waiting) : '';

  function toggle(event: MouseEvent): void {
    event.stopPropagation();
    onSelect(node.key);
    onExpand(node.key, expanded === false);
  }

  return (
    <div
      role="row"
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-rowindex={index + 2}
      aria-expanded={expanded ?? undefined}
      aria-selected={selected}
      tabIndex={focused ? 0 : -1}
      data-key={node.key}
      data-kind={node.kind}
      className={`${classes.row} ${classes.data}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(node.key)}
      onDoubleClick={() => onOpen(node.key)}
    >
      <span
        role="gridcell"
        className={`${classes.cell} ${classes.name}`}
        style={{ paddingInlineStart: indentPx(level) }}
        title={node.number ? `${node.title} · ${node.number}` : node.title}
      >
        {expanded === null ? (
          <span className={classes.leaf} />
        ) : (
          <span className={classes.twisty} aria-hidden="true" data-open={expanded || undefined} onClick={toggle}>
            <svg width="10" height="10" viewBox="0 0 10 10" focusable="false">
              <path d="M3 1.5 7 5 3 8.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
          </span>
        )}
        <span className={classes.title}>{node.title}</span>{' '}
        {node.number && <span className={classes.number}>{node.number}</span>}
        {node.falloutsOpen > 0 && <FalloutMark count={node.falloutsOpen} />}
      </span>
      <span role="gridcell" className={classes.cell} data-column="state">
        <State of={ownerOf(node.kind)} state={node.state} />
      </span>
      {(['domainOrders', 'tasks'] as const).map(part => (
        <span key={part} role="gridcell" className={`${classes.cell} ${classes.done}`} data-column={part}>
          <Done count={node[part]} />
        </span>
      ))}
      <span role="gridcell" className={classes.cell} data-column="who" title={who}>
        {who}
      </span>
      <span role="gridcell" className={classes.cell} data-column="end">
        <End node={node} />
      </span>
      <span
        role="gridcell"
        className={`${classes.cell} ${classes.waiting}`}
        data-column="waiting"
        title={node.waiting ? `${whySentence(node.waiting)} ${waiting}` : undefined}
      >
        {waiting}
      </span>
    </div>
  );
});

function Done({ count }: { readonly count: PlanNode['tasks'] }) {
  if (count.total === 0) return null;
  const spoken = t('plan.done', count);
  return (
    <span title={spoken}>
      <span className={classes.hidden}>{spoken}</span>
      <span aria-hidden="true">{t('plan.done.short', count)}</span>
    </span>
  );
}

function End({ node }: { readonly node: PlanNode }) {
  const at = node.actualEnd ?? node.plannedEnd;
  if (at === null) return null;
  return (
    <time dateTime={at} title={node.actualEnd === null ? timeOf(at) : t('plan.row.ended', { day: timeOf(at) })}>
      {dayOf(at)}
    </time>
  );
}
