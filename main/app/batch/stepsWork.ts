/** Does the same thing to the steps of a frozen list one by one: hands them out, holds, resumes, repairs or reports them (ux.md C, G7). */
import type { StepDeed, StepItem } from '../../../preload/contract/batch.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { taskNumber } from '../../domain/order/numbers.ts';
import type { Order } from '../../domain/order/order.ts';
import { err, type Result } from '../../domain/result.ts';
import { findRow } from '../../domain/table.ts';
import type { JobWork } from '../intake/jobs.ts';
import { batchWork, commandOf, RefusedHalfway, type BatchParts, type BatchStep } from './batchJob.ts';
import { commandsFor, isSettled } from './stepDeeds.ts';

/** What the job keeps beside the list. */
export type StepsInput = {
  readonly deed: StepDeed;
  /** The order that all the steps are of. */
  readonly orderId?: string;
  readonly digest: string;
};

export const stepsWork = (parts: BatchParts): JobWork =>
  batchWork<StepItem>(parts, {
    stepOf: (item, { input }) => {
      const { deed } = input as unknown as StepsInput;
      const { orderId, task } = item;
      const order = parts.orders.load(orderId);
      return {
        orderId,
        name: nameOfStep(item),
        about: aboutStep(order, task),
        carryOut: (commandId, who) => carryOut(parts, order, { item, deed, commandId, who }),
        isSettled: refusal => isSettled(deed.type, refusal),
      };
    },
  });

/** Stands for the step within its batch. */
export const nameOfStep = ({ orderId, task }: Pick<StepItem, 'orderId' | 'task'>): string => `${orderId}/T${task}`;

/** How people know a step; empty where there is no such order or step. */
export function aboutStep(
  order: Order | null,
  task: number,
): { readonly number: string; readonly task: number; readonly title: string } {
  const title = order?.plan === undefined ? '' : (findRow(order.plan.tasks, task)?.title ?? '');
  return { number: order === null ? '' : taskNumber(order, task), task, title };
}

type Doing = {
  readonly item: StepItem;
  readonly deed: StepDeed;
  readonly commandId: string;
  readonly who: Parameters<BatchStep['carryOut']>[1];
};

/** A step that several fallouts hold takes a command for each of them, and all of them or none. */
function carryOut(
  { execute }: BatchParts,
  order: Order | null,
  { item, deed, commandId, who }: Doing,
): Result<unknown, Refusal> {
  const { orderId } = item;
  if (order === null) return err({ code: 'NotFound', subject: 'order', id: orderId });
  const commands = commandsFor(order, deed, item);
  if (!commands.ok) return commands;
  let done: Result<unknown, Refusal> = commands;
  for (const [n, command] of commands.value.entries()) {
    done = execute(orderId, n === 0 ? commandId : commandOf(commandId, String(n)), command, who);
    if (!done.ok && n > 0) throw new RefusedHalfway(done.error);
    if (!done.ok) return done;
  }
  return done;
}
