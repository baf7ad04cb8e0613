/** Everything the window may ask of the app, and everything the app may tell the window; written down only here. */
import { breakdownCalls } from './breakdown.ts';
import { falloutCalls, taskCalls } from './task.ts';
import { intakeCalls, job } from './intake.ts';
import { orderCalls } from './order.ts';
import { planCalls } from './plan.ts';
import { batchCalls, recentCalls, stepCalls } from './batch.ts';
import { policyCalls } from './policy.ts';
import { historyCalls, revisionCalls } from './revision.ts';
import { sessionCalls } from './session.ts';
import { specificationCalls } from './specification.ts';
import { z } from './zod.ts';

export const calls = {
  ...sessionCalls,
  ...orderCalls,
  ...specificationCalls,
  ...planCalls,
  ...breakdownCalls,
  ...taskCalls,
  ...falloutCalls,
  ...intakeCalls,
  ...revisionCalls,
  ...historyCalls,
  ...policyCalls,
  ...batchCalls,
  ...stepCalls,
  ...recentCalls,
} as const;

/** Notices say what changed, never the new data; the window asks again for what it shows. */
export const notices = {
  /** These orders changed; more than 100 at once are told as `many`. */
  'orders.changed': z.strictObject({ orderIds: z.array(z.string()).max(100), many: z.boolean() }),
  /** Person, people, catalog or workspace changed. */
  'workspace.changed': z.strictObject({}),
  'job.changed': z.strictObject({ job }),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Input<C extends CallName> = z.input<Calls[C]['input']>;
export type ParsedInput<C extends CallName> = z.output<Calls[C]['input']>;
export type Output<C extends CallName> = z.output<Calls[C]['output']>;
export type NoticeName = keyof typeof notices;
export type NoticeOf<N extends NoticeName> = z.output<(typeof notices)[N]>;
