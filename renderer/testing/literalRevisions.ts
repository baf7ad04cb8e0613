/** Changes of an order and what they would do, as the app answers them, for tests of the window. */
import type { CompensationPlan, CompensationRow, Difference, Revision } from '../../preload/contract/revision.ts';

export const compensationRow = (
  action: CompensationRow['action'],
  title: string,
  more: Partial<CompensationRow> = {},
): CompensationRow => ({
  action,
  key: action === 'add' ? null : `T-${title}`,
  number: action === 'add' ? null : `TASK-${title}`,
  title,
  line: 1,
  lineName: 'Firewall Bergen',
  domainOrder: 'D1',
  domainOrderName: 'Firewall and DMZ',
  state: action === 'add' ? null : 'closedComplete',
  reason: action === 'keep' ? 'unaffected' : action === 'add' ? 'branchAdded' : 'reacts',
  causes: action === 'keep' ? [] : ['bandwidth'],
  pastNoReturn: false,
  ...more,
});

/** Counts come from the rows, as in the app. */
export function compensation(rows: readonly CompensationRow[], more: Partial<CompensationPlan> = {}): CompensationPlan {
  const counts = { keep: 0, redo: 0, undo: 0, cancel: 0, add: 0 };
  for (const { action } of rows) counts[action] += 1;
  return {
    rows: [...rows],
    counts,
    pastNoReturn: [],
    needsAttention: [],
    plannedEnd: { was: '2026-11-25T12:00:00.000Z', now: '2026-11-27T12:00:00.000Z' },
    ...more,
  };
}

export const difference = (field: string, was: string | null, now: string | null): Difference => ({
  subject: 'L1',
  subjectName: 'Line 1: Firewall Bergen',
  change: was === null ? 'added' : now === null ? 'removed' : 'changed',
  field,
  was,
  now,
});

export const revision = (number: number, more: Partial<Revision> = {}): Revision => ({
  number,
  operation: 'update',
  state: 'requested',
  reason: 'The customer needs more.',
  requestedBy: 'kai',
  requestedAt: '2026-11-22T10:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
  decisionText: null,
  overrideReason: null,
  differences: [difference('characteristic.bandwidth', '500', '1000')],
  compensation: compensation([
    compensationRow('redo', 'Configure'),
    compensationRow('cancel', 'Hand over', { state: 'draft' }),
    compensationRow('keep', 'Survey'),
  ]),
  ...more,
});
