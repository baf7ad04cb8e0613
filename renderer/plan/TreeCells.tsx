/** The cells of one part of the plan in the tree, column by column. */
import type { MouseEvent } from 'react';
import type { PlanNode } from '../../preload/contract/plan.ts';
import { State } from '../State.tsx';
import { Priority } from '../tasks/Priority.tsx';
import { dayOf, timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { PendingChange } from './PendingChange.tsx';
import { CriticalMark } from './CriticalMark.tsx';
import { FalloutMark } from './FalloutMark.tsx';
import { Highlight } from './Highlight.tsx';
import { JeopardyMark } from './JeopardyMark.tsx';
import { ownerOf } from './partState.ts';
import type { PlanRow } from './planRows.ts';
import { PointOfNoReturnMark } from './PointOfNoReturnMark.tsx';
import { expectedWords, lateShort, percentOf, slackSentence, slackWords } from './scheduleWords.ts';
import type { ColumnName } from './treeColumns.ts';
import { whyInFull, whyShort } from './whyWords.ts';
import classes from './PlanTree.module.css';

/** Left padding of a row's title, so that children stand under the title of their parent; less beside bars. */
export const indentOf = (level: number, extraPx: number): string =>
  `calc(${level - 1} * var(--indent, 18px) + ${extraPx}px)`;

type Props = {
  readonly row: Extract<PlanRow, { readonly kind: 'node' }>;
  readonly column: ColumnName;
  readonly who: string;
  /** Name of the account, with which its sites often begin: it is above them already. */
  readonly account: string;
  /** What is searched for, to be marked in the title. */
  readonly wanted: string;
  /** Room for the title and hardly anything else. */
  readonly narrow: boolean;
  readonly onToggle: (event: MouseEvent) => void;
};

export function TreeCell({ row, column, who, account, wanted, narrow, onToggle }: Props) {
  const { node } = row;
  const cell = { role: 'gridcell', className: classes.cell, 'data-column': column } as const;
  switch (column) {
    case 'title':
      return <TitleCell row={row} account={account} wanted={wanted} narrow={narrow} onToggle={onToggle} />;
    case 'state':
      return (
        <span {...cell}>
          <State of={ownerOf(node.kind)} state={node.state} />
        </span>
      );
    case 'progress':
      return (
        <span {...cell}>
          <Done node={node} />
        </span>
      );
    case 'critical':
      return <span {...cell}>{node.critical && <CriticalMark />}</span>;
    case 'eta':
      return (
        <span {...cell}>
          <Ends node={node} />
        </span>
      );
    case 'slack':
      return (
        <span {...cell} title={node.slackMinutes === null ? undefined : slackSentence(node.slackMinutes)}>
          {node.slackMinutes !== null && slackWords(node.slackMinutes)}
        </span>
      );
    case 'jeopardy':
      return (
        <span {...cell}>
          <JeopardyMark level={node.jeopardy} share={node.slaShare} />
        </span>
      );
    case 'waiting':
      return <WaitingCell node={node} />;
    case 'who':
      return (
        <span {...cell} title={who}>
          {who}
        </span>
      );
    case 'priority':
      return <span {...cell}>{node.priority && <Priority value={node.priority} />}</span>;
  }
}

function TitleCell({ row, account, wanted, narrow, onToggle }: Omit<Props, 'column' | 'who'>) {
  const { node, level, expanded } = row;
  const isPrefixed = node.kind === 'location' && account !== '' && node.title.startsWith(`${account} `);
  const title = isPrefixed ? node.title.slice(account.length + 1) : node.title;
  return (
    <span
      role="gridcell"
      className={`${classes.cell} ${classes.name}`}
      data-column="title"
      style={{ paddingInlineStart: indentOf(level, 6) }}
      title={tooltipOf(node)}
    >
      {expanded === null ? (
        <span className={classes.leaf} />
      ) : (
        <span className={classes.twisty} aria-hidden="true" data-open={expanded || undefined} onClick={onToggle}>
          <svg width="10" height="10" viewBox="0 0 10 10" focusable="false">
            <path d="M3 1.5 7 5 3 8.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </span>
      )}
      <span className={classes.title}>
        <Highlight text={title} wanted={row.match ? wanted : ''} />
      </span>{' '}
      {node.number && <span className={classes.number}>{node.number}</span>}{' '}
      {node.falloutsOpen > 0 && <FalloutMark count={node.falloutsOpen} />}
      {isOwnPoint(node) && <PointOfNoReturnMark point={node.pointOfNoReturn} />}
      <PendingChange action={node.compensation} bare={narrow || node.compensation === 'keep'} />
    </span>
  );
}

/** The whole name, which the cell may have cut, and why it waits. */
function tooltipOf({ title, number, waiting }: PlanNode): string {
  const name = number ? `${title} · ${number}` : title;
  return waiting ? `${name}\n${whyInFull(waiting)}` : name;
}

/** What is still ahead stands where it belongs, not on everything above; what is passed concerns everybody. */
const isOwnPoint = ({ kind, pointOfNoReturn }: PlanNode): boolean =>
  pointOfNoReturn === 'passed' || kind === 'domainOrder' || kind === 'task';

/** Counts mislead when steps differ in size, so the share of planned time stands beside them (ux.md C). */
function Done({ node }: { readonly node: PlanNode }) {
  if (node.tasks.total === 0 || node.kind === 'task') return null;
  const percent = percentOf(node.progress);
  const spoken = [
    t('plan.done', node.tasks),
    node.domainOrders.total > 0 && t('plan.done.domainOrders', node.domainOrders),
    percent !== null && t('plan.done.time', { percent }),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <span className={classes.done} title={spoken}>
      <span className={classes.hidden}>{spoken}</span>
      <span aria-hidden="true">{t('plan.done.short', node.tasks)}</span>
      {percent !== null && (
        <span aria-hidden="true" className={classes.percent}>
          {t('plan.done.percent', { percent })}
        </span>
      )}
    </span>
  );
}

/** The day it ended or will end, and how much later than first planned. */
function Ends({ node }: { readonly node: PlanNode }) {
  const at = node.actualEnd ?? node.estimatedEnd ?? node.plannedEnd;
  if (at === null) return null;
  const late = lateShort(node, at);
  const title = [
    node.actualEnd === null
      ? t('plan.row.forecast', { time: expectedWords(timeOf(at), node.atEarliest) })
      : t('plan.row.ended', { time: timeOf(at) }),
    late !== null &&
      node.baselineEnd !== null &&
      t('plan.late.against', { late: late.words, day: timeOf(node.baselineEnd) }),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <span className={classes.ends} title={title}>
      <time dateTime={at}>{dayOf(at)}</time>
      {late !== null && (
        <span className={classes.late} data-late={late.isLate || undefined}>
          {' '}
          {late.words}
        </span>
      )}
    </span>
  );
}

function WaitingCell({ node: { waiting } }: { readonly node: PlanNode }) {
  const short = waiting ? whyShort(waiting) : '';
  const title = waiting ? whyInFull(waiting) : undefined;
  return (
    <span role="gridcell" className={`${classes.cell} ${classes.waiting}`} data-column="waiting" title={title}>
      {short}
    </span>
  );
}
