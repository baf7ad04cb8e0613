/** What somebody who may can do next for an order, so that it comes to its end. */
import type { Person } from '../../people/permissions.ts';
import { emptyTable, rowsOf } from '../../table.ts';
import { isFalloutOpen } from '../../vocabulary/states.ts';
import type { OrderCommand } from '../commands.ts';
import type { Order, OrderTask } from '../order.ts';
import { findPendingRevision } from '../revision/evolveRevision.ts';
import { everyone, fulfiller, manager } from './people.ts';
import { resolve, type Step } from './story.ts';

/** Somebody asks something, at the moment the story has come to or at a later one, with something around the order or nothing. */
export type Asked = { readonly command: OrderCommand; readonly by: Person } & Pick<Step, 'at' | 'around'>;

/** What somebody who may can do next for the order: the nth of the tasks that can move, or of those that are held. */
export function nextStep(order: Order, nth: number): Asked | undefined {
  if (order.state === 'acknowledged' && order.startsAt !== undefined) {
    return { command: { type: 'passTime' }, by: fulfiller, at: order.startsAt };
  }
  const pending = findPendingRevision(order);
  if (pending !== undefined) {
    return { command: { type: 'rejectRevision', revision: pending.number, text: 'Not now' }, by: manager };
  }
  const tasks = [...rowsOf(order.plan?.tasks ?? emptyTable)];
  const able = tasks.filter(({ state }) => state === 'open' || state === 'inProgress');
  const task = able[nth % Math.max(able.length, 1)];
  if (task !== undefined) return stepOf(task);
  const open = [...rowsOf(order.fallouts)].find(({ state }) => isFalloutOpen(state));
  if (open !== undefined) return { command: resolve(open.number, 'retry'), by: fulfiller };
  const paused = tasks.find(({ hold }) => hold?.person !== undefined);
  if (paused !== undefined) return { command: { type: 'resumeTask', task: paused.number }, by: fulfiller };
  return waitOver(tasks);
}

/** Time passes, another order has come far enough, or somebody lets a task go on without one that never comes. */
function waitOver(tasks: readonly OrderTask[]): Asked | undefined {
  const moments = tasks.flatMap(({ state, opensAt }) =>
    state === 'scheduled' && opensAt !== undefined ? [opensAt] : [],
  );
  const [first] = moments.toSorted();
  if (first !== undefined) return { command: { type: 'passTime' }, by: fulfiller, at: first };
  for (const { number: task, state, outside = [], wants = [] } of tasks) {
    if (state !== 'draft') continue;
    const [wait] = outside;
    if (wait !== undefined) {
      return { command: { type: 'meetOutside', task, order: wait.order, node: wait.node }, by: fulfiller };
    }
    const want = wants.find(({ required }) => required === true);
    if (want === undefined) continue;
    return { command: { type: 'goWithout', task, specification: want.specification }, by: fulfiller };
  }
  return undefined;
}

function stepOf(task: OrderTask): { command: OrderCommand; by: Person } {
  if (task.state === 'inProgress') {
    const values = task.fields.length === 0 ? [] : [{ name: 'serial', value: 'SN' }];
    return { command: { type: 'completeTask', task: task.number, values }, by: fulfiller };
  }
  const owner = everyone.find(({ id }) => id === task.assignee) ?? fulfiller;
  return { command: { type: 'startTask', task: task.number }, by: owner };
}
