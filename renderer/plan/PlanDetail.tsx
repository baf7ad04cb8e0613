/** What is chosen in the plan: its state, why it waits, what comes before and after, who and when. */
import { Progress } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { Names } from '../names.ts';
import type { Action } from '../actions/registry.ts';
import { State } from '../State.tsx';
import { ActionButton } from '../tasks/ActionButton.tsx';
import { Priority } from '../tasks/Priority.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Time } from '../ui/Time.tsx';
import { t } from '../words/words.ts';
import { PendingChange } from './PendingChange.tsx';
import { CriticalMark } from './CriticalMark.tsx';
import { FalloutMark } from './FalloutMark.tsx';
import { forwardText } from './forwardText.ts';
import { JeopardyMark } from './JeopardyMark.tsx';
import { OutsideLinks, type OutsidePart } from './OutsideLinks.tsx';
import type { PlanPartRef } from './PartLink.tsx';
import { PartLinks } from './PartLinks.tsx';
import { detailOf, hasPartEnded, ownerOf } from './partState.ts';
import { PointOfNoReturnMark } from './PointOfNoReturnMark.tsx';
import { lateShort, slackSentence, slackWords } from './scheduleWords.ts';
import { WhatIf } from './WhatIf.tsx';
import { WhyPanel } from './WhyPanel.tsx';
import classes from './PlanDetail.module.css';

type Props = {
  readonly orderId: string;
  readonly node: PlanNode;
  readonly names: Names;
  readonly find: (key: string) => PlanPartRef | undefined;
  readonly onGo: (key: string) => void;
  /** Why it waits, where that is not what the plan itself says. */
  readonly waiting?: PlanNode['waiting'] | undefined;
  /** The order it belongs to, for the text that is forwarded. */
  readonly order: { readonly number: string; readonly title: string };
  /** The moment it is shown as of, as ISO-8601; null until that is known. */
  readonly at: string | null;
  /** Dates may be tried out. */
  readonly canTry: boolean;
  /** What can be done with it, the first most of all; none for what is no task. */
  readonly actions: readonly Action[];
  readonly waitFor: Action | undefined;
  readonly onLetGo: (part: OutsidePart) => void;
  readonly onOpenPart?: ((key: string) => void) | undefined;
  readonly whyRef?: Ref<HTMLElement>;
};

export function PlanDetail(props: Props) {
  const { orderId, node, names, find, onGo, actions, onOpenPart, whyRef } = props;
  const waiting = props.waiting === undefined ? node.waiting : props.waiting;
  const ended = hasPartEnded(node);
  const detail = detailOf(node);
  // A task also waits for what its domain order and line wait for.
  const before = [...new Set([...node.predecessors, ...(waiting?.cause === 'predecessors' ? keysOf(waiting) : [])])];
  return (
    <article className={classes.detail} aria-label={t('plan.detail.label', { title: node.title })}>
      <header className={classes.head}>
        <p className={classes.kind}>
          {t(`plan.kind.${node.kind}`)}
          {node.number && <span className={classes.number}>{node.number}</span>}
          {node.falloutsOpen > 0 && <FalloutMark count={node.falloutsOpen} />}
        </p>
        <h3 className={classes.title}>{node.title}</h3>
        {detail && <p className={classes.quiet}>{detail}</p>}
        <span className={classes.marks}>
          <State of={ownerOf(node.kind)} state={node.state} />
          {node.critical && node.actualEnd === null && <CriticalMark />}
          <JeopardyMark level={node.jeopardy} share={node.slaShare} />
          <PendingChange action={node.compensation} />
        </span>
        <PointOfNoReturnMark point={node.pointOfNoReturn} labelled />
      </header>
      {actions.length > 0 && (
        <div className={classes.actions}>
          {actions.map((action, index) => (
            <ActionButton key={action.id} action={action} variant={index === 0 ? 'filled' : 'default'} />
          ))}
        </div>
      )}
      <WhyPanel
        ref={whyRef ?? null}
        waiting={
          waiting && node.outside.length > 0 && waiting.cause === 'otherOrder' ? { ...waiting, on: [] } : waiting
        }
        ended={ended}
        names={names}
        onGo={onGo}
        onOpenTask={onOpenPart}
        text={forwardText({ order: props.order, node: { ...node, waiting }, names, at: props.at })}
      />
      <OutsideLinks parts={node.outside} waitFor={props.waitFor} onLetGo={props.onLetGo} />
      {props.canTry && node.kind === 'task' && !ended && <WhatIf key={node.key} orderId={orderId} node={node} />}
      {node.tasks.total + node.domainOrders.total > 0 && <ProgressBlock node={node} />}
      {node.kind !== 'order' &&
        node.kind !== 'location' &&
        (['predecessors', 'successors'] as const).map(side => (
          <PartLinks
            key={side}
            title={t(`plan.detail.${side}`)}
            none={t(side === 'predecessors' ? 'plan.detail.noPredecessors' : 'plan.detail.noSuccessors')}
            orderId={orderId}
            keys={side === 'predecessors' ? before : node.successors}
            find={find}
            onGo={onGo}
          />
        ))}
      <section className={classes.block} aria-label={t('plan.detail.facts')}>
        <h3 className={classes.heading}>{t('plan.detail.facts')}</h3>
        <Facts
          facts={[
            ...(node.kind === 'task'
              ? [
                  { name: t('plan.detail.assignee'), value: names.person(node.assignee) || t('plan.detail.nobody') },
                  { name: t('plan.detail.group'), value: names.team(node.group) },
                ]
              : []),
            ...(node.priority === null
              ? []
              : [{ name: t('plan.detail.priority'), value: <Priority value={node.priority} /> }]),
            { name: t('plan.detail.plannedStart'), value: exact(node.plannedStart) },
            { name: t('plan.detail.plannedEnd'), value: exact(node.plannedEnd) },
            ...(node.baselineEnd === null || node.baselineEnd === node.plannedEnd
              ? []
              : [{ name: t('plan.detail.baselineEnd'), value: exact(node.baselineEnd) }]),
            // Lines and locations have no start of their own.
            ...(node.kind === 'line' || node.kind === 'location'
              ? []
              : [{ name: t('plan.detail.started'), value: exact(node.actualStart) ?? t('plan.detail.notStarted') }]),
            ...(node.actualEnd === null
              ? [{ name: t('plan.detail.estimatedEnd'), value: expectedEnd(node) }]
              : [{ name: t('plan.detail.ended'), value: exact(node.actualEnd) }]),
            ...(node.slackMinutes === null
              ? []
              : [
                  {
                    name: t('plan.detail.slack'),
                    value: slackWords(node.slackMinutes),
                    title: slackSentence(node.slackMinutes),
                  },
                ]),
          ]}
        />
      </section>
    </article>
  );
}

function ProgressBlock({ node }: { readonly node: PlanNode }) {
  return (
    <section className={classes.block} aria-label={t('plan.detail.progress')}>
      <h3 className={classes.heading}>{t('plan.detail.progress')}</h3>
      {(['domainOrders', 'tasks'] as const).map(
        kind =>
          node[kind].total > 0 && (
            <div key={kind} className={classes.progress}>
              <span>{t(`plan.detail.${kind}`)}</span>
              <Progress
                className={classes.bar ?? ''}
                value={(100 * node[kind].ended) / node[kind].total}
                size="sm"
                aria-label={`${t(`plan.detail.${kind}`)}: ${t('plan.done', node[kind])}`}
              />
              <span className={classes.number}>{t('plan.done.of', node[kind])}</span>
            </div>
          ),
      )}
    </section>
  );
}

/** With how much later than first planned that is. */
function expectedEnd(node: PlanNode): ReactNode {
  const { estimatedEnd } = node;
  if (estimatedEnd === null) return null;
  const late = lateShort(node, estimatedEnd);
  return (
    <>
      <Time at={estimatedEnd} as="exact" /> {late !== null && <span className={classes.late}>({late.words})</span>}
    </>
  );
}

const exact = (at: string | null): ReactNode => (at === null ? null : <Time at={at} as="exact" />);

const keysOf = ({ on }: NonNullable<PlanNode['waiting']>): string[] => on.map(({ key }) => key);
