import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { RevisionChange } from '../../preload/contract/revision.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { line, order, pageOf } from '../testing/literalOrders.ts';
import { compensation, compensationRow } from '../testing/literalRevisions.ts';
import { done, session } from '../testing/literalSession.ts';
import { CancelEditor } from './CancelEditor.tsx';
import { ChangeEditor } from './ChangeEditor.tsx';

type Permissions = NonNullable<typeof session.person>['permissions'];

const seat = (...permissions: Permissions): typeof session => ({
  ...session,
  person: session.person && { ...session.person, permissions: ['order.view', 'order.revise', ...permissions] },
});

const described = (name: string, options: number[] = []) => ({
  name,
  valueType: options.length > 0 ? 'integer' : 'string',
  mandatory: false,
  options,
  defaultValue: null,
  unit: null,
});

const touched = compensation([
  compensationRow('redo', 'Configure'),
  compensationRow('cancel', 'Hand over', { state: 'draft' }),
  compensationRow('add', 'Order fibre'),
  compensationRow('keep', 'Survey'),
]);

beforeEach(() => window.localStorage.clear());

function draw(more: Answers = {}, editor = <ChangeEditor order={order('1', { state: 'inProgress', version: 7 })} />) {
  const drawn = drawOver(
    {
      'workspace.status': () => seat(),
      'order.lines': () => pageOf([line(1, { state: 'inProgress' }), line(2, { state: 'completed' })]),
      'specification.get': () => ({
        id: 'cfs-firewall',
        name: 'Managed Firewall',
        characteristics: [described('bandwidth', [100, 500, 1000]), described('vlan')],
      }),
      'specifications.find': () => ({
        specifications: [{ id: 'cfs-vpn', name: 'Managed VPN', kind: 'service', facing: 'customer' }],
      }),
      'revision.preview': () => ({ differences: [], compensation: touched }),
      'revision.request': ({ orderId }) => ({ ...done, orderId }),
      ...more,
    },
    editor,
  );
  const sent = (name: string) => drawn.asked.filter(one => one.name === name).map(one => one.input);
  return { ...drawn, sent, user: userEvent.setup() };
}

const lineOne = () => screen.findByRole('group', { name: 'Line 1: Firewall Bergen' });

async function chooseBandwidth(user: ReturnType<typeof userEvent.setup>, value: string): Promise<void> {
  await user.click(await within(await lineOne()).findByRole('combobox', { name: 'bandwidth' }));
  await user.click(await screen.findByRole('option', { name: value }));
}

test('X5 before it is sent, a change says which tasks stay, are redone, undone, canceled or added', async () => {
  const { user, sent } = draw();
  expect(await screen.findByText('Change something, and the tasks it would touch stand here.')).toBeDefined();
  await chooseBandwidth(user, '1000');
  expect(
    await screen.findByText('1 task is done again, 1 task is canceled, 1 task is added; 1 task stays as it is.'),
  ).toBeDefined();
  expect(screen.getByText(/^Planned end 27 Nov 2026.*2 days later/)).toBeDefined();
  const rows = within(screen.getByRole('table', { name: 'What happens to each task' })).getAllByRole('row');
  expect(rows.map(row => row.textContent)).toEqual([
    'ActionTaskNowWhy',
    'Line 1: Firewall Bergen',
    'Firewall and DMZ',
    'RedoConfigure TASK-ConfigureCompletedIt reacts to bandwidth.',
    'CancelHand over TASK-Hand overWaitingIt reacts to bandwidth.',
    'AddOrder fibre newIts branch is new: bandwidth.',
  ]);
  await user.click(screen.getByRole('button', { name: 'Show 1 task that stays' }));
  expect(screen.getByText('It does not react to what changes.')).toBeDefined();
  expect(sent('revision.preview')).toEqual([
    {
      orderId: '1',
      operation: 'update',
      changes: [{ kind: 'characteristic', line: 1, name: 'bandwidth', value: 1000 }],
    },
  ]);
});

test('O9 a change is sent for approval with its reason, and the button says exactly what is sent', async () => {
  window.location.hash = '#/orders/1/revise';
  const { user, sent } = draw();
  await chooseBandwidth(user, '1000');
  const send = await screen.findByRole('button', {
    name: 'Send change for approval: 1 redone, 1 canceled, 1 added',
  });
  await user.click(send);
  expect(screen.getByText('Say why.')).toBeDefined();
  expect(sent('revision.request')).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: /Why is it changed/ }), 'More traffic.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(window.location.hash).toBe('#/orders/1/changes'));
  expect(sent('revision.request')).toMatchObject([
    {
      orderId: '1',
      seen: 7,
      operation: 'update',
      reason: 'More traffic.',
      changes: [{ kind: 'characteristic', line: 1, name: 'bandwidth', value: 1000 }],
    },
  ]);
});

test('what is changed is listed as was and now, and can be left out again', async () => {
  const { user } = draw();
  await chooseBandwidth(user, '1000');
  const yours = within(screen.getByRole('region', { name: 'Your change' }));
  expect(yours.getByRole('row', { name: /bandwidth 500 1000/ })).toBeDefined();
  await user.click(yours.getByRole('button', { name: 'Leave out: Line 1: Firewall Bergen, bandwidth' }));
  expect(yours.getByText('Nothing is changed yet.')).toBeDefined();
  await user.click(within(await lineOne()).getByRole('button', { name: 'Cancel this line' }));
  expect(yours.getByRole('row', { name: /Line removed Firewall Bergen not there/ })).toBeDefined();
});

test('what was begun is still there after going away, and was in the field says what it was', async () => {
  const { user, unmount } = draw();
  await user.type(await within(await lineOne()).findByRole('textbox', { name: 'vlan' }), '88');
  unmount();
  draw();
  expect(await within(await lineOne()).findByRole('textbox', { name: 'vlan' })).toHaveProperty('value', '88');
  await user.click(within(await lineOne()).getByRole('button', { name: 'vlan was —: put it back' }));
  expect(screen.getByText('Nothing is changed yet.')).toBeDefined();
});

test('O9 a completed line is changed too, with the word that finished work is done again; a canceled one says that it stays', async () => {
  const { user, sent } = draw({
    'order.lines': () =>
      pageOf([line(1, { state: 'inProgress' }), line(2, { state: 'completed' }), line(3, { state: 'canceled' })]),
  });
  const completed = within(await screen.findByRole('group', { name: 'Line 2: Firewall Bergen' }));
  expect(completed.getByText(/^This line is completed\. What the change touches of its finished work/)).toBeDefined();
  await user.type(await completed.findByRole('textbox', { name: 'vlan' }), '7');
  await waitFor(() =>
    expect(sent('revision.preview').at(-1)).toMatchObject({ changes: [{ line: 2, name: 'vlan', value: '7' }] }),
  );
  expect(screen.getByText(/^This line is canceled/)).toBeDefined();
  expect(screen.queryByRole('group', { name: 'Line 3: Firewall Bergen' })).toBeNull();
});

test('O9 contacts of the order and related items of a line are changed, added and removed', async () => {
  const { user, sent } = draw({
    'order.lines': () =>
      pageOf([line(1, { state: 'inProgress', relatedItems: [{ type: 'crossRef', itemId: 's-1' }] })]),
  });
  const people = within(
    within(await screen.findByRole('region', { name: 'Order' })).getByRole('group', { name: 'Contacts' }),
  );
  await user.click(people.getByRole('button', { name: 'Add a contact' }));
  expect(people.getByText('Fill this in.')).toBeDefined();
  expect(screen.getByText('Fill in the fields that are marked, or leave them out.')).toBeDefined();
  await user.type(people.getAllByRole('textbox', { name: 'Name' }).at(-1) as HTMLElement, 'Robin');
  const related = within(within(await lineOne()).getByRole('group', { name: 'Related items' }));
  await user.click(related.getByRole('button', { name: 'Remove s-1' }));
  await waitFor(() =>
    expect(sent('revision.preview').at(-1)).toMatchObject({
      changes: [
        { kind: 'contacts', value: expect.arrayContaining([{ name: 'Robin' }]) },
        { kind: 'relatedItems', line: 1, value: [] },
      ],
    }),
  );
  const yours = within(screen.getByRole('region', { name: 'Your change' }));
  expect(yours.getByRole('row', { name: /Contact .*Robin/ })).toBeDefined();
  expect(yours.getByRole('row', { name: /Related item removed s-1 not there/ })).toBeDefined();
});

test('what was added and has nothing in it yet is told as such, and never as nothing on both sides', async () => {
  const { user } = draw({ 'order.lines': () => pageOf([line(1, { state: 'inProgress' })]) });
  const people = within(
    within(await screen.findByRole('region', { name: 'Order' })).getByRole('group', { name: 'Contacts' }),
  );
  await user.click(people.getByRole('button', { name: 'Remove Priya Raman · priya@example.com' }));
  await user.click(people.getByRole('button', { name: 'Add a contact' }));
  const inLine = within(await lineOne());
  await user.click(within(inLine.getByRole('group', { name: 'Contacts' })).getByRole('button', { name: /^Add/ }));
  await user.click(within(inLine.getByRole('group', { name: 'Related items' })).getByRole('button', { name: /^Add/ }));
  await user.clear(inLine.getByRole('textbox', { name: 'Location' }));
  const yours = within(screen.getByRole('region', { name: 'Your change' }));
  expect(
    yours.getByRole('row', { name: /^Order .*Contact Priya Raman · priya@example.com still empty/ }),
  ).toBeDefined();
  expect(yours.getByRole('row', { name: /^Line 1.*Contact added not there still empty/ })).toBeDefined();
  expect(yours.getByRole('row', { name: /^Line 1.*Related item added not there still empty/ })).toBeDefined();
  expect(yours.getByRole('row', { name: /^Line 1.*Location Bergen still empty/ })).toBeDefined();
});

test('what the order has come to say by itself is no change any more, neither told nor sent', async () => {
  const { user, unmount } = draw();
  await user.type(await within(await lineOne()).findByRole('textbox', { name: 'vlan' }), '88');
  await chooseBandwidth(user, '1000');
  unmount();
  const characteristics = [
    { name: 'vlan', value: '88' },
    { name: 'bandwidth', value: 500 },
  ];
  const { sent } = draw({ 'order.lines': () => pageOf([line(1, { state: 'inProgress', characteristics })]) });
  await lineOne();
  const yours = within(screen.getByRole('region', { name: 'Your change' }));
  expect(await yours.findByRole('row', { name: /bandwidth 500 1000/ })).toBeDefined();
  expect(yours.queryByRole('row', { name: /vlan/ })).toBeNull();
  await waitFor(() =>
    expect(sent('revision.preview').at(-1)).toMatchObject({ changes: [{ name: 'bandwidth', value: 1000 }] }),
  );
});

test('what was changed on a line further down is told with what it was when one comes back', async () => {
  const onPage = (after: number) => [1, 2, 3].map(nth => line(after + nth, { state: 'inProgress' }));
  window.localStorage.clear();
  const first = draw({ 'order.lines': () => pageOf(onPage(3)) });
  await first.user.click(
    within(await screen.findByRole('group', { name: /^Line 5:/ })).getByRole('button', { name: 'Cancel this line' }),
  );
  first.unmount();
  draw({
    'order.lines': ({ after }) =>
      after === 0 ? { ...pageOf(onPage(0)), total: 6, next: '3' } : { ...pageOf(onPage(3)), total: 6 },
  });
  const yours = within(await screen.findByRole('region', { name: 'Your change' }));
  expect(await yours.findByRole('row', { name: /^Line 5: .* Line removed Firewall Bergen not there/ })).toBeDefined();
});

test('O9 a new line takes a service away, as a part of another line and after it', async () => {
  const { user, sent } = draw();
  await lineOne();
  const adding = within(screen.getByRole('form', { name: 'Add a line' }));
  const choose = async (field: string, option: string): Promise<void> => {
    await user.click(adding.getByRole('combobox', { name: field }));
    await user.click((await screen.findAllByRole('option', { name: option })).at(-1) as HTMLElement);
  };
  await choose('Specification of the new line', 'Managed VPN');
  await choose('Action of the new line', 'Disconnect');
  await choose('Part of', 'Line 1: Firewall Bergen');
  await user.click(adding.getByRole('button', { name: 'Add the line' }));
  expect(adding.getByText('Name the service of the inventory.')).toBeDefined();
  await user.type(adding.getByRole('textbox', { name: /^Service that it is about/ }), 'SVC-7');
  await user.click(adding.getByRole('button', { name: 'Add the line' }));
  expect(
    screen.getByRole('row', { name: /Line added not there Disconnect Managed VPN, Part of line 1/ }),
  ).toBeDefined();
  await waitFor(() =>
    expect(sent('revision.preview').at(-1)).toMatchObject({
      changes: [
        { kind: 'addLine', line: { specification: 'cfs-vpn', action: 'disconnect', serviceId: 'SVC-7', parent: 1 } },
      ],
    }),
  );
});

test('D10 a line is added from the catalog that the order goes by', async () => {
  const { user, sent } = draw();
  await lineOne();
  expect(sent('specifications.find')).toContainEqual({ text: '', orderId: '1', limit: 20 });
  const adding = within(screen.getByRole('form', { name: 'Add a line' }));
  await user.click(adding.getByRole('combobox', { name: 'Specification of the new line' }));
  await user.click(await screen.findByRole('option', { name: 'Managed VPN' }));
  await user.type(adding.getByRole('textbox', { name: 'Location of the new line' }), 'Oslo');
  await user.click(adding.getByRole('button', { name: 'Add the line' }));
  expect(screen.getByRole('row', { name: /Line added not there Managed VPN, Oslo/ })).toBeDefined();
  await waitFor(() =>
    expect(sent('revision.preview').at(-1)).toMatchObject({
      changes: [{ kind: 'addLine', line: { specification: 'cfs-vpn', quantity: 1, location: { name: 'Oslo' } } }],
    }),
  );
});

const passed = compensation([compensationRow('redo', 'Dig', { pastNoReturn: true })], {
  pastNoReturn: [{ key: 'D1', name: 'Access line', task: 'Dig the trench', at: '2026-11-20T09:00:00.000Z' }],
});

test('O11 a branch past its point of no return is named with the task that passed it, and stops who may not override', async () => {
  const { user } = draw({ 'revision.preview': () => ({ differences: [], compensation: passed }) });
  await chooseBandwidth(user, '1000');
  const box = await screen.findByRole('region', { name: 'One branch is past its point of no return' });
  expect(box.textContent).toMatch(/Access line: passed with “Dig the trench”, 20 Nov 2026/);
  expect(box.textContent).toContain('ask somebody with authority');
  expect(screen.getByRole('button', { name: 'Send change for approval' }).getAttribute('aria-disabled')).toBe('true');
});

test('O12 who has the authority overrides the point of no return, with a reason only', async () => {
  const { user, sent } = draw({
    'workspace.status': () => seat('order.override'),
    'revision.preview': () => ({ differences: [], compensation: passed }),
  });
  await chooseBandwidth(user, '1000');
  await user.type(screen.getByRole('textbox', { name: /Why is it changed/ }), 'Moved.');
  await user.click(await screen.findByRole('button', { name: /^Send change for approval: 1 redone/ }));
  expect(screen.getByText(/^Say why it may be passed/)).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Override with a reason' }));
  await user.keyboard('The trench is reused.');
  await user.click(screen.getByRole('button', { name: /^Send change for approval: 1 redone/ }));
  expect(sent('revision.request')).toMatchObject([{ reason: 'Moved.', overrideReason: 'The trench is reused.' }]);
});

test('D6 a smaller quantity with a choice asks which to give up', async () => {
  const candidates = [4, 5, 6].map(number => ({
    domainOrder: number,
    key: `D${number}`,
    name: `Phone ${number}`,
    state: 'inProgress',
    done: `${number - 3}/4`,
  }));
  const undecided = compensation([compensationRow('keep', 'Survey')], {
    needsAttention: [{ line: 1, lineName: 'Firewall Bergen', giveUp: 1, candidates }],
  });
  const decided = compensation([compensationRow('undo', 'Install')]);
  const picked = (changes: readonly RevisionChange[]): boolean =>
    changes.some(change => change.kind === 'quantity' && change.giveUp !== undefined);
  const { user, sent } = draw({
    'order.lines': () => pageOf([line(1, { state: 'inProgress', quantity: 3 })]),
    'revision.preview': ({ changes }) => ({ differences: [], compensation: picked(changes) ? decided : undecided }),
  });
  const field = within(await lineOne()).getByRole('textbox', { name: 'Quantity' });
  await user.clear(field);
  await user.type(field, '2');
  const choice = await screen.findByRole('group', { name: 'Choose 1 of 3 to give up on line 1, Firewall Bergen' });
  await user.click(within(choice).getByRole('checkbox', { name: 'Phone 5: In progress, 2/4 tasks done' }));
  expect(await screen.findByText('1 task is taken back.')).toBeDefined();
  expect(within(choice).getByRole('checkbox', { name: /Phone 4/ })).toHaveProperty('disabled', true);
  await user.type(screen.getByRole('textbox', { name: /Why is it changed/ }), 'Fewer people.');
  await user.click(screen.getByRole('button', { name: 'Send change for approval: 1 taken back' }));
  expect(sent('revision.request')).toMatchObject([{ changes: [{ kind: 'quantity', line: 1, value: 2, giveUp: [5] }] }]);
});

test('a change that is not possible says why in its place, and cannot be sent', async () => {
  const { user } = draw({
    'revision.preview': () => ({ refusal: { code: 'NothingToChange', subject: 'order', id: '1' } }),
  });
  await chooseBandwidth(user, '1000');
  expect(await screen.findByText('Nothing to change')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Send change for approval' }).getAttribute('aria-disabled')).toBe('true');
});

test('O13 a cancellation shows what is taken back and in which order before it is sent', async () => {
  const { user, sent } = draw(
    {
      'revision.preview': () => ({
        differences: [],
        compensation: compensation([
          compensationRow('undo', 'Remove the line', { reason: 'orderCanceled' }),
          compensationRow('undo', 'Release the number', { reason: 'orderCanceled' }),
          compensationRow('cancel', 'Hand over', { reason: 'orderCanceled', state: 'draft' }),
        ]),
      }),
    },
    <CancelEditor order={order('1', { state: 'inProgress', version: 7 })} />,
  );
  const steps = await screen.findByRole('region', { name: 'Taken back in this order' });
  expect(
    within(steps)
      .getAllByRole('listitem')
      .map(item => item.textContent),
  ).toEqual([
    'Release the number Firewall and DMZ · Firewall Bergen',
    'Remove the line Firewall and DMZ · Firewall Bergen',
  ]);
  await user.type(screen.getByRole('textbox', { name: /Why is it canceled/ }), 'They move.');
  await user.click(
    await screen.findByRole('button', { name: 'Send cancellation for approval: 2 taken back, 1 canceled' }),
  );
  expect(sent('revision.request')).toMatchObject([{ operation: 'cancel', changes: [], reason: 'They move.' }]);
});
