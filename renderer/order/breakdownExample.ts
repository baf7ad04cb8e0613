/** Entries of a breakdown as literal data, for the tests of the window. */
import type { BreakdownEntry } from '../../preload/contract/breakdown.ts';

export const breakdownEntry = (target: string, more: Partial<BreakdownEntry> = {}): BreakdownEntry => ({
  depth: 0,
  verdict: 'created',
  reason: 'relationship',
  target,
  targetName: target,
  relationship: null,
  sourceName: null,
  rules: [],
  copy: null,
  reconsidered: false,
  plan: null,
  domainOrder: null,
  mappings: [],
  ...more,
});

/** One that became a domain order. */
export const createdEntry = (target: string, id: string, more: Partial<BreakdownEntry> = {}): BreakdownEntry =>
  breakdownEntry(target, {
    domainOrder: {
      id,
      number: `SO0000001-${id.slice(1)}`,
      kind: 'service',
      facing: 'customer',
      state: 'qualified',
      action: 'add',
      quantity: 1,
      characteristics: [],
      tasks: { ended: 0, total: 0 },
    },
    ...more,
  });

/** Left out because of a rule that did not pass. */
export const skippedEntry = (target: string, more: Partial<BreakdownEntry> = {}): BreakdownEntry =>
  breakdownEntry(target, {
    verdict: 'skipped',
    reason: 'ruleFailed',
    relationship: { id: 'r1', type: 'realizedAs' },
    sourceName: 'Managed Firewall',
    rules: [
      { rule: 'dmz-wanted', characteristic: 'dmz', expected: [true, 'yes'], input: false, from: 'line', passed: false },
    ],
    ...more,
  });
