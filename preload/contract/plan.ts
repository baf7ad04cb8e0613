/** The orchestration plan as the window reads it: a tree, a graph, and the reason why a node does not move. */
import { orderId } from './order.ts';
import { count } from './order.ts';
import { z } from './zod.ts';

/** `order`, `S1` (a location), `L1`, `D1` or `T1`. */
export const nodeKey = z.string().max(20);

/** The one reason why a node is not done, and who can act on it (features O8). */
export const waiting = z.strictObject({
  cause: z.enum(['approval', 'correction', 'predecessors', 'fallout', 'claim', 'start', 'completion', 'children']),
  /** What it waits for: unfinished predecessors, the fallout, or the part below that moves next. */
  on: z.array(z.strictObject({ key: z.string(), title: z.string(), state: z.string() })),
  /** Who can clear it. */
  who: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), id: z.string() }),
    z.strictObject({ kind: z.literal('group'), id: z.string() }),
    z.strictObject({ kind: z.literal('permission'), permission: z.string() }),
    z.strictObject({ kind: z.literal('nobody') }),
  ]),
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
  plannedStart: z.string().nullable(),
  plannedEnd: z.string().nullable(),
  actualStart: z.string().nullable(),
  actualEnd: z.string().nullable(),
  falloutsOpen: z.number(),
  predecessors: z.array(z.string()),
  successors: z.array(z.string()),
});

export const planGraph = z.strictObject({
  nodes: z.array(planNode),
  /** `after` may start when `before` has ended. */
  edges: z.array(z.strictObject({ before: nodeKey, after: nodeKey })),
  /** True when the part asked for has more than 300 nodes: deeper ones are folded into their parents. */
  folded: z.boolean(),
});

/** True asks for a New order as approval would leave it, without approving it (features X2); other orders answer as they are. */
export const asApproved = z.boolean().optional();

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
    }),
    output: z.strictObject({ version: z.number(), nodes: z.array(planNode), next: nodeKey.nullable() }),
  },
  'plan.graph': { input: z.strictObject({ orderId, root: nodeKey, asApproved }), output: planGraph },
} as const;

export type PlanNode = z.infer<typeof planNode>;
export type PlanGraph = z.infer<typeof planGraph>;
export type Waiting = z.infer<typeof waiting>;
