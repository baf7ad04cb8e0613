import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { line, order, pageOf } from '../testing/literalOrders.ts';
import { counts, done, session } from '../testing/literalSession.ts';
import { OrderOverview } from './OrderOverview.tsx';

const corrector: typeof session = {
  ...session,
  person: session.person && { ...session.person, permissions: ['order.view', 'order.correct'] },
};

function draw(shown: ReturnType<typeof order>, lines = [line(1)], more: Answers = {}) {
  const drawn = drawOver(
    {
      'workspace.status': () => corrector,
      'counts.get': () => counts,
      'order.lines': () => pageOf(lines),
      'order.correct': ({ orderId }) => ({ ...done, orderId }),
      'order.matchLine': ({ orderId }) => ({ ...done, orderId }),
      'specifications.find': () => ({
        specifications: [{ id: 'cfs-vpn', name: 'Managed VPN', kind: 'service', facing: 'customer' }],
      }),
      ...more,
    },
    <OrderOverview order={shown} />,
  );
  return { ...drawn, user: userEvent.setup() };
}

const lineOne = () => screen.findByRole('article', { name: 'Line 1: Firewall Bergen' });

test('a line shows what is ordered, where, and with which values', async () => {
  draw(order('1'));
  const card = await lineOne();
  for (const text of ['Managed Firewall', 'Bergen', 'bandwidth', '500', 'Add']) {
    expect(within(card).getByText(text)).toBeDefined();
  }
});

test('T7 a line of an order under way says when it was to start and end, when it did, and when it is expected to', async () => {
  const dates = {
    plannedStart: '2026-11-23T12:00:00.000Z',
    plannedEnd: '2026-11-25T12:00:00.000Z',
    baselineEnd: '2026-11-25T12:00:00.000Z',
    estimatedEnd: '2026-11-27T12:00:00.000Z',
    actualStart: '2026-11-24T12:00:00.000Z',
  };
  draw(order('1', { state: 'inProgress' }), [
    line(1, { state: 'inProgress', ...dates }),
    line(2, { name: 'Router', state: 'completed', ...dates, actualEnd: '2026-11-26T12:00:00.000Z' }),
  ]);
  const said = (card: HTMLElement, name: string) => within(card).queryByText(name)?.nextElementSibling?.textContent;
  const running = await lineOne();
  expect(said(running, 'Planned start')).toMatch(/^23 Nov 2026, /);
  expect(said(running, 'Planned end')).toMatch(/^25 Nov 2026, /);
  expect(said(running, 'Started')).toMatch(/^24 Nov 2026, /);
  expect(said(running, 'Expected end')).toMatch(/^27 Nov 2026, \d\d:\d\d \(\+2 d\)$/);
  const ended = screen.getByRole('article', { name: 'Line 2: Router' });
  expect(said(ended, 'Ended')).toMatch(/^26 Nov 2026, /);
  expect(said(ended, 'Expected end')).toBeUndefined();
});

test('T7 a line without a plan has no dates yet', async () => {
  draw(order('1'));
  expect(within(await lineOne()).queryByText('Planned start')).toBeNull();
});

test('nobody edits an order under way in place, and without the right to correct nobody edits a new one', async () => {
  draw(order('1', { state: 'inProgress' }));
  await lineOne();
  expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
  cleanup();
  draw(order('1'), [line(1)], { 'workspace.status': () => session });
  await lineOne();
  expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
});

test('A6 in a draft the account is put right in place', async () => {
  const { user, sent } = draw(order('1', { state: 'draft', account: null }));
  await user.click(await screen.findByRole('button', { name: 'Edit Account' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText('Fill this in.')).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: /Account number/ }), 'ACC-9{Enter}');
  expect(sent('order.correct')).toMatchObject([
    { orderId: '1', seen: 3, changes: [{ field: 'account', value: { id: 'ACC-9' } }] },
  ]);
});

test('A6 the location of a line and a number stay what they are: text and number', async () => {
  const { user, sent } = draw(order('1', { state: 'draft' }));
  const card = await lineOne();
  await user.click(within(card).getByRole('button', { name: 'Edit Location' }));
  await user.clear(within(card).getByRole('textbox', { name: /Location name/ }));
  await user.type(within(card).getByRole('textbox', { name: /Location name/ }), 'Oslo{Enter}');
  await user.click(await within(card).findByRole('button', { name: 'Edit bandwidth' }));
  const value = within(card).getByRole('textbox', { name: 'bandwidth' });
  await user.clear(value);
  await user.type(value, 'fast{Enter}');
  expect(within(card).getByText('Enter a number.')).toBeDefined();
  await user.clear(value);
  await user.type(value, '1000{Enter}');
  expect(sent('order.correct')).toMatchObject([
    { changes: [{ field: 'location', line: 1, value: { name: 'Oslo' } }] },
    { changes: [{ field: 'characteristic', line: 1, name: 'bandwidth', value: 1000 }] },
  ]);
});

test('A6 a number too large to be kept is refused at its field, and a comma is a decimal sign', async () => {
  const { user, sent } = draw(order('1', { state: 'draft' }));
  const card = await lineOne();
  for (const [field, wrong] of [
    ['Quantity', 'Enter a number above 0.'],
    ['bandwidth', 'Enter a number.'],
  ] as const) {
    await user.click(await within(card).findByRole('button', { name: `Edit ${field}` }));
    const input = within(card).getByRole('textbox', { name: field });
    await user.clear(input);
    await user.type(input, '1e999{Enter}');
    expect(within(card).getByText(wrong)).toBeDefined();
    expect(sent('order.correct')).toHaveLength(field === 'Quantity' ? 0 : 1);
    await user.clear(input);
    await user.type(input, '2,5{Enter}');
    await waitFor(() => expect(input.isConnected).toBe(false));
  }
  expect(sent('order.correct')).toMatchObject([
    { changes: [{ field: 'quantity', value: 2.5 }] },
    { changes: [{ field: 'characteristic', value: 2.5 }] },
  ]);
});

const failed = (check: ReturnType<typeof order>['checks'][number]['check'], lines: string[], facts: string[] = []) => ({
  check,
  passed: false,
  blocking: false,
  lines,
  facts,
});

test('D9 X2 a failed check of a New order leads into the field it is about, open to be put right', async () => {
  const checks = [
    failed('location', ['L1']),
    failed('characteristics', ['L1'], ['vlan']),
    failed('dates', [], ['past']),
  ];
  const { user, sent } = draw(order('1', { checks }), [line(1, { location: null })]);
  const card = await lineOne();
  await user.click(screen.getAllByRole('link', { name: 'on line 1' })[0] as HTMLElement);
  const name = await within(card).findByRole('textbox', { name: /Location name/ });
  expect(document.activeElement).toBe(name);
  expect(within(card).getByText('Then back to the decision.')).toBeDefined();
  await user.keyboard('Pier 9{Enter}');
  expect(sent('order.correct')).toMatchObject([
    { changes: [{ field: 'location', line: 1, value: { name: 'Pier 9' } }] },
  ]);
  await user.click(screen.getByRole('link', { name: 'vlan' }));
  await waitFor(() => expect(document.activeElement).toBe(within(card).getByRole('textbox', { name: 'vlan' })));
  await user.click(screen.getByRole('link', { name: 'the requested completion is in the past' }));
  await waitFor(() => expect(document.activeElement?.closest('form')?.ariaLabel).toBe('Requested completion'));
});

test('D9 what a line is about and how many it asks for are put right where their checks lead', async () => {
  const checks = [failed('service', ['L1']), failed('quantity', ['L1'])];
  const { user, sent } = draw(order('1', { checks }), [
    line(1, { action: 'change', serviceId: null, quantity: 20_000 }),
  ]);
  const card = await lineOne();
  const [service, quantity] = screen.getAllByRole('link', { name: 'on line 1' });
  await user.click(service as HTMLElement);
  await within(card).findByRole('textbox', { name: 'Service' });
  await user.keyboard('SVC-7{Enter}');
  await user.click(quantity as HTMLElement);
  await user.clear(await within(card).findByRole('textbox', { name: 'Quantity' }));
  await user.keyboard('0{Enter}');
  expect(within(card).getByText('Enter a number above 0.')).toBeDefined();
  await user.keyboard('{Backspace}3{Enter}');
  expect(sent('order.correct')).toMatchObject([
    { changes: [{ field: 'service', line: 1, value: 'SVC-7' }] },
    { changes: [{ field: 'quantity', line: 1, value: 3 }] },
  ]);
});

test('D9 X2 where nothing may be corrected the link leads to the field itself', async () => {
  const checks = [failed('location', ['L1'])];
  const { user } = draw(order('1', { checks }), [line(1, { location: null })], { 'workspace.status': () => session });
  await lineOne();
  await user.click(screen.getByRole('link', { name: 'on line 1' }));
  expect(document.activeElement?.textContent).toBe('LocationNo location');
});

test('O11 a line says whether a point of no return is ahead or passed', async () => {
  draw(order('1', { state: 'inProgress' }), [
    line(1, { pointOfNoReturn: 'passed' }),
    line(2, { pointOfNoReturn: 'ahead', name: 'VPN' }),
  ]);
  expect((await lineOne()).textContent).toContain('Point of no return passed');
  expect(screen.getByRole('article', { name: 'Line 2: VPN' }).textContent).toMatch(/point of no return/i);
});

test('Escape leaves a value as it was', async () => {
  const { user, sent } = draw(order('1', { state: 'draft' }));
  await user.click(await screen.findByRole('button', { name: 'Edit Description' }));
  await user.type(screen.getByRole('textbox', { name: 'Description' }), 'never mind{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Description' })).toBeNull();
  expect(sent('order.correct')).toEqual([]);
});

test('a line whose specification is unknown is matched to one of the catalog', async () => {
  const unknown = line(1, { matched: null, specification: { name: 'VPN thing' } });
  const checks = [failed('specification', ['L1'], ['VPN thing'])];
  const { user, sent } = draw(order('1', { checks }), [unknown]);
  const card = await lineOne();
  expect(within(card).getByText('not in the catalog')).toBeDefined();
  await user.click(screen.getByRole('link', { name: 'on line 1' }));
  const search = within(card).getByRole('combobox', { name: 'Match line 1 to a specification' });
  expect(document.activeElement).toBe(search);
  await user.click(search);
  await user.click(await screen.findByRole('option', { name: 'Managed VPN' }));
  await user.click(within(card).getByRole('button', { name: 'Match' }));
  expect(sent('order.matchLine')).toMatchObject([{ orderId: '1', seen: 3, line: 1, specification: 'cfs-vpn' }]);
});
