/** The schedule of a whole order in a few numbers, and what would become of its end (features O4, O16, T7). */
import { getTask } from '../order/change.ts';
import type { Count } from '../order/order.ts';
import { taskId, type NodeId } from '../vocabulary/node.ts';
import type { JeopardyLevel } from '../vocabulary/states.ts';
import { factsOfPart } from './planNode.ts';
import type { PlanView } from './planView.ts';
import type { Conditions } from './remainingWork.ts';
import { scheduleOrder } from './schedule.ts';

/** Dates are ISO-8601 UTC, null where there is nothing to tell. */
export type Outlook = {
  readonly at: string;
  readonly start: string | null;
  readonly baselineEnd: string | null;
  readonly plannedEnd: string | null;
  readonly estimatedEnd: string | null;
  /** The estimate is the earliest: of what it comes after in another order no end is known. */
  readonly atEarliest: boolean;
  readonly actualEnd: string | null;
  /** What the customer was promised. */
  readonly committedDueDate: string | null;
  readonly jeopardy: JeopardyLevel;
  readonly progress: { readonly done: number; readonly total: number };
  readonly tasks: Count;
  readonly criticalPath: readonly { readonly key: NodeId; readonly title: string }[];
  readonly learnedFrom: number;
};

const longestPath = 100;

export function outlookOf(view: PlanView, { now }: Conditions): Outlook {
  const { order, schedule } = view;
  const { estimatedStart, baselineEnd, plannedEnd, jeopardy, progress, ...dates } = factsOfPart(view, 'order');
  const path = schedule?.criticalPath ?? [];
  return {
    at: new Date(now).toISOString(),
    start: order.actualStart ?? order.startsAt ?? estimatedStart,
    baselineEnd,
    plannedEnd,
    estimatedEnd: dates.estimatedEnd,
    atEarliest: dates.atEarliest,
    actualEnd: dates.actualEnd,
    committedDueDate: order.requestedCompletion ?? null,
    jeopardy,
    progress,
    tasks: order.counts.tasks,
    criticalPath: path.slice(0, longestPath).map(task => ({ key: taskId(task), title: getTask(order, task).title })),
    learnedFrom: schedule?.learnedFrom ?? 0,
  };
}

/** The end of the order if a task ended at `end` (milliseconds), beside what it is now; the task must not have ended. */
export function whatIf(
  view: PlanView,
  conditions: Conditions,
  supposed: { readonly task: number; readonly end: number },
): { readonly estimatedEnd: string; readonly was: string; readonly slackMinutes: number } {
  const then = scheduleOrder(view.order, conditions, supposed);
  if (then === undefined || view.schedule === undefined) throw new Error(`Order ${view.order.id} has no plan yet`);
  return {
    estimatedEnd: new Date(then.end).toISOString(),
    was: new Date(view.schedule.end).toISOString(),
    slackMinutes: factsOfPart(view, taskId(supposed.task)).slackMinutes ?? 0,
  };
}
