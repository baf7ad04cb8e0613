/** How the workspace decides, as the window reads and changes it; and decisions on many orders at once. */
import { assignmentMethods } from '../../main/domain/vocabulary/reasons.ts';
import { orderStates, priorities } from '../../main/domain/vocabulary/states.ts';
import { commandId, orderId, seen } from './order.ts';
import { nothing } from './session.ts';
import { z } from './zod.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

export const calendar = z.strictObject({
  zone: z.string().min(1).max(80),
  hours: z.array(z.strictObject({ day: z.number().int().min(1).max(7), from: clock, to: clock })).max(7),
  closed: z.array(z.iso.date()).max(1000),
});

const rankTable = z.strictObject({
  weight: z.number().min(0).max(1000),
  ranks: z.record(z.string(), z.number().min(0).max(100)),
  otherwise: z.number().min(0).max(100).optional(),
});

export const delegation = z.strictObject({
  from: z.string(),
  to: z.string(),
  starts: z.iso.datetime(),
  until: z.iso.datetime(),
});

export const policy = z.strictObject({
  approval: z.strictObject({
    twoPeople: z.strictObject({
      always: z.boolean(),
      priorities: z.array(z.enum(priorities)),
      fromLines: z.number().int().min(1).optional(),
    }),
  }),
  delegations: z.array(delegation).max(1000),
  priority: z.strictObject({
    customer: rankTable,
    specification: rankTable,
    orderType: rankTable,
    urgency: rankTable,
  }),
  teams: z.record(z.string(), z.strictObject({ assignment: z.enum(assignmentMethods), calendar: calendar.optional() })),
  people: z.record(
    z.string(),
    z.strictObject({ skills: z.array(z.string().min(1)).max(100), sites: z.array(z.string().min(1)).max(1000) }),
  ),
  calendar: calendar.optional(),
});

export const policyCalls = {
  'policy.get': { input: nothing, output: z.strictObject({ policy, version: z.number() }) },
  /** Refused when somebody changed it since `version`. */
  'policy.set': {
    input: z.strictObject({ policy, version: z.number().int() }),
    output: z.strictObject({ version: z.number() }),
  },
  /** Lets somebody else decide for oneself for a time, or no longer (`null`). */
  'delegation.set': {
    input: z.strictObject({
      delegation: z.strictObject({ to: z.string(), starts: z.iso.datetime(), until: z.iso.datetime() }).nullable(),
    }),
    output: nothing,
  },
} as const;

/** How many orders one batch may hold. */
export const batchLimit = 10_000;

/** How many orders to look at beforehand in one call: other questions wait while it is answered, so a long list is asked about in slices. */
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
          number: z.string(),
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

export type Policy = z.infer<typeof policy>;
export type Calendar = z.infer<typeof calendar>;
export type BatchItem = z.infer<typeof batchItem>;
