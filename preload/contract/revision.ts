/** Changes to an order under way as the window reads them: what is asked, what it would do to every task, and how versions differ. */
import { lineActions, taskStates } from '../../main/domain/vocabulary/states.ts';
import { compensations } from '../../main/domain/vocabulary/revision.ts';
import { commandId, contact, done, jsonValue, limit, location, orderId, page, relatedItem, seen } from './order.ts';
import { z } from './zod.ts';

const partNumber = z.number().int().positive();

/** A line that a revision adds; its id in the document is given by the app. */
export const newLine = z.strictObject({
  specification: z.string().min(1),
  name: z.string().max(200).optional(),
  quantity: z.number().positive(),
  location: location.nullable(),
  characteristics: z.array(z.strictObject({ name: z.string().min(1), value: jsonValue })).max(200),
  /** Absent: it adds. */
  action: z.enum(lineActions).optional(),
  /** The service of the inventory that it changes or takes away. */
  serviceId: z.string().min(1).max(200).optional(),
  /** Number of the line it is nested in. */
  parent: partNumber.optional(),
  /** Numbers of the lines it waits for. */
  waitsFor: z.array(partNumber).max(200).optional(),
  relatedItems: z.array(relatedItem).max(200).optional(),
  contacts: z.array(contact).max(50).optional(),
});

export const revisionChange = z.discriminatedUnion('kind', [
  /** `null` takes the value away. */
  z.strictObject({ kind: z.literal('characteristic'), line: partNumber, name: z.string().min(1), value: jsonValue }),
  z.strictObject({
    kind: z.literal('quantity'),
    line: partNumber,
    value: z.number().positive(),
    /** Numbers of the domain orders to give up when fewer are wanted. */
    giveUp: z.array(partNumber).optional(),
  }),
  z.strictObject({ kind: z.literal('location'), line: partNumber, value: location }),
  z.strictObject({
    kind: z.literal('contact'),
    value: z.strictObject({ name: z.string().min(1), email: z.string().optional(), phone: z.string().optional() }),
  }),
  /** All the people to reach, of the order or of a line. */
  z.strictObject({ kind: z.literal('contacts'), line: partNumber.optional(), value: z.array(contact).max(50) }),
  z.strictObject({ kind: z.literal('relatedItems'), line: partNumber, value: z.array(relatedItem).max(200) }),
  z.strictObject({ kind: z.literal('requestedCompletion'), value: z.iso.datetime().nullable() }),
  z.strictObject({ kind: z.literal('addLine'), line: newLine }),
  z.strictObject({ kind: z.literal('cancelLine'), line: partNumber }),
]);

/** One thing that two versions of an order say differently; `null` is "not there". */
export const difference = z.strictObject({
  /** `order`, or a line such as `L2`. */
  subject: z.string(),
  subjectName: z.string(),
  /** `same` stands only in what was asked and decided, for reading a difference with all that is around it. */
  change: z.enum(['added', 'removed', 'changed', 'same']),
  /** A field, or `characteristic.<name>`. */
  field: z.string(),
  was: z.string().nullable(),
  now: z.string().nullable(),
});

export const compensationRow = z.strictObject({
  action: z.enum(compensations),
  /** Key of the task, `null` for one that is added. */
  key: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string(),
  line: z.number(),
  lineName: z.string(),
  domainOrder: z.string().nullable(),
  domainOrderName: z.string().nullable(),
  state: z.enum(taskStates).nullable(),
  /** `unaffected`, `reacts`, `waitsAgain`, `branchDropped`, `branchAdded`, `lineCanceled`, `orderCanceled`, `quantity`, `byHand`, `byParts`. */
  reason: z.string(),
  causes: z.array(z.string()),
  pastNoReturn: z.boolean(),
});

export const compensationPlan = z.strictObject({
  rows: z.array(compensationRow),
  counts: z.record(z.enum(compensations), z.number()),
  /** Branches that only an override can change. */
  pastNoReturn: z.array(z.strictObject({ key: z.string(), name: z.string(), task: z.string(), at: z.string() })),
  needsAttention: z.array(
    z.strictObject({
      line: z.number(),
      lineName: z.string(),
      giveUp: z.number(),
      candidates: z.array(
        z.strictObject({
          domainOrder: z.number(),
          key: z.string(),
          name: z.string(),
          state: z.string(),
          done: z.string(),
        }),
      ),
    }),
  ),
  plannedEnd: z.strictObject({ was: z.string(), now: z.string() }),
});

export const revision = z.strictObject({
  number: z.number(),
  operation: z.enum(['update', 'cancel']),
  state: z.enum(['requested', 'approved', 'rejected']),
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionText: z.string().nullable(),
  overrideReason: z.string().nullable(),
  differences: z.array(difference),
  compensation: compensationPlan,
});

const operation = z.enum(['update', 'cancel']);
const changes = z.array(revisionChange).max(200);
const command = { commandId, orderId, seen: seen.optional() };

export const revisionCalls = {
  /** What the change would do, worked out and thrown away; refused for the reasons for which the request would be, override aside. */
  'revision.preview': {
    input: z.strictObject({ orderId, operation, changes }),
    output: z.strictObject({ differences: z.array(difference), compensation: compensationPlan }),
  },
  'revision.list': { input: z.strictObject({ orderId }), output: z.strictObject({ revisions: z.array(revision) }) },
  'revision.request': {
    input: z.strictObject({
      ...command,
      operation,
      changes,
      reason: z.string().max(4000),
      overrideReason: z.string().max(4000).optional(),
    }),
    output: done,
  },
  'revision.approve': {
    input: z.strictObject({
      ...command,
      revision: partNumber,
      picks: z.array(z.strictObject({ line: partNumber, giveUp: z.array(partNumber) })).optional(),
      text: z.string().max(4000).optional(),
    }),
    output: done,
  },
  'revision.reject': {
    input: z.strictObject({ ...command, revision: partNumber, text: z.string().max(4000) }),
    output: done,
  },
  /** Version 1 is the order as it was approved; each approved revision makes the next (features O14). */
  'order.versions': {
    input: z.strictObject({ orderId }),
    output: z.strictObject({
      versions: z.array(
        z.strictObject({
          number: z.number(),
          at: z.string(),
          by: z.string(),
          operation: z.enum(['original', 'update', 'cancel']),
          reason: z.string().nullable(),
        }),
      ),
    }),
  },
  'order.compareVersions': {
    input: z.strictObject({ orderId, from: partNumber, to: partNumber }),
    output: z.strictObject({ differences: z.array(difference) }),
  },
} as const;

export const historyCalls = {
  /** The moments of an order's history around a version, null for the latest, oldest first and without gaps: each event is one (features X6). */
  'history.moments': {
    input: z.strictObject({ orderId, around: partNumber.nullable(), limit: z.number().int().min(2).max(2000) }),
    output: z.strictObject({
      moments: z.array(
        z.strictObject({
          version: z.number(),
          at: z.string(),
          by: z.string(),
          event: z.string(),
          subject: z.string(),
          subjectName: z.string().nullable(),
        }),
      ),
      total: z.number(),
    }),
  },
  /** What is different in the tree, the states, the owners and the dates between two moments. */
  'history.compare': {
    input: z.strictObject({ orderId, from: partNumber, to: partNumber, after: z.number().int().min(0), limit }),
    output: page(
      z.strictObject({
        key: z.string(),
        kind: z.string(),
        number: z.string(),
        title: z.string(),
        change: z.enum(['added', 'removed', 'changed']),
        fields: z.array(z.strictObject({ field: z.string(), was: z.string().nullable(), now: z.string().nullable() })),
      }),
    ),
  },
} as const;

export type RevisionChange = z.infer<typeof revisionChange>;
export type NewLine = z.infer<typeof newLine>;
export type Difference = z.infer<typeof difference>;
export type CompensationRow = z.infer<typeof compensationRow>;
export type CompensationPlan = z.infer<typeof compensationPlan>;
export type Revision = z.infer<typeof revision>;
