/** People, teams and code lists as the app answers them, for tests of the window. */
import type { Output } from '../../preload/contract/contract.ts';

export const session: Output<'workspace.status'> = {
  firstRun: false,
  demoJob: null,
  demo: true,
  damaged: false,
  appVersion: '0.1.0',
  folder: '/home/liv/desk',
  person: {
    id: 'liv',
    name: 'Liv Dahl',
    roles: ['fulfillmentManager'],
    groups: ['field'],
    permissions: [
      'order.view',
      'task.work',
      'task.assign',
      'task.escalate',
      'fallout.create',
      'fallout.triage',
      'fallout.resolve',
    ],
    decidesFor: [],
  },
  people: [
    { id: 'liv', name: 'Liv Dahl', roles: ['fulfillmentManager'], groups: ['field'] },
    { id: 'kai', name: 'Kai Lund', roles: ['fulfillmentAgent'], groups: ['access'] },
  ],
  teams: [
    { id: 'field', name: 'Field North' },
    { id: 'access', name: 'Access network' },
  ],
  catalog: { version: 1, label: 'Catalog 1', specifications: 3 },
};

export const counts: Output<'counts.get'> = {
  approvals: 0,
  rejected: 0,
  drafts: 0,
  changes: 0,
  ordersInProgress: 1,
  ordersInJeopardy: 0,
  orders: 1,
  tasksMine: 2,
  tasksGroup: 3,
  tasksUnassigned: 1,
  tasksEscalated: 1,
  tasksOpen: 12,
  falloutsOpen: 1,
  falloutsMine: 0,
};

export const codes: Output<'codes.get'> = {
  rejectionReasons: ['other'],
  falloutTypes: ['inventoryAllocationFailure', 'siteAccess'],
  rootCauses: ['noInventory', 'unknown'],
  resolutionCodes: ['resourceReallocated', 'descoped'],
};

/** What a command answers when nothing else is of interest. */
export const done: Output<'task.claim'> = { orderId: 'o1', version: 9, changed: [], events: [] };
