/** Tasks and fallout as the window reads them, and what may be asked of them. */
import { falloutActions } from '../../main/domain/order/order.ts';
import { assignmentMethods, nobodyCauses } from '../../main/domain/vocabulary/reasons.ts';
import { falloutStates, jeopardyLevels, priorities, taskStates } from '../../main/domain/vocabulary/states.ts';
import {
  characteristicValue,
  commandId,
  contact,
  done,
  jsonValue,
  limit,
  location,
  orderId,
  page,
  priorityScore,
  seen,
} from './order.ts';
import { escalatedTo, escalation, outsidePart, proposedEnd, waiting } from './plan.ts';
import { z } from './zod.ts';

export const taskRow = z.strictObject({
  /** `<order id>/T<number>` */
  key: z.string(),
  orderId,
  task: z.number(),
  number: z.string(),
  title: z.string(),
  state: z.enum(taskStates),
  priority: z.enum(priorities),
  group: z.string().nullable(),
  assignee: z.string().nullable(),
  dueAt: z.string(),
  orderNumber: z.string(),
  account: z.string().nullable(),
  location: z.string().nullable(),
  domainOrder: z.string(),
  /** Before whom it was brought: one of the two, or neither. */
  escalatedPerson: z.string().nullable(),
  escalatedGroup: z.string().nullable(),
  version: z.number(),
});

export const taskField = z.strictObject({
  name: z.string(),
  label: z.string(),
  mandatory: z.boolean(),
  valueType: z.enum(['string', 'number', 'boolean']),
  options: z.array(jsonValue),
  unit: z.string().nullable(),
  value: jsonValue.nullable(),
});

/** Why the desk gave it to its assignee (features T3). */
export const assignmentReason = z.strictObject({
  method: z.enum(assignmentMethods),
  candidates: z.number(),
  load: z.number(),
  skill: z.string().optional(),
  site: z.string().optional(),
});

export const nobodyReason = z.strictObject({
  group: z.string(),
  cause: z.enum(nobodyCauses),
  skill: z.string().optional(),
  site: z.string().optional(),
});

export const task = z.strictObject({
  ...taskRow.shape,
  instructions: z.string().nullable(),
  line: z.string(),
  lineName: z.string(),
  place: location.nullable(),
  contacts: z.array(contact),
  domainOrderId: z.string(),
  domainOrderNumber: z.string(),
  /** The values of the domain order the task belongs to: what the agent needs to know. */
  characteristics: z.array(characteristicValue),
  fields: z.array(taskField),
  durationMinutes: z.number(),
  plannedStart: z.string(),
  plannedEnd: z.string(),
  estimatedStart: z.string().nullable(),
  estimatedEnd: z.string().nullable(),
  atEarliest: z.boolean(),
  jeopardy: z.enum(jeopardyLevels),
  slaShare: z.number().nullable(),
  slaMinutes: z.number(),
  priorityScore: priorityScore.nullable(),
  assignedWhy: assignmentReason.nullable(),
  /** Why the desk gave it to nobody; null while it did not look, or found somebody. */
  nobodyWhy: nobodyReason.nullable(),
  pointOfNoReturn: z.boolean(),
  /** Title of the task it takes back. */
  undoes: z.string().nullable(),
  redone: z.number(),
  outside: z.array(outsidePart),
  proposedEnd: proposedEnd.nullable(),
  escalation: escalation.nullable(),
  /** Why a person put it on hold, and who. */
  pausedFor: z.string().nullable(),
  pausedBy: z.string().nullable(),
  actualStart: z.string().nullable(),
  actualEnd: z.string().nullable(),
  waiting: waiting.nullable(),
  predecessors: z.array(z.strictObject({ key: z.string(), title: z.string(), state: z.string() })),
  successors: z.array(z.strictObject({ key: z.string(), title: z.string(), state: z.string() })),
  /** `by` is who ended it so. */
  outcome: z
    .strictObject({ kind: z.enum(['done', 'stated', 'skipped']), text: z.string().nullable(), by: z.string() })
    .nullable(),
  fallouts: z.array(
    z.strictObject({ fallout: z.number(), number: z.string(), type: z.string(), state: z.enum(falloutStates) }),
  ),
  retries: z.number(),
});

export const falloutRow = z.strictObject({
  key: z.string(),
  orderId,
  fallout: z.number(),
  number: z.string(),
  type: z.string(),
  state: z.enum(falloutStates),
  priority: z.enum(priorities),
  text: z.string(),
  group: z.string().nullable(),
  owner: z.string().nullable(),
  dueAt: z.string().nullable(),
  raisedAt: z.string(),
  raisedBy: z.string(),
  task: z.number(),
  taskNumber: z.string(),
  taskTitle: z.string(),
  orderNumber: z.string(),
  account: z.string().nullable(),
  version: z.number(),
});

export const fallout = z.strictObject({
  ...falloutRow.shape,
  taskState: z.enum(taskStates),
  /** What the task goes back to when this is resolved by retry. */
  restores: z.enum(taskStates).nullable(),
  taskAssignee: z.string().nullable(),
  taskGroup: z.string().nullable(),
  /** Everything cancelBranch would cancel: the domain order and all below it that has not ended. */
  branch: z.array(z.strictObject({ key: z.string(), title: z.string(), state: z.string() })),
  resolution: z
    .strictObject({
      action: z.enum(falloutActions),
      rootCause: z.string(),
      resolutionCode: z.string(),
      text: z.string(),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
});

const number = z.number().int().positive();
const onTask = { commandId, orderId, task: number, seen: seen.optional() };
const onFallout = { commandId, orderId, fallout: number, seen: seen.optional() };
const values = z.array(characteristicValue).max(100);

/** What a person says when they raise fallout. */
export const falloutRaise = {
  falloutType: z.string(),
  priority: z.enum(priorities),
  text: z.string().max(4000),
  group: z.string().optional(),
  owner: z.string().optional(),
  dueAt: z.iso.datetime().optional(),
};

/** What a person says when they resolve it. */
export const falloutResolution = {
  rootCause: z.string(),
  resolutionCode: z.string(),
  text: z.string().max(4000),
};

export const taskCalls = {
  'tasks.page': {
    input: z.strictObject({
      queue: z.enum(['mine', 'group', 'unassigned', 'escalated', 'all']),
      after: z.string().nullable(),
      limit,
    }),
    output: page(taskRow),
  },
  'task.get': { input: z.strictObject({ orderId, task: number }), output: task },
  'task.claim': { input: z.strictObject(onTask), output: done },
  'task.assign': {
    input: z.strictObject({ ...onTask, assignee: z.string().nullable(), group: z.string().nullable().optional() }),
    output: done,
  },
  'task.release': { input: z.strictObject(onTask), output: done },
  'task.start': { input: z.strictObject(onTask), output: done },
  'task.pause': { input: z.strictObject({ ...onTask, reason: z.string().max(4000) }), output: done },
  'task.resume': { input: z.strictObject(onTask), output: done },
  /** Says when it will end; the forecast goes by it until it ends or that is withdrawn (features O16). */
  'task.proposeEnd': {
    input: z.strictObject({ ...onTask, end: z.iso.datetime(), reason: z.string().max(4000) }),
    output: done,
  },
  'task.withdrawEnd': { input: z.strictObject(onTask), output: done },
  /** Brings it before a person or a team, and raises it by one priority. */
  'task.escalate': {
    input: z.strictObject({ ...onTask, to: escalatedTo, reason: z.string().max(4000) }),
    output: done,
  },
  'task.withdrawEscalation': { input: z.strictObject(onTask), output: done },
  /** Ends it as not needed; the two codes are for a fallout that holds it. */
  'task.skip': {
    input: z.strictObject({
      ...onTask,
      reason: z.string().max(4000),
      rootCause: z.string().optional(),
      resolutionCode: z.string().optional(),
    }),
    output: done,
  },
  /** Has it wait for a part of another order, named by its human number such as `TASK0000421-3` (features O6). */
  'task.waitFor': { input: z.strictObject({ ...onTask, number: z.string().min(1).max(40) }), output: done },
  /** Lets it go on without a part of another order, or with null, without what no order has yet. */
  'task.waitNoMore': {
    input: z.strictObject({
      commandId,
      orderId,
      task: number,
      otherOrderId: orderId.nullable(),
      node: z.string().max(200),
    }),
    output: done,
  },
  'task.recordValues': { input: z.strictObject({ ...onTask, values }), output: done },
  'task.complete': { input: z.strictObject({ ...onTask, values: values.optional() }), output: done },
} as const;

export const falloutCalls = {
  'fallouts.page': {
    input: z.strictObject({
      queue: z.enum(['open', 'mine', 'group', 'unassigned', 'closed']),
      after: z.string().nullable(),
      limit,
    }),
    output: page(falloutRow),
  },
  'fallout.get': { input: z.strictObject({ orderId, fallout: number }), output: fallout },
  'fallout.raise': {
    input: z.strictObject({ ...onTask, ...falloutRaise }),
    output: done,
  },
  'fallout.triage': {
    input: z.strictObject({
      ...onFallout,
      falloutType: z.string().optional(),
      priority: z.enum(priorities).optional(),
      state: z.enum(['open', 'inProgress', 'onHold', 'awaitingInformation']).optional(),
      group: z.string().nullable().optional(),
      owner: z.string().nullable().optional(),
      dueAt: z.iso.datetime().nullable().optional(),
    }),
    output: done,
  },
  'fallout.reassign': {
    input: z.strictObject({ ...onFallout, owner: z.string().nullable(), group: z.string().nullable() }),
    output: done,
  },
  'fallout.resolve': {
    input: z.strictObject({
      ...onFallout,
      action: z.enum(falloutActions),
      ...falloutResolution,
    }),
    output: done,
  },
} as const;

export type TaskRow = z.infer<typeof taskRow>;
export type Task = z.infer<typeof task>;
export type TaskField = z.infer<typeof taskField>;
export type FalloutRow = z.infer<typeof falloutRow>;
export type Fallout = z.infer<typeof fallout>;
