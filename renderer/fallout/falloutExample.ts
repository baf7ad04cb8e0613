/** A fallout as literal data, for the tests of the fallout screen. */
import type { Fallout, FalloutRow } from '../../preload/contract/task.ts';

export const exampleFalloutRow: FalloutRow = {
  key: 'o1/F1',
  orderId: 'o1',
  fallout: 1,
  number: 'FO0000421-1',
  type: 'inventoryAllocationFailure',
  state: 'open',
  priority: 'critical',
  text: 'Port ge-0/0/7 is already reserved.',
  group: 'access',
  owner: null,
  dueAt: '2026-11-20T10:00:00.000Z',
  raisedAt: '2026-11-19T10:00:00.000Z',
  raisedBy: 'kai',
  task: 2,
  taskNumber: 'TASK0000421-2',
  taskTitle: 'Reserve access port',
  orderNumber: 'ORD0000421',
  account: 'Delta Bank ASA',
  version: 7,
};

export const exampleFallout: Fallout = {
  ...exampleFalloutRow,
  taskState: 'onHold',
  restores: 'inProgress',
  taskAssignee: 'kai',
  taskGroup: 'access',
  branch: [
    { key: 'D1', title: 'Access line', state: 'inProgress' },
    { key: 'T2', title: 'Reserve access port', state: 'onHold' },
    { key: 'T4', title: 'Splice the fibre', state: 'draft' },
  ],
  resolution: null,
};
