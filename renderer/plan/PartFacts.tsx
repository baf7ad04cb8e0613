/** Who has a part of the plan, and when it was to start and end, does and did. */
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { Action } from '../actions/registry.ts';
import type { Names } from '../names.ts';
import { PriorityExplained } from '../order/PriorityExplained.tsx';
import { Facts, type Fact } from '../ui/Facts.tsx';
import { t } from '../words/words.ts';
import { dateFacts } from './dateFacts.tsx';
import { ProposedEnd } from './ProposedEnd.tsx';
import { slackSentence, slackWords } from './scheduleWords.ts';
import classes from './PlanDetail.module.css';

type Props = {
  readonly node: PlanNode;
  readonly names: Names;
  /** Undefined where nothing can be changed. */
  readonly withdrawEnd: Action | undefined;
};

export function PartFacts({ node, names, withdrawEnd }: Props) {
  const title = t('plan.detail.facts');
  return (
    <section className={classes.block} aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      <Facts
        facts={[
          ...handsFacts(node, names),
          ...dateFacts(node),
          ...(node.proposedEnd
            ? [
                {
                  name: t('tasks.detail.proposedEnd'),
                  value: <ProposedEnd proposed={node.proposedEnd} names={names} withdraw={withdrawEnd} />,
                },
              ]
            : []),
          ...slackFacts(node),
        ]}
      />
      {node.atEarliest && <p className={classes.note}>{t('plan.earliest.why')}</p>}
    </section>
  );
}

function handsFacts({ kind, assignee, group, priority, escalation }: PlanNode, names: Names): Fact[] {
  const raised = escalation && { by: names.person(escalation.by), from: escalation.from };
  return [
    ...(kind === 'task'
      ? [
          { name: t('plan.detail.assignee'), value: names.person(assignee) || t('plan.detail.nobody') },
          { name: t('plan.detail.group'), value: names.team(group) },
        ]
      : []),
    ...(priority === null
      ? []
      : [
          {
            name: t('plan.detail.priority'),
            value: <PriorityExplained priority={priority} priorityScore={null} raised={raised} />,
          },
        ]),
  ];
}

function slackFacts({ slackMinutes }: PlanNode): Fact[] {
  if (slackMinutes === null) return [];
  return [{ name: t('plan.detail.slack'), value: slackWords(slackMinutes), title: slackSentence(slackMinutes) }];
}
