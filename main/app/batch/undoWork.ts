/** Takes a batch of steps back: each of its actions that nothing builds on yet, in the order of its list and with a result for each (features X8). */
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { err } from '../../domain/result.ts';
import type { JobWork } from '../intake/jobs.ts';
import { batchWork, type BatchParts } from './batchJob.ts';
import { aboutStep, nameOfStep } from './stepsWork.ts';

/** A step with the command by which the batch changed it. */
export type UndoItem = { readonly orderId: string; readonly task: number; readonly action: string };

/** Undos per transaction: each counts the whole order anew. */
const SIZE = 10;

export const undoWork = (parts: BatchParts): JobWork =>
  batchWork<UndoItem>(parts, {
    size: SIZE,
    stepOf: ({ action, ...step }) => {
      const { orderId, task } = step;
      const order = parts.orders.load(orderId);
      return {
        orderId,
        name: nameOfStep(step),
        about: aboutStep(order, task),
        carryOut: (commandId, who) =>
          order === null
            ? err({ code: 'NotFound', subject: 'order', id: orderId })
            : parts.execute(orderId, commandId, { type: 'undo', action }, who),
        isSettled: wasTakenBack,
      };
    },
  });

const wasTakenBack = (refusal: Refusal): boolean => refusal.code === 'CannotUndo' && refusal.why === 'unknown';
