import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PlanNode } from '../../preload/contract/plan.ts';
import { drawOver } from '../testing/literalDesk.tsx';
import { order } from '../testing/literalOrders.ts';
import { session } from '../testing/literalSession.ts';
import { LookAhead } from './LookAhead.tsx';

const root: PlanNode = {
  key: 'order',
  parent: null,
  depth: 0,
  kind: 'order',
  number: 'ORD0000001',
  title: 'Internet',
  detail: null,
  state: 'inProgress',
  domainOrders: { ended: 0, total: 7 },
  tasks: { ended: 0, total: 13 },
  childCount: 1,
  childrenShown: false,
  waiting: null,
  assignee: null,
  group: null,
  plannedStart: '2026-11-23T08:00:00.000Z',
  plannedEnd: '2026-11-27T12:00:00.000Z',
  actualStart: null,
  actualEnd: null,
  falloutsOpen: 0,
  predecessors: [],
  successors: [],
};

test('D9 beside the decision stands what approval would create, with the way to each reason', async () => {
  const { asked } = drawOver(
    { 'workspace.status': () => session, 'plan.tree': () => ({ version: 3, nodes: [root], next: null }) },
    <LookAhead order={order('1', { state: 'new' })} />,
  );
  expect((await screen.findByText(/7 domain orders and 13 tasks/)).textContent).toContain('end on');
  const why = screen.getByRole('link', { name: 'See each one and why' });
  expect(why.getAttribute('href')).toBe('#/orders/1/specifications');
  expect(asked).toContainEqual({
    name: 'plan.tree',
    input: { orderId: '1', root: 'order', after: null, limit: 1, asApproved: true },
  });
});

test('D9 nothing is promised while approval would be refused', async () => {
  const { container, asked } = drawOver(
    {
      'workspace.status': () => session,
      'plan.tree': () => ({ refusal: { code: 'CheckFailed', checks: [{ check: 'specification', lines: ['L1'] }] } }),
    },
    <LookAhead order={order('1', { state: 'new' })} />,
  );
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('plan.tree'));
  expect(container.textContent).not.toContain('Approval would');
});
