/** Short ways to write captured orders in tests; everything not said is such that every check passes. */
import type { CapturedLine, CapturedOrder } from '../../vocabulary/captured.ts';

export const captured = (lines: readonly CapturedLine[], parts: Partial<CapturedOrder> = {}): CapturedOrder => ({
  priority: 'moderate',
  account: { id: 'acc-1', name: 'Acme' },
  parties: [],
  contacts: [{ name: 'Kim' }],
  requestedCompletion: '2027-01-31T00:00:00.000Z',
  notes: [],
  lines,
  ...parts,
});

export const line = (itemId: string, specification: string, parts: Partial<CapturedLine> = {}): CapturedLine => ({
  itemId,
  action: 'add',
  quantity: 1,
  specification: { id: specification },
  location: { name: 'Main Street 1' },
  contacts: [],
  characteristics: [],
  relationships: [],
  ...parts,
});

/** The relationships of a line that starts only when these lines are done. */
export const after = (...itemIds: readonly string[]): Pick<CapturedLine, 'relationships'> => ({
  relationships: itemIds.map(itemId => ({ type: 'reliesOn', itemId, waits: true })),
});
