/** What the catalog offers, as the window reads it: for matching a line, for adding one, and for the values one may choose. */
import { jsonValue, limit, orderId } from './order.ts';
import { z } from './zod.ts';

export const specificationCalls = {
  'specifications.find': {
    /** With an order by the catalog that it goes by, else by the current one (features D10). */
    input: z.strictObject({ text: z.string().max(200), orderId: orderId.optional(), limit }),
    output: z.strictObject({
      specifications: z.array(
        z.strictObject({ id: z.string(), name: z.string(), kind: z.string(), facing: z.string().nullable() }),
      ),
    }),
  },
  /** What can be said about one specification, by the catalog that the order goes by. */
  'specification.get': {
    input: z.strictObject({ orderId, specification: z.string().min(1).max(200) }),
    output: z.strictObject({
      id: z.string(),
      name: z.string(),
      characteristics: z.array(
        z.strictObject({
          name: z.string(),
          valueType: z.string().nullable(),
          mandatory: z.boolean(),
          /** The only values allowed; empty when any is. */
          options: z.array(jsonValue),
          defaultValue: jsonValue.nullable(),
          unit: z.string().nullable(),
        }),
      ),
    }),
  },
} as const;
