import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { rememberQueue } from '../orders/queueMemory.ts';
import { useRoute } from '../route.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { line, order, pageOf } from '../testing/literalOrders.ts';
import { counts, session } from '../testing/literalSession.ts';
import type { ActivityEntry } from '../../preload/contract/activity.ts';
import { OrderScreen } from './OrderScreen.tsx';

const activity: readonly ActivityEntry[] = [
  {
    key: '5.0',
    version: 5,
    at: '2026-11-23T09:00:00.000Z',
    by: 'kai',
    subject: 'T3',
    subjectName: 'TASK-3 Splice',
    event: 'TaskAssigned',
    field: 'assignee',
    was: 'liv',
    now: 'kai',
    text: 'claimed',
  },
  {
    key: '2.0',
    version: 2,
    at: '2026-11-22T09:00:00.000Z',
    by: 'liv',
    subject: 'order',
    subjectName: null,
    event: 'OrderApproved',
    field: 'state',
    was: 'new',
    now: 'acknowledged',
    text: null,
  },
];

function draw(more: Answers = {}) {
  const drawn = drawOver(
    {
      'workspace.status': () => session,
      'counts.get': () => counts,
      'order.get': ({ orderId }) => order(orderId, { state: 'inProgress', tasks: { ended: 2, total: 8 } }),
      'order.lines': () => pageOf([line(1)]),
      'order.activity': () => pageOf(activity),
      'order.export': () => ({ fileName: 'ORD-1.tmf641.json', text: '{"id":"1"}' }),
      ...more,
    },
    <Routed />,
  );
  return { ...drawn, user: userEvent.setup() };
}

function Routed() {
  const route = useRoute();
  return route.screen === 'order' ? <OrderScreen orderId={route.orderId} tab={route.tab} /> : null;
}

beforeEach(() => {
  window.location.hash = '#/orders/1';
});

test('the header says what the order is and how far it has come', async () => {
  draw();
  const bar = await screen.findByRole('progressbar', { name: 'Tasks ended' });
  expect(bar.getAttribute('aria-valuenow')).toBe('25');
  expect(screen.getByText('2 of 8 tasks')).toBeDefined();
  expect(screen.getByText('In progress')).toBeDefined();
});

test('Alt with a number shows a part of the order, and the address keeps it', async () => {
  const { user } = draw();
  await screen.findByRole('tab', { name: 'Overview', selected: true });
  await user.keyboard('{Alt>}4{/Alt}');
  expect(await screen.findByRole('tab', { name: 'Activity', selected: true })).toBeDefined();
  expect(window.location.hash).toBe('#/orders/1/activity');
});

test('the activity says what changed from what to what, who did it, and when', async () => {
  window.location.hash = '#/orders/1/activity';
  draw();
  const list = await screen.findByRole('list', { name: 'What happened to this order, newest first' });
  const lines = within(list)
    .getAllByRole('listitem')
    .map(item => item.textContent);
  expect(lines[0]).toMatch(/Kai Lund.*Assigned TASK-3 SpliceAssignee: was Liv Dahl now Kai Lundclaimed/);
  expect(lines[1]).toMatch(/22 Nov 2026, \d\d:\d\dLiv DahlApproved State: was New now Acknowledged/);
});

test('X6 each line of the activity leads to the plan as it was then', async () => {
  window.location.hash = '#/orders/1/activity';
  draw();
  const list = await screen.findByRole('list', { name: 'What happened to this order, newest first' });
  const links = within(list).getAllByRole('link', { name: /show the plan as it was then, 2\d Nov 2026/ });
  expect(links.map(link => link.getAttribute('href'))).toEqual(['#/orders/1/plan/5', '#/orders/1/plan/2']);
});

test('brackets lead to the neighbours in the list the order was opened from', async () => {
  rememberQueue(['0', '1', '2']);
  const { user } = draw();
  await screen.findByText('Account 1 (ACC-1)', { selector: 'strong' });
  await user.keyboard(']');
  expect(await screen.findByText('Account 2 (ACC-2)', { selector: 'strong' })).toBeDefined();
  await user.keyboard('[[');
  expect(await screen.findByText('Account 1 (ACC-1)', { selector: 'strong' })).toBeDefined();
});

test('the order is saved as a TMF641 file', async () => {
  const saved: { blob: Blob; name: string }[] = [];
  let blob = new Blob();
  Object.assign(URL, {
    createObjectURL: (made: Blob) => {
      blob = made;
      return 'blob:x';
    },
    revokeObjectURL: () => {},
  });
  const keep = (event: MouseEvent): void => {
    if (event.target instanceof HTMLAnchorElement && event.target.download) {
      event.preventDefault();
      saved.push({ blob, name: event.target.download });
    }
  };
  document.addEventListener('click', keep);
  onTestFinished(() => document.removeEventListener('click', keep));
  const { user } = draw();
  await user.click(await screen.findByRole('button', { name: 'Export TMF641' }));
  expect(await screen.findByText('ORD-1.tmf641.json was saved to the downloads.')).toBeDefined();
  expect(saved.map(({ name }) => name)).toEqual(['ORD-1.tmf641.json']);
  expect(saved[0]?.blob.size).toBe('{"id":"1"}'.length);
});

test('an order that is not here says so, with a way to ask again', async () => {
  draw({ 'order.get': () => ({ refusal: { code: 'NotFound', subject: 'order', id: '1' } }) });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('This order is not in the workspace');
  expect(within(alert).getByRole('button', { name: 'Ask again' })).toBeDefined();
});
