import { expect, test } from 'vitest';
import { hashOf, parseRoute, type Route } from './route.ts';

const routes: readonly (readonly [string, Route])[] = [
  ['#/approvals', { screen: 'approvals' }],
  ['#/approvals/o1', { screen: 'approvals', orderId: 'o1' }],
  ['#/approvals/rejected', { screen: 'approvals', queue: 'rejected' }],
  ['#/approvals/drafts/o1', { screen: 'approvals', queue: 'drafts', orderId: 'o1' }],
  ['#/orders', { screen: 'orders' }],
  ['#/orders/jeopardy', { screen: 'orders', group: 'jeopardy' }],
  ['#/orders/a%2Fb', { screen: 'order', orderId: 'a/b', tab: 'overview' }],
  ['#/orders/o1/plan', { screen: 'order', orderId: 'o1', tab: 'plan' }],
  ['#/orders/o1/plan/34567', { screen: 'order', orderId: 'o1', tab: 'plan', asOf: 34_567 }],
  ['#/orders/o1/versions', { screen: 'order', orderId: 'o1', tab: 'versions' }],
  ['#/orders/o1/specifications/D3', { screen: 'order', orderId: 'o1', tab: 'specifications', at: 'D3' }],
  ['#/orders/o1/specifications/D3/12', { screen: 'order', orderId: 'o1', tab: 'specifications', at: 'D3', asOf: 12 }],
  ['#/orders/o1/revise', { screen: 'order', orderId: 'o1', tab: 'revise' }],
  ['#/approvals/changes/o1', { screen: 'approvals', queue: 'changes', orderId: 'o1' }],
  ['#/tasks/o1/12', { screen: 'tasks', orderId: 'o1', task: 12 }],
  ['#/fallout/o1/3', { screen: 'fallout', orderId: 'o1', fallout: 3 }],
  ['#/import/j1', { screen: 'import', jobId: 'j1' }],
  ['#/settings', { screen: 'settings' }],
];

test.each(routes)('%s is read and written alike', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
  expect(hashOf(route)).toBe(hash);
});

test.each(['', '#', '#/nowhere', '#/%E0%A4%A'])('%o leads to the approvals', hash => {
  expect(parseRoute(hash).screen).toBe('approvals');
});

test('an unknown part of an order shows its overview', () => {
  expect(parseRoute('#/orders/o1/nonsense')).toEqual({ screen: 'order', orderId: 'o1', tab: 'overview' });
  expect(parseRoute('#/orders/o1/plan/x')).toEqual({ screen: 'order', orderId: 'o1', tab: 'plan' });
  expect(parseRoute('#/tasks/o1/x')).toEqual({ screen: 'tasks', orderId: 'o1' });
});
