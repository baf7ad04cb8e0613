import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { Order } from '../../preload/contract/order.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { order } from '../testing/literalOrders.ts';
import { revision } from '../testing/literalRevisions.ts';
import { counts, done, session } from '../testing/literalSession.ts';
import { localInput } from './localInput.ts';
import { OrderHead } from './OrderHead.tsx';

const manager: typeof session = {
  ...session,
  person: session.person && { ...session.person, permissions: ['order.view', 'order.approve', 'order.revise'] },
};

function draw(shown: Partial<Order>, more: Answers = {}) {
  const drawn = drawOver(
    {
      'workspace.status': () => manager,
      'counts.get': () => counts,
      'revision.list': () => ({ revisions: [revision(1)] }),
      'order.approve': ({ orderId, startAt }) => ({
        ...done,
        orderId,
        events: startAt === undefined ? ['OrderApproved'] : ['OrderApproved', 'StartPlanned'],
      }),
      'order.startNow': ({ orderId }) => ({ ...done, orderId }),
      ...more,
    },
    <OrderHead order={order('1', shown)} part="overview" />,
  );
  return { ...drawn, user: userEvent.setup() };
}

beforeEach(() => {
  window.location.hash = '#/orders/1';
});

test('A7 approval can set the start to the requested one, and says so', async () => {
  const requestedStart = '2099-03-01T08:00:00.000Z';
  const { user, sent } = draw({ requestedStart });
  await user.click(await screen.findByRole('button', { name: 'Approve to start on…' }));
  const field = await screen.findByLabelText(/^Start on/);
  expect(field).toHaveProperty('value', localInput(requestedStart));
  await user.click(screen.getByRole('button', { name: 'Approve to start then' }));
  expect(await screen.findByText(/^ORD-1 was approved to start on 1 Mar 2099/)).toBeDefined();
  expect(sent('order.approve')).toMatchObject([{ orderId: '1', seen: 3, startAt: requestedStart }]);
});

test('A7 a start that has passed is not taken', async () => {
  const { user, sent } = draw({ requestedStart: '2020-01-01T08:00:00.000Z' });
  await user.click(await screen.findByRole('button', { name: 'Approve to start on…' }));
  const field = await screen.findByLabelText(/^Start on/);
  expect(field).toHaveProperty('value', '');
  fireEvent.change(field, { target: { value: '2020-01-01T08:00' } });
  await user.click(screen.getByRole('button', { name: 'Approve to start then' }));
  expect(screen.getByText('Choose a moment that is still to come.')).toBeDefined();
  expect(sent('order.approve')).toEqual([]);
});

test('A7 an order approved to start later says when, and can be started at once', async () => {
  const { user, sent } = draw({ state: 'acknowledged', startsAt: '2099-03-01T08:00:00.000Z' });
  expect(await screen.findByText(/^Approved to start on 1 Mar 2099/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Start now' }));
  expect(await screen.findByText('ORD-1 was started')).toBeDefined();
  expect(sent('order.startNow')).toMatchObject([{ orderId: '1', seen: 3 }]);
});

test('A8 with two people to approve, the first approval is told and the same person cannot give the second', async () => {
  draw({ approval: { twoPeople: true, endorsedBy: ['liv'], startAt: null } });
  expect(await screen.findByText('First of two approvals given by Liv Dahl')).toBeDefined();
  const second = screen.getByRole('button', { name: 'Approve, second of two' });
  expect(second.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText(/^You gave the first approval/)).toBeDefined();
});

test('A8 the first of two approvals leaves the order waiting', async () => {
  const { user } = draw(
    { approval: { twoPeople: true, endorsedBy: [], startAt: null } },
    { 'order.approve': ({ orderId }) => ({ ...done, orderId, events: ['OrderEndorsed'] }) },
  );
  await user.click(await screen.findByRole('button', { name: 'Approve, first of two' }));
  expect(await screen.findByText('The first approval of ORD-1 was given')).toBeDefined();
});

test('A7 A8 the second person sees the start that the first wished, keeps it, changes it, or starts at once', async () => {
  const startAt = '2099-03-01T08:00:00.000Z';
  const { user, sent } = draw({ approval: { twoPeople: true, endorsedBy: ['kai'], startAt } });
  expect(await screen.findByText(/^First of two approvals given by Kai Lund, to start on 1 Mar 2099/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: /^Approve to start on 1 Mar 2099.*, second of two/ }));
  await user.click(screen.getByRole('button', { name: 'Approve to start on…' }));
  expect(await screen.findByLabelText(/^Start on/)).toHaveProperty('value', localInput(startAt));
  await user.click(screen.getByRole('button', { name: 'Approve to start at once' }));
  expect(sent('order.approve').map(input => (input as { startAt?: unknown }).startAt)).toEqual([undefined, null]);
});

test('the head says jeopardy, forecast against what was promised, and the version', async () => {
  draw({
    state: 'inProgress',
    jeopardy: 'high',
    estimatedEnd: '2026-12-03T12:00:00.000Z',
    committedDueDate: '2026-12-01T12:00:00.000Z',
    orderVersion: 2,
  });
  const outlook = await screen.findByText('Version 2');
  expect(outlook.parentElement?.textContent).toMatch(/HighForecast 3 Dec.*Promised 1 Dec.*2 days lateVersion 2/);
});

test('T6 a computed priority explains itself: ranks, weights, and what they come to', async () => {
  const { user } = draw({
    priority: 'high',
    priorityScore: {
      score: 70,
      priority: 'high',
      parts: [
        { table: 'customer', key: 'gold', rank: 90, weight: 2 },
        { table: 'urgency', key: 'normal', rank: 30, weight: 1 },
      ],
    },
  });
  await user.click(await screen.findByRole('button', { name: 'High. How it came about' }));
  const table = await screen.findByRole('table');
  expect(within(table).getByRole('row', { name: 'Customer gold 90 2 180' })).toBeDefined();
  expect(screen.getByText('210 / 3 = 70, which is High')).toBeDefined();
});

test('O9 R begins a change of an order in progress', async () => {
  const { user } = draw({ state: 'inProgress' });
  await screen.findByRole('button', { name: 'Change order…' });
  await user.keyboard('r');
  await waitFor(() => expect(window.location.hash).toBe('#/orders/1/revise'));
});

test('A7 O9 an order that waits for its start can be changed and canceled', async () => {
  const { user } = draw({ state: 'acknowledged', startsAt: '2099-03-01T08:00:00.000Z' });
  await screen.findByRole('button', { name: 'Change order…' });
  await user.click(screen.getByRole('button', { name: 'Cancel order…' }));
  await waitFor(() => expect(window.location.hash).toBe('#/orders/1/cancel'));
});

test('O14 while a change waits the version is the one that was approved, and the next is told as requested', async () => {
  draw({ state: 'revisionInProgress', pendingRevision: 2, orderVersion: 2 });
  expect(await screen.findByText('Version 2')).toBeDefined();
  expect(screen.getByText('Change to version 3 requested')).toBeDefined();
});

test('O9 a change that waits is told on every part of the order', async () => {
  draw({ state: 'revisionInProgress', pendingRevision: 1 });
  const banner = await screen.findByText(/Change 1 waits for a decision. Asked for by Kai Lund/);
  expect(within(banner).getByRole('link', { name: 'See it and decide' }).getAttribute('href')).toBe(
    '#/orders/1/changes',
  );
  expect(screen.queryByRole('button', { name: 'Change order…' })).toBeNull();
});
