import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Outlook } from '../../preload/contract/plan.ts';
import { planNode } from '../plan/planExample.ts';
import { drawOver } from '../testing/literalDesk.tsx';
import { order } from '../testing/literalOrders.ts';
import { session } from '../testing/literalSession.ts';
import { LookAhead } from './LookAhead.tsx';

const root = planNode({
  key: 'order',
  parent: null,
  kind: 'order',
  number: 'ORD0000001',
  title: 'Internet',
  state: 'inProgress',
  domainOrders: { ended: 0, total: 7 },
  tasks: { ended: 0, total: 13 },
  childCount: 1,
  childrenShown: false,
  plannedStart: '2026-11-23T08:00:00.000Z',
  plannedEnd: '2026-11-27T12:00:00.000Z',
});

test('D9 beside the decision stands what approval would create, with the way to each reason', async () => {
  const { asked } = drawOver(
    {
      'workspace.status': () => session,
      'plan.tree': () => ({ version: 3, nodes: [root], next: null }),
      'plan.why': () => ({ line: null, made: null, task: null, skipped: { rows: [], total: 2 } }),
    },
    <LookAhead order={order('1', { state: 'new' })} />,
  );
  expect((await screen.findByText(/7 domain orders and 13 tasks/)).textContent).toContain('end on');
  const skipped = await screen.findByRole('link', { name: '2 targets would be skipped' });
  expect(skipped.getAttribute('href')).toBe('#/orders/1/specifications/skipped');
  const why = screen.getByRole('link', { name: 'See each one and why' });
  expect(why.getAttribute('href')).toBe('#/orders/1/specifications');
  expect(asked).toContainEqual({
    name: 'plan.tree',
    input: { orderId: '1', root: 'order', after: null, limit: 1, asApproved: true },
  });
  expect(asked).toContainEqual({
    name: 'plan.why',
    input: { orderId: '1', part: 'order', limit: 1, asApproved: true },
  });
});

const ahead: Outlook = {
  at: '2026-11-22T08:00:00.000Z',
  start: '2026-11-23T08:00:00.000Z',
  baselineEnd: null,
  plannedEnd: '2026-11-27T12:00:00.000Z',
  estimatedEnd: '2026-12-03T12:00:00.000Z',
  atEarliest: false,
  actualEnd: null,
  committedDueDate: null,
  jeopardy: 'none',
  progress: { done: 0, total: 600 },
  tasks: { ended: 0, total: 13 },
  criticalPath: ['Survey', 'Dig', 'Blow fibre', 'Splice', 'Test'].map((title, index) => ({ key: `T${index}`, title })),
  learnedFrom: 20,
};

test('X2 the forecast of the dry run is told with its longest path, and a late one leads to the date', async () => {
  drawOver(
    {
      'workspace.status': () => session,
      'plan.tree': () => ({ version: 3, nodes: [root], next: null }),
      'plan.outlook': () => ahead,
    },
    <LookAhead order={order('1', { state: 'new' })} />,
  );
  expect(await screen.findByText('The longest path: Survey → Dig → Blow fibre → Splice and one more.')).toBeDefined();
  expect(screen.getByText(/3 Dec 2026/)).toBeDefined();
  expect(screen.getByRole('link', { name: '2 days after the requested completion.' })).toBeDefined();
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
