/** The same thing done to many at once: orders that are approved, steps of plans that are handed out, held, resumed or repaired; and what came of it. */
import { falloutRaise, falloutResolution } from './task.ts';
import { orderStates } from '../../main/domain/vocabulary/states.ts';
import { commandId, orderId, seen } from './order.ts';
import { escalatedTo, nodeKey, planFilter } from './plan.ts';
import { nothing } from './session.ts';
import { z } from './zod.ts';

/** How many orders or steps one batch may hold. */
export const batchLimit = 10_000;

/** How many of them to look at beforehand in one call: other questions wait while it is answered, so a long list is asked about in slices. */
export const preflightSlice = 250;

export const batchItem = z.strictObject({ orderId, seen });

export const batchCalls = {
  /** Freezes what matches now into a list of orders, each with the version that is there now (features A9). */
  'batch.freeze': {
    input: z.strictObject({ states: z.array(z.enum(orderStates)).min(1), text: z.string().max(200).optional() }),
    output: z.strictObject({ items: z.array(batchItem), total: z.number() }),
  },
  /** What approving each of them would come to, without doing it: ready ones are only counted, the others are listed. */
  'batch.preflight': {
    input: z.strictObject({ items: z.array(batchItem).min(1).max(batchLimit) }),
    output: z.strictObject({
      ready: z.number(),
      /** Those of `ready` that only get the first of two approvals. */
      first: z.number(),
      excluded: z.array(
        z.strictObject({ orderId, number: z.string(), account: z.string().nullable(), refusal: z.json() }),
      ),
    }),
  },
  /** Approves them one by one as a job with a result for each; the batch id makes asking twice harmless. */
  'batch.approve': {
    input: z.strictObject({ commandId, items: z.array(batchItem).min(1).max(batchLimit) }),
    output: z.strictObject({ jobId: z.string() }),
  },
  /** The orders of a batch that failed and are still New, as they are now; `total` counts those that failed. */
  'batch.freezeFailed': {
    input: z.strictObject({ jobId: z.string() }),
    output: z.strictObject({ items: z.array(batchItem), total: z.number() }),
  },
  'batch.results': {
    input: z.strictObject({
      jobId: z.string(),
      outcome: z.enum(['succeeded', 'failed', 'skipped']).optional(),
      after: z.number().int(),
      limit: z.number().int().min(1).max(200),
    }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          index: z.number(),
          orderId,
          /** The step of the order's plan that it is about; null when it is about the order. */
          task: z.number().nullable(),
          number: z.string(),
          /** Of the step; empty for an order. */
          title: z.string(),
          outcome: z.enum(['succeeded', 'failed', 'skipped']),
          /** As JSON: the refusal, when there is one. */
          refusal: z.json().nullable(),
        }),
      ),
      next: z.string().nullable(),
      total: z.number(),
      counts: z.strictObject({ succeeded: z.number(), failed: z.number(), skipped: z.number() }),
    }),
  },
} as const;

/** Whom a step goes to; without `group` it stays with the team it has. */
const hands = { assignee: z.string().nullable(), group: z.string().nullable().optional() };

const reason = z.string().trim().min(1).max(4000);

/** What is done to each of many steps. Resuming and trying again are about what holds the step, skipping about one that is under way or held, the others about any that has not ended. */
export const stepDeed = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('assign'), ...hands }),
  z.strictObject({ type: z.literal('hold'), reason }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('retry'), ...falloutResolution }),
  /** The two codes are for those that a fallout holds. */
  z.strictObject({
    type: z.literal('skip'),
    text: z.string().max(4000),
    rootCause: z.string().optional(),
    resolutionCode: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('escalate'), to: escalatedTo, reason }),
  z.strictObject({ type: z.literal('raise'), ...falloutRaise }),
]);
export const stepDeedTypes = ['assign', 'hold', 'resume', 'retry', 'skip', 'escalate', 'raise'] as const;

/** `seen` is the version of the order whose plan was looked at. */
export const stepItem = z.strictObject({ orderId, task: z.number().int().positive(), seen });

export const stepCalls = {
  /** Freezes what matches now of a plan, or of a part of it, into a list of steps, each with the version that is there now and the parts above it. */
  'steps.freeze': {
    input: z.strictObject({ orderId, root: nodeKey, filter: planFilter }),
    output: z.strictObject({
      items: z.array(z.strictObject({ ...stepItem.shape, above: z.array(nodeKey) })),
      total: z.number(),
    }),
  },
  /** What doing it to each of them would come to, without doing it. What a person still has to type decides nothing; whom they assign or escalate to does. */
  'steps.preflight': {
    input: z.strictObject({
      deed: z.enum(stepDeedTypes),
      hands: z.strictObject(hands).optional(),
      to: escalatedTo.optional(),
      items: z.array(stepItem).min(1).max(batchLimit),
    }),
    output: z.strictObject({
      ready: z.number(),
      /** Those of `ready` that a fallout holds. */
      held: z.number(),
      excluded: z.array(
        z.strictObject({ orderId, task: z.number(), number: z.string(), title: z.string(), refusal: z.json() }),
      ),
    }),
  },
  /** Does it to one after the other as a job with a result for each; the batch id makes asking twice harmless. */
  'steps.run': {
    input: z.strictObject({ commandId, deed: stepDeed, items: z.array(stepItem).min(1).max(batchLimit) }),
    output: z.strictObject({ jobId: z.string() }),
  },
} as const;

/** `undoSteps` takes back what another batch did to steps. */
export const batchKinds = ['approve', 'steps', 'undoSteps'] as const;

/** One batch: who started it, what it was for, how far it is, and what came of its items so far. */
export const batch = z.strictObject({
  jobId: z.string(),
  kind: z.enum(batchKinds),
  /** What is done to the steps, or was done to those it is taken back of; null for orders. */
  deed: stepDeed.nullable(),
  /** The order whose plan it is about; null for orders, and for steps of several. */
  order: z.strictObject({ id: orderId, number: z.string() }).nullable(),
  by: z.string(),
  state: z.enum(['running', 'completed', 'canceled', 'failed']),
  done: z.number(),
  total: z.number(),
  counts: z.strictObject({ succeeded: z.number(), failed: z.number(), skipped: z.number() }),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** The person at the desk does not want to be shown it any more where they work. */
  dismissed: z.boolean(),
});

export const recentCalls = {
  /** Newest first: one's own, or everybody's for those who decide or hand out work. */
  'batch.recent': {
    input: z.strictObject({
      about: z.enum(['orders', 'steps']).optional(),
      orderId: orderId.optional(),
      whose: z.enum(['own', 'all']),
      limit: z.number().int().min(1).max(100),
    }),
    output: z.strictObject({ batches: z.array(batch) }),
  },
  /** Where one works the batch is shown no more; it stays among the recent ones. */
  'batch.dismiss': { input: z.strictObject({ jobId: z.string() }), output: nothing },
  /** Takes a batch of one's own back: each of its steps that nothing builds on yet, as a batch with a result for each (features X8). */
  'steps.undo': {
    input: z.strictObject({ commandId, jobId: z.string() }),
    output: z.strictObject({ jobId: z.string() }),
  },
} as const;

export type Batch = z.infer<typeof batch>;
export type BatchItem = z.infer<typeof batchItem>;
export type StepItem = z.infer<typeof stepItem>;
export type StepDeed = z.infer<typeof stepDeed>;
export type StepDeedType = StepDeed['type'];
