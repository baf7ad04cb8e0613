/** Lets work of the demo go wrong, and be put right: fallout is raised, triaged, moved, waited on and resolved. */
import type { FalloutAction, OrderTask } from '../../domain/order/order.ts';
import { isFalloutOpen } from '../../domain/vocabulary/states.ts';
import { getRow, rowsOf } from '../../domain/table.ts';
import { handOf, leadOf, personOf } from './crew.ts';
import type { FalloutStory } from './demoData.ts';
import type { Shift } from './course.ts';
import type { Stall } from './scenario.ts';
import { afternoonOf, MINUTE } from './workTime.ts';

type Raised = { readonly fallout: number; readonly task: number; readonly story: FalloutStory };

/** Fallout on a task under way that is dealt with in the course of the work. */
export function playTrouble(shift: Shift, task: number, now: () => number): void {
  if (shift.story.task(task).state !== 'inProgress') return;
  const raised = raise(shift, task, now());
  const { group } = shift.story.task(task);
  shift.later(group, shift.story.chance.between(20, 360), () => {
    takeOn(shift, raised, now());
    shift.later(group, shift.story.chance.between(60, 900), () => {
      resolve(shift, raised, actionFor(shift, task), now());
      if (shift.story.task(task).state === 'inProgress') shift.goOn(task);
    });
  });
}

function actionFor({ story: { chance, task, order }, optional, isLast }: Shift, number: number): FalloutAction {
  if (isLast(number)) return 'retry';
  const { plan } = order();
  const { specification, parent } = getRow(plan?.domainOrders ?? fail('no plan'), task(number).domainOrder);
  const mayBeLeftOut = parent !== undefined && optional.has(specification);
  return chance.weighted({ retry: 80, skip: 8, forceComplete: 12, cancelBranch: mayBeLeftOut ? 25 : 0 });
}

function raise({ story, data }: Shift, number: number, at: number): Raised {
  const { chance } = story;
  const { group, assignee } = story.task(number);
  const fitting = data.fallouts.filter(({ teams }) => teams.includes(group ?? ''));
  const told = chance.pick(fitting.length > 0 ? fitting : data.fallouts);
  const by = assignee === undefined ? handOf(group, chance) : personOf(assignee);
  const priority = chance.weighted({ critical: 6, high: 24, moderate: 55, low: 15 });
  story.send(
    by,
    {
      type: 'raiseFallout',
      task: number,
      falloutType: told.type,
      priority,
      text: told.text,
      ...(group === undefined ? {} : { group }),
      ...(chance.happens(0.85) ? { dueAt: afternoonOf(at, priority === 'low' ? 4 : chance.whole(1, 3)) } : {}),
    },
    at,
  );
  return { fallout: story.order().fallouts.size, task: number, story: told };
}

function takeOn({ story, data }: Shift, { fallout, task }: Raised, at: number): void {
  const { chance } = story;
  const lead = leadOf(story.task(task).group);
  if (!isOpen(story, fallout)) return;
  const priority = chance.happens(0.15) ? ({ priority: 'high' } as const) : {};
  story.send(lead, { type: 'triageFallout', fallout, owner: lead.id, ...priority }, at);
  if (chance.happens(0.35)) {
    const text = chance.pick(data.triageNotes);
    story.sendAfter(chance.between(5, 40), lead, { type: 'addNote', subject: `F${fallout}`, kind: 'work', text });
  }
}

const isOpen = (story: Shift['story'], fallout: number): boolean =>
  isFalloutOpen(getRow(story.order().fallouts, fallout).state);

function resolve(shift: Shift, { fallout, task, story: told }: Raised, action: FalloutAction, at: number): void {
  const { story, data, look } = shift;
  const { chance } = story;
  if (!isOpen(story, fallout)) return;
  const by = leadOf(story.task(task).group);
  const { rootCause, resolutionCode } = told;
  const resolution = {
    retry: { resolutionCode, text: told.resolution },
    skip: { resolutionCode: 'notNeeded', text: chance.pick(data.skips) },
    forceComplete: { resolutionCode: 'workedAround', text: chance.pick(data.statedResults) },
    cancelBranch: { resolutionCode: 'descoped', text: chance.pick(data.branchesCanceled) },
  }[action];
  look(story.send(by, { type: 'resolveFallout', fallout, action, rootCause, ...resolution }, at));
}

/** Ends the work of an order under way with something in the middle of it that keeps it from going on. */
export function playStall(shift: Shift, stall: Stall, at: number): void {
  const { story, optional } = shift;
  const { chance } = story;
  if (stall === 'someOfEach') leaveLag(shift);
  const { plan } = story.order();
  if (plan === undefined) fail('no plan');
  const tasks = [...rowsOf(plan.tasks)].filter(({ state }) => state === 'inProgress' || state === 'open');
  const mayBeLeftOut = ({ domainOrder }: { readonly domainOrder: number }): boolean =>
    optional.has(getRow(plan.domainOrders, domainOrder).specification);
  // What can be left out where something shall be, and what is under way rather than what waits for somebody.
  const best = tasks.toSorted((a, b) => rank(b) - rank(a)).at(0);
  function rank(task: (typeof tasks)[number]): number {
    const suits = stall === 'branchCanceled' && mayBeLeftOut(task) ? 2 : 0;
    return suits + (task.state === 'inProgress' ? 1 : 0);
  }
  if (best === undefined) return;
  if (stall === 'paused') return pause(shift, best.number, at);
  const raised = raise(shift, best.number, at);
  if (stall === 'open' || stall === 'someOfEach') return;
  const { fallout } = raised;
  const lead = leadOf(best.group);
  const minutes = (): number => chance.between(10, 70);
  story.sendAfter(minutes(), lead, { type: 'triageFallout', fallout, owner: lead.id });
  switch (stall) {
    case 'takenOn':
      return;
    case 'reassigned': {
      const owner = handOf(best.group, chance).id;
      const group = best.group ?? null;
      if (owner !== lead.id) story.sendAfter(minutes(), lead, { type: 'reassignFallout', fallout, owner, group });
      return;
    }
    case 'awaitingInformation':
    case 'onHold':
      story.sendAfter(minutes(), lead, { type: 'triageFallout', fallout, state: stall });
      return;
    case 'retried':
    case 'skipped':
    case 'branchCanceled': {
      const action = ({ retried: 'retry', skipped: 'skip', branchCanceled: 'cancelBranch' } as const)[stall];
      const isTop = getRow(plan.domainOrders, best.domainOrder).parent === undefined;
      const fitting = action === 'cancelBranch' && isTop ? 'skip' : action;
      resolve(shift, raised, shift.isLast(best.number) ? 'retry' : fitting, story.at() + 10 * MINUTE);
    }
  }
}

/** Does the rest of a task whose successor has to wait a while after it, so that it waits now. */
function leaveLag({ story, finish }: Shift): void {
  const { plan } = story.order();
  const tasks = plan === undefined ? [] : [...rowsOf(plan.tasks)];
  const isLast = ({ id, line }: OrderTask): boolean =>
    tasks.some(next => next.line === line && next.pending === 1 && next.lags?.[id] !== undefined);
  const states = ['open', 'inProgress'];
  const [best] = tasks
    .filter(task => states.includes(task.state) && isLast(task))
    .toSorted((a, b) => states.indexOf(b.state) - states.indexOf(a.state));
  if (best === undefined) return;
  if (best.state === 'open') finish(best.number);
  finish(best.number);
}

/** No fault, but nobody can go on: whoever has the task puts it on hold and says why. */
function pause({ story, data }: Shift, number: number, at: number): void {
  const { assignee, group } = story.task(number);
  const by = assignee === undefined ? leadOf(group) : personOf(assignee);
  story.send(by, { type: 'pauseTask', task: number, reason: story.chance.pick(data.pauses) }, at);
}

/** The customer takes the order back: every branch of every line is canceled. */
export function playWithdrawal({ story, data }: Shift, at: number): void {
  const { chance } = story;
  const by = leadOf('service-desk');
  const text = chance.pick(data.withdrawals);
  story.send(by, { type: 'addNote', subject: 'order', kind: 'customer', text }, at);
  const { plan } = story.order();
  if (plan === undefined) fail('no plan');
  for (const { parent, tasks } of rowsOf(plan.domainOrders)) {
    const task = parent === undefined ? tasks.findLast(isUndone) : undefined;
    if (task === undefined) continue;
    const why = { falloutType: 'other', priority: 'low', text } as const;
    story.sendAfter(2, by, { type: 'raiseFallout', task, ...why });
    const fallout = story.order().fallouts.size;
    const how = { action: 'cancelBranch', rootCause: 'unknown', resolutionCode: 'descoped', text } as const;
    story.sendAfter(3, by, { type: 'resolveFallout', fallout, ...how });
  }

  function isUndone(number: number): boolean {
    const { state } = story.task(number);
    return state !== 'closedComplete' && state !== 'canceled';
  }
}

function fail(what: string): never {
  throw new Error(`The demo meets ${what} where work is under way`);
}
