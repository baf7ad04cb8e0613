import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { Palette } from '../actions/Palette.tsx';
import { useRoute } from '../route.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { line, order, pageOf, row } from '../testing/literalOrders.ts';
import { revision } from '../testing/literalRevisions.ts';
import { codes, counts, done, session } from '../testing/literalSession.ts';
import type { Refusal } from '../../preload/contract/refusal.ts';
import { ApprovalsScreen } from './ApprovalsScreen.tsx';

type Permissions = NonNullable<typeof session.person>['permissions'];

const seat = (permissions: Permissions): typeof session => ({
  ...session,
  person: session.person && { ...session.person, permissions },
});

const manager = seat(['order.view', 'order.approve', 'order.reject', 'order.correct']);

/** A queue of three that the app keeps, as the real one does. */
function desk(more: Answers = {}, ids: readonly string[] = ['1', '2', '3']) {
  const waiting = [...ids];
  const leave = (orderId: string): typeof done => {
    waiting.splice(waiting.indexOf(orderId), 1);
    return { ...done, orderId };
  };
  const drawn = drawOver(
    {
      'workspace.status': () => manager,
      'counts.get': () => ({ ...counts, approvals: waiting.length, rejected: 2, drafts: 1 }),
      'codes.get': () => ({ ...codes, rejectionReasons: ['incompleteData', 'notServiceable', 'other'] }),
      'orders.page': () => pageOf(waiting.map(id => row(id))),
      'order.get': ({ orderId }) => order(orderId),
      'order.lines': () => pageOf([line(1)]),
      'specifications.find': () => ({ specifications: [] }),
      'order.approve': ({ orderId }) => leave(orderId),
      'order.reject': ({ orderId }) => leave(orderId),
      ...more,
    },
    <>
      <Routed />
      <Palette />
    </>,
  );
  const decided = (orderId: string): void =>
    drawn.tell({ name: 'orders.changed', body: { orderIds: [orderId], many: false } });
  return { ...drawn, decided, user: userEvent.setup() };
}

function Routed() {
  const route = useRoute();
  if (route.screen !== 'approvals') return null;
  return <ApprovalsScreen queue={route.queue ?? 'new'} orderId={route.orderId ?? null} />;
}

const grid = () => screen.findByRole('grid', { name: 'New orders, waiting for a decision' });
const rowOf = (id: string) => screen.findByRole('row', { name: new RegExp(`ORD-${id}`) });

beforeEach(() => {
  window.location.hash = '#/approvals';
});

test('A1 the queue lists the orders that wait and counts each of its tabs', async () => {
  desk();
  const rows = within(await grid()).getAllByRole('row');
  expect(rows).toHaveLength(4);
  expect((await grid()).getAttribute('aria-rowcount')).toEqual('4');
  expect(await screen.findByRole('radio', { name: 'New 3' })).toHaveProperty('checked', true);
  expect(screen.getByRole('radio', { name: 'Rejected 2' })).toHaveProperty('checked', false);
  expect(screen.getByRole('radio', { name: 'Drafts 1' })).toHaveProperty('checked', false);
});

test('A8 an order with the first of two approvals says so in the list, and by whom', async () => {
  desk({ 'orders.page': () => pageOf([row('1', { endorsedBy: 'kai' }), row('2')]) });
  expect(within(await rowOf('1')).getAllByTitle('1 of 2 · Kai Lund')).not.toHaveLength(0);
  expect(within(await rowOf('2')).queryByTitle(/of 2/)).toBeNull();
});

/** As in a window wide enough for list and order side by side. */
function widen(): void {
  const narrow = window.matchMedia;
  window.matchMedia = media => Object.assign(narrow(media), { matches: media.includes('min-width') });
  onTestFinished(() => {
    window.matchMedia = narrow;
  });
}

test('in a wide window the first order is shown at once; J moves to the next and shows it after a moment', async () => {
  widen();
  const { user } = desk();
  await screen.findByRole('region', { name: 'Decision on ORD-1' });
  await user.keyboard('j');
  expect(document.activeElement).toBe(await rowOf('2'));
  expect(await screen.findByRole('region', { name: 'Decision on ORD-2' })).toBeDefined();
});

test('A2 an order that was just opened by key is the one that A decides on, however quickly it follows', async () => {
  widen();
  const { user, sent } = desk();
  await screen.findByRole('region', { name: 'Decision on ORD-1' });
  await user.keyboard('j');
  await screen.findByRole('region', { name: 'Decision on ORD-2' });
  // In one turn, before the address has changed.
  for (const key of ['k', 'Enter', 'a']) {
    act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
  }
  await screen.findByRole('region', { name: 'Decision on ORD-1' });
  expect(sent('order.approve')).not.toContainEqual(expect.objectContaining({ orderId: '2' }));
});

test('A2 A approves the version that was shown, and the next order takes the place of the decided one', async () => {
  const { user, sent, decided } = desk();
  await user.click(await rowOf('1'));
  expect(await screen.findByRole('button', { name: 'Approve' })).toBeDefined();
  await user.keyboard('a');
  expect(await screen.findByText('ORD-1 was approved')).toBeDefined();
  expect(sent('order.approve')).toEqual([
    { orderId: '1', seen: 3, commandId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
  ]);
  decided('1');
  await waitFor(() => expect(screen.queryByRole('row', { name: /ORD-1/ })).toBeNull());
  expect(document.activeElement).toBe(await rowOf('2'));
  expect(await screen.findByRole('region', { name: 'Decision on ORD-2' })).toBeDefined();
});

test('A2 without the permission the button says why, and the key does nothing but say it', async () => {
  const { user, sent } = desk({ 'workspace.status': () => seat(['order.view']) });
  await user.click(await rowOf('1'));
  const approve = await screen.findByRole('button', { name: 'Approve' });
  expect(approve.getAttribute('aria-disabled')).toEqual('true');
  expect(approve.getAttribute('title')).toEqual(expect.stringContaining('do not include approving'));
  await user.keyboard('a');
  expect(await screen.findAllByText(/do not include approving/)).not.toHaveLength(0);
  expect(sent('order.approve')).toEqual([]);
});

test('A2 an order that somebody else decided meanwhile says who was faster, when, and what to do', async () => {
  const stale: Refusal = {
    code: 'Stale',
    subject: 'order',
    id: 'ORD-1',
    event: 'OrderRejected',
    by: 'kai',
    at: '2026-11-23T14:03:00.000Z',
    version: 5,
  };
  const { user } = desk({ 'order.approve': () => ({ refusal: stale }) });
  await user.click(await rowOf('1'));
  await user.click(await screen.findByRole('button', { name: 'Approve' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toEqual(expect.stringMatching('Kai Lund was faster'));
  expect(alert.textContent).toEqual(expect.stringMatching(/Declined by Kai Lund, 23 Nov 2026.*then decide again/));
});

test('A4 declining demands a reason and a text, by keys alone', async () => {
  const { user, sent } = desk();
  await user.click(await rowOf('1'));
  expect(await screen.findByRole('button', { name: /Decline/ })).toBeDefined();
  await user.keyboard('d');
  const form = await screen.findByRole('form', { name: 'Why is ORD-1 declined?' });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(within(form).getByText('Choose a reason.')).toBeDefined();
  expect(within(form).getByText('Say what has to be corrected.')).toBeDefined();
  expect(sent('order.reject')).toEqual([]);
  await user.keyboard('2');
  expect(within(form).getByRole('radio', { name: /Not serviceable/ })).toHaveProperty('checked', true);
  await user.keyboard('No fibre at the site{Control>}{Enter}{/Control}');
  expect(await screen.findByText('ORD-1 was declined')).toBeDefined();
  expect(sent('order.reject')).toMatchObject([
    { orderId: '1', seen: 3, reasonCode: 'notServiceable', text: 'No fibre at the site' },
  ]);
});

test('what was typed for declining survives Escape', async () => {
  const { user } = desk();
  await user.click(await rowOf('2'));
  await user.click(await screen.findByRole('button', { name: /Decline/ }));
  await user.type(await screen.findByRole('textbox', { name: /What has to be corrected/ }), 'Site is wrong');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('form')).toBeNull();
  await user.click(await screen.findByRole('button', { name: /Decline/ }));
  expect(await screen.findByRole('textbox', { name: /What has to be corrected/ })).toHaveProperty(
    'value',
    'Site is wrong',
  );
});

test('A5 a failed check that stands in the way is named, with its lines, and blocks approval', async () => {
  const checks = [
    { check: 'specification' as const, passed: false, blocking: true, lines: ['L1'], facts: ['fax'] },
    { check: 'account' as const, passed: true, blocking: false, lines: [], facts: [] },
  ];
  const { user } = desk({ 'order.get': ({ orderId }) => order(orderId, { checks }) });
  await user.click(await rowOf('1'));
  const list = await screen.findByRole('region', { name: 'Checks' });
  expect(list.textContent).toEqual(
    expect.stringMatching('FailedEvery line has a known specificationon line 1: faxstands in the way'),
  );
  expect(list.textContent).toEqual(expect.stringMatching('PassedAn account is named'));
  expect(screen.getByRole('button', { name: 'Approve' }).getAttribute('aria-disabled')).toEqual('true');
});

test('A6 a rejected order is reopened from its queue', async () => {
  window.location.hash = '#/approvals/rejected/1';
  const rejected = order('1', {
    state: 'rejected',
    decisions: [
      { verdict: 'rejected', by: 'kai', at: '2026-11-22T10:00:00.000Z', reasonCode: 'incompleteData', text: 'No VLAN' },
    ],
  });
  const { user, sent } = desk({
    'order.get': () => rejected,
    'order.reopen': ({ orderId }) => ({ ...done, orderId }),
  });
  expect(await screen.findByText(/Declined by Kai Lund.*Incomplete data — No VLAN/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: /Reopen/ }));
  expect(await screen.findByText('ORD-1 is open for correction')).toBeDefined();
  expect(sent('order.reopen')).toMatchObject([{ orderId: '1', seen: 3 }]);
});

test('an empty queue says so and leads to what waits elsewhere', async () => {
  const { user } = desk({ 'counts.get': () => ({ ...counts, falloutsOpen: 3 }) }, []);
  expect(await screen.findByText('Nothing waits for a decision')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Open fallout (3)' }));
  expect(window.location.hash).toBe('#/fallout');
});

test('a filter that finds nothing is told apart from an empty queue', async () => {
  const { user } = desk({ 'orders.page': ({ text }) => pageOf(text ? [] : [row('1')]) });
  await grid();
  await user.keyboard('/');
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Filter this queue' }));
  await user.keyboard('north');
  expect(await screen.findByText('Nothing matches “north”')).toBeDefined();
  await user.click(screen.getAllByRole('button', { name: 'Clear the filter' })[0] as HTMLElement);
  await rowOf('1');
});

test('O9 changes of orders under way are a queue of their own, decided with the same keys', async () => {
  window.location.hash = '#/approvals/changes/1';
  const { user, sent } = desk(
    {
      'counts.get': () => ({ ...counts, changes: 1 }),
      'orders.page': () => pageOf([row('1', { state: 'revisionInProgress' })]),
      'order.get': ({ orderId }) => order(orderId, { state: 'revisionInProgress', pendingRevision: 1 }),
      'revision.list': () => ({ revisions: [revision(1)] }),
      'revision.approve': ({ orderId }) => ({ ...done, orderId }),
    },
    ['1'],
  );
  expect(await screen.findByRole('radio', { name: 'Changes 1' })).toHaveProperty('checked', true);
  expect(await screen.findByRole('article', { name: 'Change 1 waits for a decision' })).toBeDefined();
  await user.keyboard('a');
  expect(await screen.findByText('Change 1 of ORD-1 was approved')).toBeDefined();
  expect(sent('revision.approve')).toMatchObject([{ orderId: '1', revision: 1 }]);
  expect(sent('orders.page')[0]).toMatchObject({ states: ['revisionInProgress', 'assessingCancellation'] });
});

test('the space bar puts the order away, where nothing can be decided on, and brings it back', async () => {
  widen();
  const { user, sent } = desk();
  (await rowOf('1')).focus();
  await screen.findByRole('region', { name: 'Decision on ORD-1' });
  await user.keyboard(' ');
  expect(screen.queryByRole('region', { name: /^Decision on/ })).toBeNull();
  await user.keyboard('a');
  expect(sent('order.approve')).toEqual([]);
  await user.keyboard(' ');
  expect(await screen.findByRole('region', { name: 'Decision on ORD-1' })).toBeDefined();
  expect(document.activeElement).toBe(await rowOf('1'));
});

test('N writes a note on the order beside the queue, and leads back to the row', async () => {
  widen();
  const { user, sent } = desk({
    'workspace.status': () => seat(['order.view', 'order.approve', 'task.work']),
    'order.addNote': ({ orderId }) => ({ ...done, orderId }),
    'order.activity': () => pageOf([]),
  });
  (await rowOf('1')).focus();
  await screen.findByRole('button', { name: /^Write a note/ });
  await user.keyboard('n');
  const field = await screen.findByRole('textbox', { name: 'New note' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('The landlord has to agree.');
  await user.click(screen.getByRole('radio', { name: 'Customer comment' }));
  await user.click(field);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'New note' })).toBeNull());
  expect(sent('order.addNote')).toMatchObject([
    { orderId: '1', subject: 'order', kind: 'customer', text: 'The landlord has to agree.' },
  ]);
  await waitFor(async () => expect(document.activeElement).toBe(await rowOf('1')));
});

test('an order is read without a way to write notes by whoever only looks', async () => {
  widen();
  desk();
  await screen.findByRole('region', { name: 'Notes' });
  expect(screen.queryByRole('button', { name: /^Write a note/ })).toBeNull();
});
