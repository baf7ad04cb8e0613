import { expect, test } from 'vitest';
import type { LineAction } from '../vocabulary/states.ts';
import type { FulfillmentPolicy } from './catalog.ts';
import { compilePolicies, findPolicy } from './choosePlan.ts';
import { cfs, resource, rfs } from './testing/catalogRows.ts';

const row = (id: string, parts: Partial<FulfillmentPolicy>): FulfillmentPolicy => ({ id, planTemplate: id, ...parts });

/** From the widest to the narrowest. */
const rows = [
  row('any', {}),
  row('any action', { actions: ['add'] }),
  row('kind', { kind: 'service' }),
  row('facing', { facing: 'customer' }),
  row('kind and facing', { kind: 'service', facing: 'customer' }),
  row('kind and action', { kind: 'service', actions: ['add'] }),
  row('facing and action', { facing: 'customer', actions: ['add', 'change'] }),
  row('specification', { specification: 'access' }),
  row('specification and action', { specification: 'access', actions: ['add'] }),
];

const chosen = (policies: readonly FulfillmentPolicy[], specification = cfs('access'), action: LineAction = 'add') =>
  findPolicy(compilePolicies(policies), specification, action)?.id;

test('T8 the narrowest row wins, wherever it stands: specification and action, specification, kind or facing and action, kind or facing, any', () => {
  for (let width = 1; width <= rows.length; width += 1) {
    const some = rows.slice(0, width);
    expect(chosen(some)).toBe(some.at(-1)?.id);
    expect(chosen(some.toReversed())).toBe(some.at(-1)?.id);
  }
});

test('T8 a row for another specification, kind, facing or action does not match', () => {
  expect(chosen(rows, cfs('access'), 'suspend')).toBe('specification');
  expect(chosen(rows, cfs('other'), 'suspend')).toBe('kind and facing');
  expect(chosen(rows, rfs('other'), 'suspend')).toBe('kind');
  expect(chosen(rows, resource('other'), 'suspend')).toBe('any');
  expect(chosen(rows.slice(1), resource('other'), 'suspend')).toBeUndefined();
});

test('T8 of rows equally narrow the first in the catalog wins', () => {
  expect(chosen([row('first', { kind: 'service' }), row('second', { kind: 'service' })])).toBe('first');
});
