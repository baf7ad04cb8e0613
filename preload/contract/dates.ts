/** The dates of an order or a part of it, the same at every level, as ISO-8601 UTC; null where there are none. */
import { z } from './zod.ts';

export const partDates = {
  /** By the plan approved last. */
  plannedStart: z.string().nullable(),
  plannedEnd: z.string().nullable(),
  /** By the plan that first had it. */
  baselineStart: z.string().nullable(),
  baselineEnd: z.string().nullable(),
  /** As things stand; the actual dates once there are any. */
  estimatedStart: z.string().nullable(),
  estimatedEnd: z.string().nullable(),
  /** The estimated end is the earliest, and may well be later: of what it comes after in another order no end is known. */
  atEarliest: z.boolean(),
  /** A line and a location begin with the first thing below them and end with the last. */
  actualStart: z.string().nullable(),
  actualEnd: z.string().nullable(),
};

export type PartDates = { readonly [name in keyof typeof partDates]: z.infer<(typeof partDates)[name]> };
