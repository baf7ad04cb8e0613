/** Who has a part of the plan, and when it was to start and end, does and did. */
import type { ReactNode } from 'react';
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { Names } from '../names.ts';
import { Priority } from '../tasks/Priority.tsx';
import { Facts, type Fact } from '../ui/Facts.tsx';
import { Time } from '../ui/Time.tsx';
import { t } from '../words/words.ts';
import { lateShort, slackSentence, slackWords } from './scheduleWords.ts';
import classes from './PlanDetail.module.css';

type Props = { readonly node: PlanNode; readonly names: Names };

export function PartFacts({ node, names }: Props) {
  const title = t('plan.detail.facts');
  return (
    <section className={classes.block} aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      <Facts facts={[...handsFacts(node, names), ...dateFacts(node), ...slackFacts(node)]} />
    </section>
  );
}

function handsFacts({ kind, assignee, group, priority }: PlanNode, names: Names): Fact[] {
  return [
    ...(kind === 'task'
      ? [
          { name: t('plan.detail.assignee'), value: names.person(assignee) || t('plan.detail.nobody') },
          { name: t('plan.detail.group'), value: names.team(group) },
        ]
      : []),
    ...(priority === null ? [] : [{ name: t('plan.detail.priority'), value: <Priority value={priority} /> }]),
  ];
}

function dateFacts(node: PlanNode): Fact[] {
  const { kind, plannedStart, plannedEnd, baselineEnd, actualStart, actualEnd } = node;
  const hasOwnStart = kind !== 'line' && kind !== 'location';
  return [
    { name: t('plan.detail.plannedStart'), value: exact(plannedStart) },
    { name: t('plan.detail.plannedEnd'), value: exact(plannedEnd) },
    ...(baselineEnd === null || baselineEnd === plannedEnd
      ? []
      : [{ name: t('plan.detail.baselineEnd'), value: exact(baselineEnd) }]),
    ...(hasOwnStart
      ? [{ name: t('plan.detail.started'), value: exact(actualStart) ?? t('plan.detail.notStarted') }]
      : []),
    actualEnd === null
      ? { name: t('plan.detail.estimatedEnd'), value: expectedEnd(node) }
      : { name: t('plan.detail.ended'), value: exact(actualEnd) },
  ];
}

function slackFacts({ slackMinutes }: PlanNode): Fact[] {
  if (slackMinutes === null) return [];
  return [{ name: t('plan.detail.slack'), value: slackWords(slackMinutes), title: slackSentence(slackMinutes) }];
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
