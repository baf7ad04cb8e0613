/** What is chosen in the plan: its state, why it waits, why it exists, what comes before and after, who and when. */
import type { Ref } from 'react';
import { useCall } from '../calls.ts';
import type { OutsidePart, PlanNode } from '../../preload/contract/plan.ts';
import type { Names } from '../names.ts';
import type { Action } from '../actions/registry.ts';
import { ActionButton } from '../tasks/ActionButton.tsx';
import { EscalationLine } from '../tasks/Escalated.tsx';
import { t } from '../words/words.ts';
import { forwardText } from './forwardText.ts';
import { OutsideLinks } from './OutsideLinks.tsx';
import type { PlanPartRef } from './PartLink.tsx';
import { PartLinks } from './PartLinks.tsx';
import { hasPartEnded } from './partState.ts';
import { PartFacts } from './PartFacts.tsx';
import { PartHead } from './PartHead.tsx';
import { PartProgress } from './PartProgress.tsx';
import type { PlanSource } from './planSource.ts';
import type { Proposing } from './usePlanCommands.ts';
import { WhatIf } from './WhatIf.tsx';
import { WhyMade } from './WhyMade.tsx';
import { WhyPanel } from './WhyPanel.tsx';
import classes from './PlanDetail.module.css';

type Props = {
  readonly source: PlanSource;
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
  readonly withdrawEnd: Action | undefined;
  readonly withdrawEscalation: Action | undefined;
  readonly proposing: Proposing;
  readonly onLetGo: (part: OutsidePart) => void;
  readonly onOpenPart?: ((key: string) => void) | undefined;
  readonly whyRef?: Ref<HTMLElement>;
};

/** So many targets that were left out are told beside the plan; the specifications have them all. */
const MOST_SKIPPED = 20;
/** Causes whose parts are listed below, with what can be done about each. */
const besideList: ReadonlySet<string> = new Set(['otherOrder', 'orderToCome']);

export function PlanDetail(props: Props) {
  const { source, node, names, find, onGo, actions, onOpenPart, whyRef, order, at } = props;
  const { orderId, asApproved: ahead = false } = source;
  const made = useCall('plan.why', { ...source, part: node.key, limit: MOST_SKIPPED });
  const waiting = props.waiting === undefined ? node.waiting : props.waiting;
  const ended = hasPartEnded(node);
  // A task also waits for what its domain order and line wait for.
  const before = [...new Set([...node.predecessors, ...(waiting?.cause === 'predecessors' ? keysOf(waiting) : [])])];
  return (
    <article className={classes.detail} aria-label={t('plan.detail.label', { title: node.title })}>
      <PartHead node={node} names={names} />
      {node.escalation && (
        <EscalationLine escalation={node.escalation} names={names} withdraw={props.withdrawEscalation} />
      )}
      {actions.length > 0 && (
        <div className={classes.actions}>
          {actions.map((action, index) => (
            <ActionButton key={action.id} action={action} variant={index === 0 ? 'filled' : 'default'} />
          ))}
        </div>
      )}
      <WhyPanel
        ref={whyRef ?? null}
        waiting={waiting && node.outside.length > 0 && besideList.has(waiting.cause) ? { ...waiting, on: [] } : waiting}
        ended={ended}
        names={names}
        onGo={onGo}
        onOpenTask={onOpenPart}
        text={() => forwardText({ order, node: { ...node, waiting }, names, at, made: made.value, ahead })}
      />
      <OutsideLinks
        parts={node.outside}
        waiting={waiting}
        names={names}
        waitFor={props.waitFor}
        onLetGo={props.onLetGo}
      />
      {props.canTry && node.kind === 'task' && !ended && (
        <WhatIf key={node.key} orderId={orderId} node={node} proposing={props.proposing} />
      )}
      {node.tasks.total + node.domainOrders.total > 0 && <PartProgress node={node} />}
      <WhyMade source={source} node={node} why={made} about={{ order, ahead, at }} />
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
      <PartFacts node={node} names={names} withdrawEnd={props.withdrawEnd} />
    </article>
  );
}

const keysOf = ({ on }: NonNullable<PlanNode['waiting']>): string[] => on.map(({ key }) => key);
