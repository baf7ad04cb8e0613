/** How the workspace decides, as the window reads and changes it. */
import { assignmentMethods } from '../../main/domain/vocabulary/reasons.ts';
import { priorities } from '../../main/domain/vocabulary/states.ts';
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

export type Policy = z.infer<typeof policy>;
export type Calendar = z.infer<typeof calendar>;
