/** What the window remembers of a plan while another screen is shown: which part is chosen, what was opened and closed, and what was last done to many of its steps. */
import type { StepDeed } from '../../preload/contract/batch.ts';

type Branches = ReadonlyMap<string, boolean>;

const parts = new Map<string, string>();
const branches = new Map<string, Branches>();

export const rememberPart = (orderId: string, key: string): void => void parts.set(orderId, key);
/** The order itself when nothing was remembered. */
export const partOf = (orderId: string): string => parts.get(orderId) ?? 'order';

export const rememberBranches = (orderId: string, chosen: Branches): void => void branches.set(orderId, chosen);
export const branchesOf = (orderId: string): Branches => branches.get(orderId) ?? new Map();

export function forgetPlace(orderId: string): void {
  parts.delete(orderId);
  branches.delete(orderId);
}

/** What was last done to many steps of a plan, so that its results are found again after another screen. */
export type LastSteps = { readonly jobId: string; readonly deed: StepDeed };

const batches = new Map<string, LastSteps>();

export const lastBatchOf = (orderId: string): LastSteps | undefined => batches.get(orderId);
export const rememberBatch = (orderId: string, batch: LastSteps): void => void batches.set(orderId, batch);
export const forgetBatch = (orderId: string): void => void batches.delete(orderId);
