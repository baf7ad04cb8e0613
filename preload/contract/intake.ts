/** Files into the desk: uploaded in text chunks, imported as a job with one result per document. */
import { limit, page, understood } from './order.ts';
import { nothing } from './session.ts';
import { z } from './zod.ts';

export const chunkLimitChars = 512 * 1024;
export const uploadLimitBytes = 512 * 1024 * 1024;

export const job = z.strictObject({
  id: z.string(),
  kind: z.enum(['orders', 'catalog', 'demo', 'approve', 'steps', 'undoSteps']),
  file: z.string(),
  state: z.enum(['running', 'completed', 'canceled', 'failed']),
  done: z.number(),
  total: z.number(),
  imported: z.number(),
  duplicate: z.number(),
  refused: z.number(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Why it failed, in the file's own terms: a code with facts such as line and column. */
  problem: z.strictObject({ code: z.string(), facts: z.record(z.string(), z.string()) }).nullable(),
});

export const documentProblem = z.strictObject({
  path: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.string()),
});

/** What became of one document of the file. */
export const documentResult = z.strictObject({
  index: z.number(),
  path: z.string(),
  outcome: z.enum(['imported', 'duplicate', 'refused']),
  /** The order it became, or is a duplicate of. */
  orderId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  label: z.string().nullable(),
  understood: z.array(understood),
  problems: z.array(documentProblem),
});

export const intakeCalls = {
  'upload.begin': {
    input: z.strictObject({ fileName: z.string().min(1).max(300), sizeBytes: z.number().int().nonnegative() }),
    output: z.strictObject({ uploadId: z.string() }),
  },
  'upload.append': {
    input: z.strictObject({
      uploadId: z.string(),
      index: z.number().int().nonnegative(),
      text: z.string().max(chunkLimitChars),
    }),
    output: z.strictObject({ received: z.number() }),
  },
  /** Starts the import; `auto` tells orders from a catalog by what the file holds. */
  'import.start': {
    input: z.strictObject({ uploadId: z.string(), kind: z.enum(['orders', 'catalog', 'auto']) }),
    output: z.strictObject({ jobId: z.string() }),
  },
  'job.get': { input: z.strictObject({ jobId: z.string() }), output: job },
  'job.cancel': { input: z.strictObject({ jobId: z.string() }), output: nothing },
  /** Imports, newest first; what is done to many at once is listed by \`batch.recent\`. */
  'job.recent': { input: nothing, output: z.strictObject({ jobs: z.array(job) }) },
  'job.results': {
    input: z.strictObject({
      jobId: z.string(),
      outcome: z.enum(['imported', 'duplicate', 'refused']).optional(),
      after: z.number().int(),
      limit,
    }),
    output: page(documentResult),
  },
} as const;

export type Job = z.infer<typeof job>;
export type DocumentResult = z.infer<typeof documentResult>;
