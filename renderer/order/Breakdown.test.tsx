import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { drawOver } from '../testing/literalDesk.tsx';
import { line, order, pageOf } from '../testing/literalOrders.ts';
import { session } from '../testing/literalSession.ts';
import type { BreakdownEntry, LineBreakdown } from '../../preload/contract/breakdown.ts';
import type { Order } from '../../preload/contract/order.ts';
import { Breakdown } from './Breakdown.tsx';
import { keepVerdict, treeOf } from './breakdownTree.ts';

const entry = (target: string, more: Partial<BreakdownEntry> = {}): BreakdownEntry => ({
  depth: 0,
  verdict: 'created',
  reason: 'relationship',
  target,
  targetName: target,
  relationship: null,
  sourceName: null,
  rules: [],
  copy: null,
  reconsidered: false,
  plan: null,
  domainOrder: null,
  mappings: [],
  ...more,
});

const firewall = entry('Managed Firewall', {
  reason: 'lineSpecification',
  plan: { choice: 'policy', policy: 'customer-add', template: 'Hand over', row: null },
  domainOrder: {
    id: 'D1',
    number: 'SO0000001-1',
    kind: 'service',
    facing: 'customer',
    state: 'qualified',
    action: 'add',
    quantity: 1,
    characteristics: [{ name: 'dmz', value: true }],
    tasks: { ended: 1, total: 4 },
  },
});

const dmz = entry('DMZ', {
  depth: 1,
  verdict: 'skipped',
  reason: 'ruleFailed',
  relationship: { id: 'r1', type: 'realizedAs' },
  sourceName: 'Managed Firewall',
  rules: [
    { rule: 'dmz-wanted', characteristic: 'dmz', expected: [true, 'yes'], input: false, from: 'line', passed: false },
  ],
});

const admin = entry('Administrator', { depth: 1, sourceName: 'Managed Firewall' });

function draw(
  entries: readonly BreakdownEntry[],
  shown = order('1', { state: entries.length > 0 ? 'inProgress' : 'new' }),
  companions: LineBreakdown['companions'] = [],
) {
  drawOver(
    {
      'workspace.status': () => session,
      'order.breakdown': () => pageOf([{ line: line(1), entries: [...entries], companions }]),
    },
    <Breakdown order={shown} />,
  );
}

test('D7 what a line became is shown as a tree from its specification down', async () => {
  draw([firewall, admin, dmz]);
  const [tree] = within(await screen.findByRole('region', { name: 'Line 1: Firewall Bergen' })).getAllByRole('list');
  expect(tree).toBeDefined();
  const root = screen.getByRole('article', { name: 'Created: Managed Firewall' });
  for (const text of ['SO0000001-1', 'Customer-facing service', 'Qualified', '1 of 4 tasks'])
    expect(within(root).getByText(text)).toBeDefined();
  expect(within(root).getByText('Plan “Hand over”, chosen by policy customer-add.')).toBeDefined();
});

test('D8 a skipped target says which rule did not pass, what was expected and what was there', async () => {
  draw([firewall, dmz]);
  const skipped = await screen.findByRole('article', { name: 'Skipped: DMZ' });
  expect(within(skipped).getByText('A rule for it did not pass.')).toBeDefined();
  expect(within(skipped).getByText('realizes Managed Firewall')).toBeDefined();
  expect(
    within(skipped).getByText(/Rule dmz-wanted: dmz must be one of “true”, “yes”; the line says “false”\./),
  ).toBeDefined();
  expect(within(skipped).getByText('Did not pass.')).toBeDefined();
});

test('the skipped ones alone keep what leads to them', async () => {
  draw([firewall, admin, dmz]);
  await userEvent.click(await screen.findByRole('radio', { name: 'Skipped 1' }));
  expect(screen.getByRole('article', { name: 'Created: Managed Firewall' })).toBeDefined();
  expect(screen.getByRole('article', { name: 'Skipped: DMZ' })).toBeDefined();
  expect(screen.queryByRole('article', { name: 'Created: Administrator' })).toBeNull();
});

const unasked = entry('Voice', {
  depth: 1,
  verdict: 'skipped',
  reason: 'ruleFailed',
  rules: [{ rule: 'voice-wanted', characteristic: 'channels', from: 'missing', passed: false }],
});

test('X2 D9 the dry run says what would be made, and its warnings lead to the fields to put right', async () => {
  window.location.hash = '#/orders/1/specifications';
  const checks: Order['checks'] = [
    { check: 'location', passed: false, blocking: false, lines: ['L1'], facts: [] },
    { check: 'dates', passed: false, blocking: false, lines: [], facts: ['past'] },
  ];
  draw([firewall, unasked], order('1', { checks }));
  expect(await screen.findByRole('article', { name: 'Would be created: Managed Firewall' })).toBeDefined();
  expect(screen.getByRole('article', { name: 'Would be skipped: Voice' })).toBeDefined();
  const warnings = screen.getByRole('region', { name: '3 things to look at before approval' });
  expect(
    within(warnings)
      .getAllByRole('link')
      .map(link => link.textContent),
  ).toEqual([
    'on line 1',
    'the requested completion is in the past',
    'Line 1, Firewall Bergen: channels has no value.',
  ]);
  expect(warnings.textContent).toContain('Without it, Voice would be left out until a value arrives.');
  await userEvent.click(within(warnings).getByRole('link', { name: /channels has no value/ }));
  expect(window.location.hash).toBe('#/orders/1');
});

test('D1 what a line needs beside it is told with where it was found', async () => {
  const about = { rule: 'r', requires: 'access' };
  draw([firewall], order('1', { state: 'inProgress' }), [
    { ...about, requiresName: 'Access', found: 'line', by: 'line 2' },
    { ...about, requiresName: 'Power', found: 'nowhere', by: null },
  ]);
  const list = await screen.findByRole('list', { name: 'What this line needs beside it' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(item => item.textContent),
  ).toEqual([
    'Needs Access: ordered on line 2',
    'Needs Power: neither ordered here nor in the inventory of the customer',
  ]);
});

test('D6 one of several units says which, and a target made later says why', async () => {
  draw([firewall, entry('Phone', { copy: { number: 2, of: 3 }, reconsidered: true })]);
  const phone = await screen.findByRole('article', { name: 'Created: Phone' });
  expect(within(phone).getByText('2 of 3')).toBeDefined();
  expect(within(phone).getByText('skipped at approval, made when its value arrived')).toBeDefined();
});

test('an order that waits for approval says when it will be broken down', async () => {
  draw([]);
  expect(await screen.findByText('Not decomposed yet')).toBeDefined();
});

test('a flat list with depths becomes a tree and back', () => {
  const tree = treeOf([firewall, admin, dmz, entry('Second root')]);
  expect(tree.map(({ children }) => children.length)).toEqual([2, 0]);
  expect(keepVerdict(tree, 'skipped')).toHaveLength(1);
});
