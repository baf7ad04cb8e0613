/** The orchestration plan as the window reads it: a tree, a graph, and the reason why a node does not move. */
import { partDates } from './dates.ts';
import { count, orderId } from './order.ts';
import { jeopardyLevels, priorities } from '../../main/domain/vocabulary/states.ts';
import { waitingCauses } from '../../main/domain/vocabulary/waiting.ts';
import { compensations } from '../../main/domain/vocabulary/revision.ts';
import { z } from './zod.ts';

/** `order`, `S1` (a location), `L1`, `D1` or `T1`. */
export const nodeKey = z.string().max(20);

const who = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: z.string() }),
  z.strictObject({ kind: z.literal('group'), id: z.string() }),
  z.strictObject({ kind: z.literal('permission'), permission: z.string() }),
  z.strictObject({ kind: z.literal('nobody') }),
]);

/** A part of another order that a task waits for. */
export const outsidePart = z.strictObject({
  /** Null for what no order has yet, with its specification as the node. */
  orderId: z.string().nullable(),
  orderNumber: z.string(),
  node: z.string(),
  title: z.string(),
  /** How it stands there, and who can act on it; null where that is not known, as at a moment of the past. */
  state: z.string().nullable(),
  who: who.nullable(),
});

/** The one reason why a node is not done, and who can act on it (features O8). */
export const waiting = z.strictObject({
  cause: z.enum(waitingCauses),
  /** What it waits for: unfinished predecessors, the fallout, or the part below that moves next. Of a part of another order the state may not be known. */
  on: z.array(z.strictObject({ key: z.string(), title: z.string(), state: z.string().nullable() })),
  /** The moment that is waited for, for other orders the one at which they are expected to let go; or the reason a person gave. */
  until: z.string().nullable(),
  /** That moment may well come later. */
  atEarliest: z.boolean(),
  text: z.string().nullable(),
  /** Who can clear it; for a part of another order, who can act there. */
  who,
});

/** When somebody says that a task will end, and why (features O16). */
export const proposedEnd = z.strictObject({ end: z.string(), reason: z.string(), by: z.string(), at: z.string() });

export const escalatedTo = z.strictObject({ kind: z.enum(['person', 'group']), id: z.string() });

/** Before whom a task was brought, and why; `from` is the priority it has without it. */
export const escalation = z.strictObject({
  to: escalatedTo,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  from: z.enum(priorities),
});

export const planNode = z.strictObject({
  key: nodeKey,
  parent: nodeKey.nullable(),
  depth: z.number(),
  kind: z.enum(['order', 'location', 'line', 'domainOrder', 'task']),
  /** The human number: ORD…, SO…, RO…, TASK…; empty for a location. */
  number: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  /** A location is in progress from the first of its lines that moves to the last that ends. */
  state: z.string(),
  domainOrders: count,
  tasks: count,
  childCount: z.number(),
  /** False when the children were left out to keep the answer small; ask again with this node as root. */
  childrenShown: z.boolean(),
  waiting: waiting.nullable(),
  assignee: z.string().nullable(),
  group: z.string().nullable(),
  ...partDates,
  /** Working minutes it can slip without moving the end of the order; null once it has ended. */
  slackMinutes: z.number().nullable(),
  critical: z.boolean(),
  jeopardy: z.enum(jeopardyLevels),
  /** Share of its SLA that has passed, 1 is all of it; tasks only, while or after the clock ran. */
  slaShare: z.number().nullable(),
  /** Planned working minutes below it that are done, of how many. */
  progress: z.strictObject({ done: z.number(), total: z.number() }),
  priority: z.enum(priorities).nullable(),
  proposedEnd: proposedEnd.nullable(),
  escalation: escalation.nullable(),
  pointOfNoReturn: z.enum(['none', 'ahead', 'passed']),
  /** What the pending change would do to it. */
  compensation: z.enum(compensations).nullable(),
  /** Parts of other orders that it waits for. */
  outside: z.array(outsidePart),
  falloutsOpen: z.number(),
  predecessors: z.array(z.string()),
  successors: z.array(z.string()),
});

export const planGraph = z.strictObject({
  nodes: z.array(planNode),
  /** `after` may start when `before` has ended. */
  edges: z.array(
    z.strictObject({
      before: nodeKey,
      after: nodeKey,
      /** Already when `before` has started. */
      onStart: z.boolean(),
      lagMinutes: z.number(),
      critical: z.boolean(),
    }),
  ),
  /** True when the part asked for has more than 300 nodes: deeper ones are folded into their parents. */
  folded: z.boolean(),
});

/** True asks for a New order as approval would leave it, without approving it (features X2); other orders answer as they are. */
export const asApproved = z.boolean().optional();
/** The order as of the event with this number, instead of now (features X6). */
export const asOf = z.number().int().min(1).optional();

/** The schedule of a whole order in a few numbers. */
export const outlook = z.strictObject({
  /** The moment all of it was worked out for. */
  at: z.string(),
  start: z.string().nullable(),
  baselineEnd: z.string().nullable(),
  plannedEnd: z.string().nullable(),
  estimatedEnd: z.string().nullable(),
  /** It will not end sooner, and may end later. */
  atEarliest: z.boolean(),
  actualEnd: z.string().nullable(),
  /** What the customer was promised. */
  committedDueDate: z.string().nullable(),
  jeopardy: z.enum(jeopardyLevels),
  progress: z.strictObject({ done: z.number(), total: z.number() }),
  tasks: count,
  /** Unfinished tasks of the longest remaining path, first to last, at most 100. */
  criticalPath: z.array(z.strictObject({ key: z.string(), title: z.string() })),
  /** How many finished tasks of the past the forecast learned from. */
  learnedFrom: z.number(),
});

/** How an order of a list stands against what was promised. */
export const briefOutlook = z.strictObject({
  orderId,
  jeopardy: z.enum(jeopardyLevels),
  /** Forecast end; the actual one once it has ended. */
  end: z.string().nullable(),
  committedDueDate: z.string().nullable(),
});

/** Of a task whose clock runs. */
export const taskLevel = z.strictObject({
  orderId,
  task: z.number().int().positive(),
  jeopardy: z.enum(jeopardyLevels),
  slaShare: z.number().nullable(),
});

export const planFilter = z.strictObject({
  text: z.string().max(200).optional(),
  /** Keeps only tasks of these states, on the critical path, that wait for a hand or a reason, in jeopardy, of a person, of a team. */
  states: z.array(z.string().max(40)).max(20).optional(),
  critical: z.boolean().optional(),
  blocked: z.boolean().optional(),
  jeopardy: z.array(z.enum(jeopardyLevels)).optional(),
  assignee: z.string().optional(),
  group: z.string().optional(),
});

export const planCalls = {
  /** A subtree in preorder, at most `limit` nodes; for a large one the deeper levels are left out (`childrenShown`). */
  'plan.tree': {
    input: z.strictObject({
      orderId,
      root: nodeKey,
      /** Key of the last child of `root` already had, when it has more children than fit. */
      after: nodeKey.nullable(),
      limit: z.number().int().min(1).max(1000),
      asApproved,
      asOf,
    }),
    output: z.strictObject({ version: z.number(), nodes: z.array(planNode), next: nodeKey.nullable() }),
  },
  'plan.graph': { input: z.strictObject({ orderId, root: nodeKey, asApproved, asOf }), output: planGraph },
  'plan.outlook': {
    /** `startAt` asks what an approval would come to that has the work start then (features A7, X2). */
    input: z.strictObject({ orderId, asApproved, startAt: z.iso.datetime().optional(), asOf }),
    output: outlook,
  },
  /** Parts of one plan by text and filter, in plan order, each with the keys above it (features O7). */
  'plan.find': {
    input: z.strictObject({
      orderId,
      filter: planFilter,
      limit: z.number().int().min(1).max(1000),
      asApproved,
      asOf,
    }),
    output: z.strictObject({
      matches: z.array(z.strictObject({ key: nodeKey, above: z.array(nodeKey) })),
      total: z.number(),
    }),
  },
  /** Levels and forecasts for the orders of a list. What takes too long to work out at once is `left`: ask again for those. */
  'outlooks.of': {
    input: z.strictObject({ orderIds: z.array(orderId).min(1).max(100) }),
    output: z.strictObject({ outlooks: z.array(briefOutlook), left: z.array(orderId) }),
  },
  /** Levels of the tasks of a list. */
  'outlooks.ofTasks': {
    input: z.strictObject({
      tasks: z
        .array(z.strictObject({ orderId, task: z.number().int().positive() }))
        .min(1)
        .max(100),
    }),
    output: z.strictObject({ levels: z.array(taskLevel) }),
  },
  /** What the end of the order would be if this task ended then; nothing is changed. */
  'plan.whatIf': {
    input: z.strictObject({ orderId, task: z.number().int().positive(), end: z.iso.datetime() }),
    output: z.strictObject({ estimatedEnd: z.string(), was: z.string(), slackMinutes: z.number() }),
  },
} as const;

export type BriefOutlook = z.infer<typeof briefOutlook>;
export type TaskLevel = z.infer<typeof taskLevel>;
export type Outlook = z.infer<typeof outlook>;
export type PlanFilter = z.infer<typeof planFilter>;
export type JeopardyLevel = (typeof jeopardyLevels)[number];

export type PlanNode = z.infer<typeof planNode>;
export type PlanGraph = z.infer<typeof planGraph>;
export type OutsidePart = z.infer<typeof outsidePart>;
export type Waiting = z.infer<typeof waiting>;
