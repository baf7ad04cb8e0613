/** Orders as the window reads them, and what may be asked of one before it is approved. */
import {
  jeopardyLevels,
  lineActions,
  lineStates,
  orderStates,
  priorities,
} from '../../main/domain/vocabulary/states.ts';
import { activityEntry, activityFilter } from './activity.ts';
import { partDates } from './dates.ts';
import { nothing } from './session.ts';
import { z } from './zod.ts';

export const jsonValue = z.json();
export const orderId = z.string().min(1).max(80);
/** Chosen by the window; sending the same command again answers the same and does nothing twice. */
export const commandId = z.uuid();
export const seen = z.number().int().nonnegative();
export const limit = z.number().int().min(1).max(200);

/** What every command answers: the order's new version, which parts changed, and what happened, in order. */
export const done = z.strictObject({
  orderId,
  version: z.number(),
  changed: z.array(z.string()),
  events: z.array(z.string()),
});

export const characteristicValue = z.strictObject({
  name: z.string(),
  value: jsonValue,
  valueType: z.string().optional(),
});
export const location = z.strictObject({
  id: z.string().optional(),
  name: z.string(),
  role: z.string().optional(),
  address: z.string().optional(),
});
export const contact = z.strictObject({
  name: z.string().optional(),
  role: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
});
export const party = z.strictObject({ id: z.string(), name: z.string().optional(), role: z.string().optional() });
export const relatedItem = z.strictObject({ type: z.string().min(1).max(100), itemId: z.string().min(1).max(200) });
export const count = z.strictObject({ ended: z.number(), total: z.number() });

/** One row of an order queue. */
export const orderRow = z.strictObject({
  id: orderId,
  number: z.string(),
  externalId: z.string().nullable(),
  state: z.enum(orderStates),
  priority: z.enum(priorities),
  account: z.string().nullable(),
  description: z.string().nullable(),
  /** The specifications ordered, such as `Managed Firewall +2`. */
  summary: z.string(),
  locations: z.string(),
  lines: z.number(),
  requestedCompletion: z.string().nullable(),
  importedAt: z.string(),
  checksFailed: z.number(),
  /** Who gave the first of two approvals, while the second is missing. */
  endorsedBy: z.string().nullable(),
  tasks: count,
  falloutsOpen: z.number(),
  version: z.number(),
});

export const page = <T extends z.ZodType>(row: T) =>
  z.strictObject({
    rows: z.array(row),
    /** Pass it as `after` for the next page; null at the end. */
    next: z.string().nullable(),
    total: z.number(),
  });

/** One automatic pre-approval check (features A5); a blocking one must pass before approval is possible. */
export const check = z.strictObject({
  check: z.enum([
    'hasLines',
    'specification',
    'location',
    'account',
    'contact',
    'dates',
    'characteristics',
    'service',
    'dependencies',
    'quantity',
    'requires',
  ]),
  passed: z.boolean(),
  blocking: z.boolean(),
  /** The lines it failed on, by id. */
  lines: z.array(z.string()),
  /** What exactly is missing or wrong, such as names of characteristics. */
  facts: z.array(z.string()),
});

export const understood = z.strictObject({
  path: z.string(),
  code: z.string(),
  raw: jsonValue.optional(),
  as: jsonValue.optional(),
});

/** How a priority came about: ranks by table with their weights, and the weighted mean. */
export const priorityScore = z.strictObject({
  score: z.number(),
  priority: z.enum(priorities),
  parts: z.array(
    z.strictObject({
      table: z.enum(['customer', 'specification', 'orderType', 'urgency']),
      key: z.string(),
      rank: z.number(),
      weight: z.number(),
    }),
  ),
});

export const decision = z.strictObject({
  verdict: z.enum(['approved', 'rejected', 'endorsed', 'revisionApproved', 'revisionRejected']),
  onBehalfOf: z.string().optional(),
  by: z.string(),
  at: z.string(),
  reasonCode: z.string().optional(),
  text: z.string().optional(),
  startAt: z.string().optional(),
});

export const order = z.strictObject({
  id: orderId,
  number: z.string(),
  state: z.enum(orderStates),
  version: z.number(),
  externalId: z.string().nullable(),
  sourceId: z.string().nullable(),
  category: z.string().nullable(),
  description: z.string().nullable(),
  priority: z.enum(priorities),
  account: party.nullable(),
  parties: z.array(party),
  contacts: z.array(contact),
  notes: z.array(z.strictObject({ author: z.string().optional(), at: z.string().optional(), text: z.string() })),
  orderDate: z.string().nullable(),
  requestedStart: z.string().nullable(),
  requestedCompletion: z.string().nullable(),
  importedAt: z.string(),
  actualStart: z.string().nullable(),
  actualEnd: z.string().nullable(),
  catalogVersion: z.number().nullable(),
  lines: z.number(),
  domainOrders: count,
  tasks: count,
  falloutsOpen: z.number(),
  checks: z.array(check),
  understood: z.array(understood),
  decisions: z.array(decision),
  /** Approved to start then. */
  startsAt: z.string().nullable(),
  /** The policy asks for two people; who has approved so far. */
  approval: z.strictObject({
    twoPeople: z.boolean(),
    endorsedBy: z.array(z.string()),
    /** The start that the first of them wished; their approval stands for it unless the second says otherwise. */
    startAt: z.string().nullable(),
  }),
  priorityScore: priorityScore.nullable(),
  jeopardy: z.enum(jeopardyLevels),
  estimatedEnd: z.string().nullable(),
  atEarliest: z.boolean(),
  plannedEnd: z.string().nullable(),
  committedDueDate: z.string().nullable(),
  /** What it asks for now: 1 as it was approved, and one more with every approved change (features O14). */
  orderVersion: z.number(),
  pendingRevision: z.number().nullable(),
});

export const orderLine = z.strictObject({
  id: z.string(),
  number: z.number(),
  itemId: z.string(),
  parent: z.number().nullable(),
  action: z.enum(lineActions),
  state: z.enum(lineStates),
  name: z.string().nullable(),
  quantity: z.number(),
  /** What the document named. */
  specification: z
    .strictObject({
      id: z.string().optional(),
      name: z.string().optional(),
      version: z.string().optional(),
    })
    .nullable(),
  /** The catalog specification it decomposes by; null until matched. */
  matched: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  serviceId: z.string().nullable(),
  location: location.nullable(),
  contacts: z.array(contact),
  characteristics: z.array(characteristicValue),
  waitsFor: z.array(z.string()),
  /** Other lines, or services of the inventory, that it is related to without waiting for them. */
  relatedItems: z.array(relatedItem),
  domainOrders: count,
  tasks: count,
  ...partDates,
  inventory: z.strictObject({ serviceId: z.string(), state: z.string() }).nullable(),
  priorityScore: priorityScore.nullable(),
  pointOfNoReturn: z.enum(['none', 'ahead', 'passed']),
});

export const correction = z.discriminatedUnion('field', [
  z.strictObject({
    field: z.enum(['description', 'requestedStart', 'requestedCompletion']),
    value: z.string().max(2000).nullable(),
  }),
  z.strictObject({ field: z.literal('priority'), value: z.enum(priorities) }),
  z.strictObject({
    field: z.literal('account'),
    value: z.strictObject({ id: z.string().min(1), name: z.string().optional() }),
  }),
  z.strictObject({
    field: z.literal('contact'),
    value: z.strictObject({ name: z.string().min(1), email: z.string().optional(), phone: z.string().optional() }),
  }),
  z.strictObject({ field: z.literal('location'), line: z.number().int(), value: location }),
  z.strictObject({ field: z.literal('service'), line: z.number().int(), value: z.string().min(1).max(200) }),
  z.strictObject({ field: z.literal('quantity'), line: z.number().int(), value: z.number().positive() }),
  z.strictObject({
    field: z.literal('characteristic'),
    line: z.number().int(),
    name: z.string().min(1),
    value: jsonValue,
  }),
]);

const command = { commandId, orderId, seen: seen.optional() };

export const orderCalls = {
  'orders.page': {
    input: z.strictObject({
      states: z.array(z.enum(orderStates)).min(1),
      text: z.string().max(200).optional(),
      /** Only those that are late by the clock, the longest late first (features O15). */
      inJeopardy: z.literal(true).optional(),
      after: z.string().nullable(),
      limit,
    }),
    output: page(orderRow),
  },
  'order.get': { input: z.strictObject({ orderId }), output: order },
  'order.lines': { input: z.strictObject({ orderId, after: z.number().int(), limit }), output: page(orderLine) },
  'order.activity': {
    input: z.strictObject({ orderId, ...activityFilter, before: z.string().nullable(), limit }),
    output: page(activityEntry),
  },
  /** The order as a TMF641 v4.1 document, unknown fields of its source included. */
  'order.export': {
    input: z.strictObject({ orderId }),
    output: z.strictObject({ fileName: z.string(), text: z.string() }),
  },
  'order.approve': {
    /** `startAt` null is at once; absent, what the first of two people wished stands. */
    input: z.strictObject({ ...command, startAt: z.iso.datetime().nullable().optional() }),
    output: done,
  },
  /** Starts an order that was approved to start later. */
  'order.startNow': { input: z.strictObject(command), output: done },
  /** Takes back one's own last action on the order, named by the command that did it (features X8). */
  'order.undo': { input: z.strictObject({ commandId, orderId, action: commandId }), output: done },
  'order.reject': {
    input: z.strictObject({ ...command, reasonCode: z.string(), text: z.string().max(4000) }),
    output: done,
  },
  'order.reopen': { input: z.strictObject(command), output: done },
  'order.correct': {
    input: z.strictObject({ ...command, changes: z.array(correction).min(1).max(100) }),
    output: done,
  },
  'order.submit': { input: z.strictObject(command), output: done },
  'order.matchLine': {
    input: z.strictObject({ ...command, line: z.number().int(), specification: z.string() }),
    output: done,
  },
  'order.addNote': {
    input: z.strictObject({
      ...command,
      subject: z.string(),
      kind: z.enum(['work', 'customer']),
      text: z.string().max(4000),
    }),
    output: done,
  },
  /** For the palette: orders, tasks and people by any word, number or fragment, best first. */
  'search.find': {
    input: z.strictObject({ text: z.string().max(200), limit }),
    output: z.strictObject({
      results: z.array(
        z.strictObject({
          kind: z.enum(['order', 'task', 'fallout']),
          orderId,
          subject: z.string(),
          number: z.string(),
          title: z.string(),
          state: z.string(),
        }),
      ),
    }),
  },
  'codes.get': {
    input: nothing,
    output: z.strictObject({
      rejectionReasons: z.array(z.string()),
      falloutTypes: z.array(z.string()),
      rootCauses: z.array(z.string()),
      resolutionCodes: z.array(z.string()),
    }),
  },
} as const;

export type OrderRow = z.infer<typeof orderRow>;
export type Order = z.infer<typeof order>;
export type OrderLine = z.infer<typeof orderLine>;
export type Check = z.infer<typeof check>;
export type Correction = z.infer<typeof correction>;
export type CharacteristicValue = z.infer<typeof characteristicValue>;
export type Done = z.infer<typeof done>;
