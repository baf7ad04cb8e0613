/** What the window remembers of a plan while another screen is shown: which part is chosen when it is opened next, and what was last done to many of its steps. */
import type { StepDeed } from '../../preload/contract/batch.ts';

const chosen = new Map<string, string>();

export const rememberPart = (orderId: string, key: string): void => void chosen.set(orderId, key);

/** Good for one opening; the order itself when nothing was remembered. */
export function takePart(orderId: string): string {
  const key = chosen.get(orderId) ?? 'order';
  chosen.delete(orderId);
  return key;
}

/** What was last done to many steps of a plan, so that its results are found again after another screen. */
export type LastSteps = { readonly jobId: string; readonly deed: StepDeed };

const batches = new Map<string, LastSteps>();

export const lastBatchOf = (orderId: string): LastSteps | undefined => batches.get(orderId);
export const rememberBatch = (orderId: string, batch: LastSteps): void => void batches.set(orderId, batch);
export const forgetBatch = (orderId: string): void => void batches.delete(orderId);
