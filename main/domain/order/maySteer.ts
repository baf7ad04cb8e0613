/** Who may say how it goes on with a task: hold it, take it up again, say when it will end. */
import { isAllowed, type Person } from '../people/permissions.ts';
import { permitted } from './guards.ts';
import type { OrderTask } from './order.ts';
import type { Refusal } from './refusals.ts';

/** One's own task and one that nobody has may be steered by whoever works; anybody's by whoever hands out work. */
export function maySteer(by: Person, { assignee }: Pick<OrderTask, 'assignee'>): Refusal | null {
  if (isAllowed(by, 'task.assign')) return null;
  return permitted(by, assignee === undefined || assignee === by.id ? 'task.work' : 'task.assign');
}

/** States in which there is still something to be said about a task. */
export const unended = ['draft', 'scheduled', 'open', 'inProgress', 'onHold', 'awaitingInformation'] as const;
