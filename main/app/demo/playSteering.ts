/** Lets those who work on an order of the demo say when a task will end, and bring one before somebody who can help. */
import { isAllowed, type Person } from '../../domain/people/permissions.ts';
import type { OrderTask } from '../../domain/order/order.ts';
import { rowsOf } from '../../domain/table.ts';
import type { Chance } from './chance.ts';
import type { Shift } from './course.ts';
import { host, leadOf, personOf } from './crew.ts';

type Under = OrderTask & { readonly assignee: string };

/** Share of the orders under way with a task of which somebody says when it ends, and with one that is brought before somebody. */
const DATED = 0.14;
const ESCALATED = 0.12;

/** `chance` is a line of its own, so that the rest of the story stays what it is; what is proposed lies behind the `horizon`. */
export function playSteering(shift: Shift, at: number, { chance, horizon }: { chance: Chance; horizon: number }): void {
  const { story, data, calendarOf } = shift;
  const { plan } = story.order();
  const underWay = [...(plan === undefined ? [] : rowsOf(plan.tasks))].filter(
    (task): task is Under => task.state === 'inProgress' && task.assignee !== undefined,
  );
  if (underWay.length === 0) return;
  if (chance.happens(DATED)) {
    const { number, group, assignee } = chance.pick(underWay);
    const end = calendarOf(group).addWorking(horizon, chance.between(500, 2400));
    const reason = chance.pick(data.proposedEnds[group ?? ''] ?? data.pauses);
    const command = { type: 'proposeEnd', task: number, end: new Date(wholeHour(end)).toISOString(), reason } as const;
    story.send(personOf(assignee), command, at);
  }
  if (chance.happens(ESCALATED)) {
    const { number, group, assignee } = chance.pick(underWay);
    const by = personOf(assignee);
    const to = helperOf(by, group, chance);
    if (to === undefined || !isAllowed(by, 'task.escalate')) return;
    const reason = chance.pick(data.escalations[group ?? ''] ?? data.pauses);
    story.send(by, { type: 'escalateTask', task: number, to: { kind: 'person', id: to.id }, reason }, at);
  }
}

/** Whoever sits at the desk, or the lead of the team. */
const helperOf = (by: Person, group: string | undefined, chance: Chance): Person | undefined =>
  (chance.happens(0.6) ? [host, leadOf(group)] : [leadOf(group), host]).find(one => one.id !== by.id);

const HOUR = 3_600_000;

/** Nobody promises a second. */
const wholeHour = (at: number): number => Math.ceil(at / HOUR) * HOUR;
