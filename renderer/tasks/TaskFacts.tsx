/** Who has a task and why, how urgent it is and why, and its dates: planned, estimated, actual (features T3, T6, T7, O15). */
import type { Task } from '../../preload/contract/task.ts';
import type { Action } from '../actions/registry.ts';
import type { Names } from '../names.ts';
import { PriorityExplained } from '../order/PriorityExplained.tsx';
import { ExpectedTime } from '../plan/ExpectedTime.tsx';
import { JeopardyMark } from '../plan/JeopardyMark.tsx';
import { ProposedEnd } from '../plan/ProposedEnd.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Time } from '../ui/Time.tsx';
import { t } from '../words/words.ts';
import { durationWords } from './dueWords.ts';
import classes from './TaskDetail.module.css';

type Props = {
  readonly task: Task;
  readonly names: Names;
  /** Undefined where nothing can be changed. */
  readonly withdrawEnd?: Action;
};

export function TaskFacts({ task, names, withdrawEnd }: Props) {
  const { actualStart, actualEnd, estimatedEnd, retries, redone, undoes, assignedWhy, nobodyWhy, slaShare } = task;
  const isOver = actualEnd !== null;
  return (
    <section className={classes.block} aria-label={t('tasks.detail.facts')}>
      <h3 className={classes.heading}>{t('tasks.detail.facts')}</h3>
      <Facts
        facts={[
          { name: t('tasks.detail.assignee'), value: names.person(task.assignee) || t('tasks.detail.nobody') },
          ...(assignedWhy ? [{ name: t('tasks.detail.assignedWhy'), value: assignmentText(assignedWhy) }] : []),
          ...(nobodyWhy ? [{ name: t('tasks.detail.nobodyWhy'), value: nobodyText(nobodyWhy, names) }] : []),
          { name: t('tasks.detail.group'), value: names.team(task.group) },
          {
            name: t('tasks.detail.priority'),
            value: (
              <PriorityExplained
                priority={task.priority}
                priorityScore={task.priorityScore}
                raised={task.escalation && { by: names.person(task.escalation.by), from: task.escalation.from }}
              />
            ),
          },
          { name: t('tasks.detail.domainOrder'), value: task.domainOrder, title: task.domainOrderNumber },
          { name: t('tasks.detail.line'), value: task.lineName },
          ...(undoes === null ? [] : [{ name: t('tasks.detail.undoes'), value: undoes }]),
          ...(task.pointOfNoReturn
            ? [{ name: t('tasks.detail.noReturn'), value: t('tasks.detail.noReturnText') }]
            : []),
          { name: t('tasks.detail.duration'), value: durationWords(task.durationMinutes) },
          { name: t('tasks.detail.sla'), value: slaText(task) },
          ...(task.jeopardy === 'none' || isOver
            ? []
            : [
                {
                  name: t('tasks.detail.jeopardy'),
                  value: <JeopardyMark level={task.jeopardy} share={slaShare} />,
                },
              ]),
          { name: t('tasks.detail.plannedStart'), value: <Time at={task.plannedStart} as="exact" /> },
          { name: t('tasks.detail.plannedEnd'), value: <Time at={task.plannedEnd} as="exact" /> },
          ...(estimatedEnd && !isOver
            ? [
                {
                  name: t('tasks.detail.estimatedEnd'),
                  value: <ExpectedTime at={estimatedEnd} atEarliest={task.atEarliest} />,
                },
              ]
            : []),
          ...(task.proposedEnd
            ? [
                {
                  name: t('tasks.detail.proposedEnd'),
                  value: <ProposedEnd proposed={task.proposedEnd} names={names} withdraw={withdrawEnd} />,
                },
              ]
            : []),
          ...(actualStart ? [{ name: t('tasks.detail.started'), value: <Time at={actualStart} as="exact" /> }] : []),
          ...(actualEnd ? [{ name: t('tasks.detail.ended'), value: <Time at={actualEnd} as="exact" /> }] : []),
          ...(retries > 0
            ? [{ name: t('tasks.detail.retries'), value: t('tasks.detail.times', { count: retries }) }]
            : []),
          ...(redone > 0
            ? [{ name: t('tasks.detail.redone'), value: t('tasks.detail.times', { count: redone }) }]
            : []),
        ]}
      />
    </section>
  );
}

/** `In turn, of 4 who could; had 2 open tasks; skill fibre; site Bergen` */
export function assignmentText({ method, candidates, load, skill, site }: NonNullable<Task['assignedWhy']>): string {
  return [
    t(`tasks.detail.assigned.${method}`, { count: candidates }),
    t('tasks.detail.assigned.load', { count: load }),
    skill && t('tasks.detail.assigned.skill', { skill }),
    site && t('tasks.detail.assigned.site', { site }),
  ]
    .filter(Boolean)
    .join('; ');
}

/** `Nobody in Field North has the skill fibre.` */
export const nobodyText = (
  { group, cause, skill = '', site = '' }: NonNullable<Task['nobodyWhy']>,
  names: Names,
): string => t(`tasks.detail.nobodyIn.${cause}`, { team: names.team(group), skill, site: site || 'none' });

function slaText({ slaMinutes, slaShare }: Task): string {
  const length = durationWords(slaMinutes);
  return slaShare === null ? length : t('tasks.detail.slaPassed', { length, percent: Math.round(slaShare * 100) });
}
