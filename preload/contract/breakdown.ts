/** What an order was broken down into as the window reads it: every target made or left out, by which rule, and where its values came from. */
import { domainOrderStates, lineActions } from '../../main/domain/vocabulary/states.ts';
import { characteristicValue, count, jsonValue, limit, orderId, orderLine, page } from './order.ts';
import { asApproved, asOf, nodeKey } from './plan.ts';
import { z } from './zod.ts';

export const ruleVerdict = z.strictObject({
  rule: z.string(),
  characteristic: z.string(),
  expected: z.array(jsonValue).optional(),
  input: jsonValue.optional(),
  from: z.enum(['line', 'default', 'mapping', 'task', 'missing']),
  passed: z.boolean(),
});

/** A value that a mapping carried to a domain order, or could not (features D5). */
export const carriedValue = z.strictObject({
  mapping: z.string(),
  /** Where it was to come to. */
  characteristic: z.string(),
  transform: z.enum(['copy', 'map', 'text']),
  /** Where it comes from. */
  source: z.strictObject({ id: z.string(), number: z.string(), name: z.string(), characteristic: z.string() }),
  /** What came of it when the order was broken down. */
  outcome: z.enum(['applied', 'sourceMissing', 'noTableEntry', 'conflict']),
  /** What was carried or would have been; without an entry in the table, what the source says. */
  value: jsonValue.optional(),
  /** What stands there instead, and by whose word: `since` is this mapping, later; `other` a person or a default. */
  instead: z.strictObject({ value: jsonValue, by: z.enum(['line', 'otherMapping', 'since', 'other']) }).nullable(),
});

export const planChoice = z.strictObject({
  choice: z.enum(['policy', 'fallback', 'representation']),
  policy: z.string().nullable(),
  template: z.string().nullable(),
  /** What the row of the policy is for; null stands for any. */
  row: z
    .strictObject({
      specification: z.string().nullable(),
      kind: z.string().nullable(),
      facing: z.enum(['customer', 'resource']).nullable(),
      actions: z.array(z.enum(lineActions)).nullable(),
    })
    .nullable(),
});

/** One target that decomposition considered under a line: the tree is in preorder, `depth` 0 is the line's own specification. */
export const breakdownEntry = z.strictObject({
  depth: z.number(),
  verdict: z.enum(['created', 'skipped']),
  reason: z.string(),
  target: z.string(),
  targetName: z.string(),
  relationship: z.strictObject({ id: z.string(), type: z.string() }).nullable(),
  sourceName: z.string().nullable(),
  rules: z.array(ruleVerdict),
  /** Which of how many, when a quantity makes several. */
  copy: z.strictObject({ number: z.number(), of: z.number() }).nullable(),
  /** It was skipped first, and looked at again when its value arrived. */
  reconsidered: z.boolean(),
  plan: planChoice.nullable(),
  domainOrder: z
    .strictObject({
      id: z.string(),
      number: z.string(),
      kind: z.enum(['service', 'resource']),
      facing: z.enum(['customer', 'resource']).nullable(),
      state: z.enum(domainOrderStates),
      action: z.enum(lineActions),
      quantity: z.number(),
      characteristics: z.array(characteristicValue),
      tasks: count,
    })
    .nullable(),
  mappings: z.array(carriedValue),
});

/** A companion that the line needs, and where it was found (features D1). */
export const companion = z.strictObject({
  rule: z.string(),
  requires: z.string(),
  requiresName: z.string(),
  found: z.enum(['line', 'inventory', 'nowhere']),
  by: z.string().nullable(),
});

export const lineBreakdown = z.strictObject({
  line: orderLine,
  entries: z.array(breakdownEntry),
  companions: z.array(companion),
});

const lineRef = z.strictObject({ id: z.string(), number: z.number(), name: z.string() });

/** Why one part of a plan is there, and what is not there below it (features D8, X3). */
export const whyMade = z.strictObject({
  line: lineRef.nullable(),
  /** The result it is, belongs to, or begins with; null for an order and a location. */
  made: breakdownEntry.nullable(),
  /** Of a task: what its plan template calls it, and the task it takes back. */
  task: z
    .strictObject({
      key: z.string(),
      undoes: z.strictObject({ number: z.string(), title: z.string() }).nullable(),
    })
    .nullable(),
  /** Targets below it that were left out, the first of so many. */
  skipped: z.strictObject({
    rows: z.array(z.strictObject({ line: lineRef, entry: breakdownEntry })),
    total: z.number(),
  }),
});

export const breakdownCalls = {
  /** Lines with every target considered for them; empty entries before decomposition. */
  'order.breakdown': {
    /** `asApproved` asks what approval of a New order would create and skip, without approving it (features X2). */
    input: z.strictObject({ orderId, after: z.number().int(), limit, asApproved, asOf }),
    output: page(lineBreakdown),
  },
  'plan.why': {
    input: z.strictObject({ orderId, part: nodeKey, limit, asApproved, asOf }),
    output: whyMade,
  },
} as const;

export type LineBreakdown = z.infer<typeof lineBreakdown>;
export type BreakdownEntry = z.infer<typeof breakdownEntry>;
export type CarriedValue = z.infer<typeof carriedValue>;
export type WhyMade = z.infer<typeof whyMade>;
