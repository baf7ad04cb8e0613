/** One line of the history of an order or of one of its parts, as the window reads it. */
import { z } from './zod.ts';

/** Of one part only, and nothing but what people wrote. */
export const activityFilter = { subject: z.string().optional(), only: z.literal('notes').optional() };

export const activityEntry = z.strictObject({
  key: z.string(),
  /** Version of the order with which it happened. */
  version: z.number(),
  at: z.string(),
  by: z.string(),
  /** `order`, or the part it is about: `L1`, `D2`, `T3`, `F1`, `I1`. */
  subject: z.string(),
  subjectName: z.string().nullable(),
  event: z.string(),
  field: z.string().nullable(),
  was: z.string().nullable(),
  now: z.string().nullable(),
  text: z.string().nullable(),
});

export type ActivityEntry = z.infer<typeof activityEntry>;
