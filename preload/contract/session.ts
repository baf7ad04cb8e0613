/** Who sits at this desk, what the workspace holds, and the counts beside the navigation. */
import { permissions, roles } from '../../main/domain/people/permissions.ts';
import { z } from './zod.ts';

export const nothing = z.strictObject({});

export const person = z.strictObject({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  groups: z.array(z.string()),
});

export const team = z.strictObject({ id: z.string(), name: z.string() });

export const workspaceStatus = z.strictObject({
  /** Nobody has sat down yet: the window offers the three ways to begin. */
  firstRun: z.boolean(),
  /** The job that is loading the demo workspace right now. */
  demoJob: z.string().nullable(),
  demo: z.boolean(),
  /** Part of the workspace file cannot be read any more. */
  damaged: z.boolean(),
  appVersion: z.string(),
  /** Where the workspace lies on this machine. */
  folder: z.string(),
  person: person
    .extend({
      /** What they may do now, what was lent to them included. */
      permissions: z.array(z.enum(permissions)),
      /** In whose place they approve; empty when they do so in their own right. */
      decidesFor: z.array(z.string()),
    })
    .nullable(),
  people: z.array(person),
  teams: z.array(team),
  catalog: z.strictObject({ version: z.number(), label: z.string(), specifications: z.number() }).nullable(),
});

export const counts = z.strictObject({
  approvals: z.number(),
  rejected: z.number(),
  drafts: z.number(),
  /** Orders whose change or cancellation waits for a decision. */
  changes: z.number(),
  ordersInProgress: z.number(),
  orders: z.number(),
  /** Orders with a task that is late, or behind their promised date: as of this minute. */
  ordersInJeopardy: z.number(),
  tasksMine: z.number(),
  tasksGroup: z.number(),
  tasksUnassigned: z.number(),
  /** Brought before the person or their teams. */
  tasksEscalated: z.number(),
  tasksOpen: z.number(),
  falloutsOpen: z.number(),
  falloutsMine: z.number(),
});

export const sessionCalls = {
  'workspace.status': { input: nothing, output: workspaceStatus },
  /** Loads the demo workspace as a job; refused when there is anything in the workspace already. */
  'workspace.loadDemo': { input: nothing, output: z.strictObject({ jobId: z.string() }) },
  /** Creates the first person, with every role, and lets them sit down. */
  'workspace.startEmpty': { input: z.strictObject({ name: z.string().trim().min(1).max(80) }), output: nothing },
  'session.choose': { input: z.strictObject({ personId: z.string() }), output: nothing },
  'counts.get': { input: nothing, output: counts },
} as const;

export type Person = z.infer<typeof person>;
export type Team = z.infer<typeof team>;
export type WorkspaceStatus = z.infer<typeof workspaceStatus>;
export type Counts = z.infer<typeof counts>;
