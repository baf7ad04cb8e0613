/** Every state and action of an order and its parts, spelled once (names.md E.2). */

export const orderStates = [
  'draft',
  'submitted',
  'enrichmentInProgress',
  'enrichmentOnHold',
  'new',
  'acknowledged',
  'rejected',
  'inProgress',
  'revisionInProgress',
  'awaitingInformation',
  'onHold',
  'assessingCancellation',
  'cancellationInProgress',
  'canceled',
  'completed',
] as const;
export type OrderState = (typeof orderStates)[number];

export const lineStates = [...orderStates, 'scheduled'] as const;
export type LineState = (typeof lineStates)[number];

export const domainOrderStates = [
  'draft',
  'qualified',
  'scheduled',
  'inProgress',
  'onHold',
  'cancellationInProgress',
  'canceled',
  'closedComplete',
] as const;
export type DomainOrderState = (typeof domainOrderStates)[number];

export const taskStates = [
  'draft',
  'open',
  'scheduled',
  'inProgress',
  'onHold',
  'awaitingInformation',
  'resolved',
  'closedComplete',
  'canceled',
] as const;
export type TaskState = (typeof taskStates)[number];

export const falloutStates = [
  'open',
  'inProgress',
  'onHold',
  'awaitingInformation',
  'resolved',
  'closedComplete',
  'canceled',
] as const;
export type FalloutState = (typeof falloutStates)[number];

export const inventoryStates = ['installationPending', 'changePending', 'active', 'suspended', 'inactive'] as const;
export type InventoryState = (typeof inventoryStates)[number];

export const lineActions = ['add', 'change', 'disconnect', 'suspend', 'resume', 'noChange'] as const;
export type LineAction = (typeof lineActions)[number];

/** 1 is critical, 5 is planning; the words are those of the reference system (domain.md A.8). */
export const priorities = ['critical', 'high', 'moderate', 'low', 'planning'] as const;
export type Priority = (typeof priorities)[number];

/** One level more urgent; what is critical stays so. */
export const oneHigher = (priority: Priority): Priority => priorities[priorities.indexOf(priority) - 1] ?? priority;

/** How much a part is in danger of being late; `none` while its clock does not run (domain.md A.11). */
export const jeopardyLevels = ['none', 'low', 'medium', 'high', 'critical'] as const;
export type JeopardyLevel = (typeof jeopardyLevels)[number];

/** An ended part never moves again; its parent counts it as done (domain.md A.13 item 7). */
export const hasTaskEnded = (state: TaskState): boolean => state === 'closedComplete' || state === 'canceled';
export const hasDomainOrderEnded = (state: DomainOrderState): boolean =>
  state === 'closedComplete' || state === 'canceled';
export const hasLineEnded = (state: LineState): boolean => state === 'completed' || state === 'canceled';
export const hasOrderEnded = (state: OrderState): boolean => state === 'completed' || state === 'canceled';
export const hasFalloutEnded = (state: FalloutState): boolean => state === 'closedComplete' || state === 'canceled';

/** Somebody still has to deal with it; a resolved one only waits for its task to be done. */
export const isFalloutOpen = (state: FalloutState): boolean => !hasFalloutEnded(state) && state !== 'resolved';
