import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Order } from '../../preload/contract/order.ts';
import type { Difference, Revision } from '../../preload/contract/revision.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { order } from '../testing/literalOrders.ts';
import { compensation, compensationRow, difference, revision } from '../testing/literalRevisions.ts';
import { done, session } from '../testing/literalSession.ts';
import { ChangesTab } from './ChangesTab.tsx';

type Permissions = NonNullable<typeof session.person>['permissions'];

const seat = (permissions: Permissions): typeof session => ({
  ...session,
  person: session.person && { ...session.person, permissions },
});

function draw(revisions: readonly Revision[], more: Answers = {}, about: Partial<Order> = {}) {
  const pending = revisions.find(one => one.state === 'requested')?.number ?? null;
  const drawn = drawOver(
    {
      'workspace.status': () => seat(['order.view', 'order.approve', 'order.revise']),
      'revision.list': () => ({ revisions: [...revisions] }),
      'revision.approve': ({ orderId }) => ({ ...done, orderId }),
      'revision.reject': ({ orderId }) => ({ ...done, orderId }),
      ...more,
    },
    <ChangesTab order={order('1', { state: 'revisionInProgress', version: 9, pendingRevision: pending, ...about })} />,
  );
  const sent = (name: string) => drawn.asked.filter(one => one.name === name).map(one => one.input);
  return { sent, user: userEvent.setup() };
}

const waiting = () => screen.findByRole('article', { name: 'Change 1 waits for a decision' });

test('O9 a change that waits says who asked, why, what differs and what it does, and A approves it', async () => {
  const { user, sent } = draw([revision(1)]);
  const panel = await waiting();
  expect(panel.textContent).toContain('The customer needs more.');
  expect(panel.textContent).toMatch(/Asked for by Kai Lund, 22 Nov 2026/);
  expect(within(panel).getByRole('row', { name: /bandwidth 500 1000/ })).toBeDefined();
  expect(panel.textContent).toContain('1 task is done again, 1 task is canceled; 1 task stays as it is.');
  await user.keyboard('a');
  expect(await screen.findByText('Change 1 of ORD-1 was approved')).toBeDefined();
  expect(sent('revision.approve')).toMatchObject([{ orderId: '1', seen: 9, revision: 1 }]);
});

test('O9 declining a change takes a text, which Escape keeps', async () => {
  const { user, sent } = draw([revision(1)]);
  await waiting();
  await user.keyboard('d');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('Say why.')).toBeDefined();
  await user.keyboard('Too late.{Escape}');
  await user.keyboard('d');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Change 1 of ORD-1 was declined')).toBeDefined();
  expect(sent('revision.reject')).toMatchObject([{ orderId: '1', revision: 1, text: 'Too late.' }]);
});

test('O9 who may not approve is told so, and the key does nothing but say it', async () => {
  const { user, sent } = draw([revision(1)], { 'workspace.status': () => seat(['order.view']) });
  const panel = await waiting();
  expect(within(panel).getByRole('button', { name: 'Approve change' }).getAttribute('aria-disabled')).toBe('true');
  await user.keyboard('a');
  expect(screen.getAllByText(/do not include approving/)).not.toHaveLength(0);
  expect(sent('revision.approve')).toEqual([]);
});

test('A8 whoever asked for a change is told that it takes somebody else, and can still decline it', async () => {
  const own = revision(1, { requestedBy: session.person?.id ?? '' });
  const { user, sent } = draw([own], {}, { approval: { twoPeople: true, endorsedBy: [], startAt: null } });
  const panel = await waiting();
  await user.keyboard('a');
  expect(within(panel).getByText(/somebody else has to approve it/)).toBeDefined();
  expect(sent('revision.approve')).toEqual([]);
  await user.click(within(panel).getByRole('button', { name: 'Decline change…' }));
  expect(screen.getByRole('textbox')).toBeDefined();
});

test('U2 O12 an override stands loudly before whoever decides', async () => {
  draw([revision(1, { overrideReason: 'The trench is reused.' })]);
  expect((await screen.findByRole('note')).textContent).toBe('Overrides the point of no return The trench is reused.');
});

test('D6 what has to be given up is chosen before approving', async () => {
  const candidates = [4, 5].map(number => ({
    domainOrder: number,
    key: `D${number}`,
    name: `Phone ${number}`,
    state: 'inProgress',
    done: '1/4',
  }));
  const wanted = { line: 1, lineName: 'Phones', giveUp: 1, candidates };
  const { user, sent } = draw([
    revision(1, { compensation: compensation([compensationRow('keep', 'Survey')], { needsAttention: [wanted] }) }),
  ]);
  const panel = await waiting();
  expect(within(panel).getByText('Choose what to give up first.')).toBeDefined();
  expect(within(panel).queryByText('No task is touched.')).toBeNull();
  expect(within(panel).getByText(/^Which tasks end with what is given up is chosen/)).toBeDefined();
  await user.click(within(panel).getByRole('checkbox', { name: /Phone 5/ }));
  await user.click(within(panel).getByRole('button', { name: 'Approve change' }));
  expect(sent('revision.approve')).toMatchObject([{ picks: [{ line: 1, giveUp: [5] }] }]);
});

test('decided changes are kept with who decided and why, the latest first', async () => {
  const decided = { decidedBy: 'liv', decidedAt: '2026-11-22T12:00:00.000Z' };
  const { user } = draw(
    [
      revision(1, { state: 'approved', ...decided }),
      revision(2, { state: 'rejected', decisionText: 'Not before spring.', reason: 'Faster.', ...decided }),
    ],
    {},
    { state: 'inProgress' },
  );
  const history = await screen.findByRole('region', { name: 'Decided changes' });
  const groups = within(history).getAllByRole('group');
  expect(groups.map(group => group.getAttribute('aria-label'))).toEqual(['Change 2', 'Change 1']);
  expect(groups[0]?.textContent).toMatch(/Declined by Liv Dahl.*Faster\..*Not before spring\./);
  await user.click(within(history).getByText('Change 1'));
  expect(screen.getByRole('button', { name: 'Change order…' })).toBeDefined();
});

test('O9 Ctrl+D shows what stays as well, in what is asked for and in the work, and only what changes again', async () => {
  const same: Difference = { ...difference('quantity', '2', '2'), change: 'same' };
  const { user } = draw([revision(1, { differences: [difference('characteristic.bandwidth', '500', '1000'), same] })]);
  const panel = await waiting();
  expect(within(panel).queryByRole('row', { name: /Quantity/ })).toBeNull();
  expect(within(panel).queryByRole('row', { name: /Survey/ })).toBeNull();
  await user.keyboard('{Control>}d{/Control}');
  expect(within(panel).getByRole('row', { name: /Quantity 2 2/ })).toBeDefined();
  expect(within(panel).getByRole('row', { name: /Survey/ })).toBeDefined();
  await user.keyboard('{Control>}d{/Control}');
  expect(within(panel).queryByRole('row', { name: /Quantity|Survey/ })).toBeNull();
});
