import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { drawOver } from '../testing/literalDesk.tsx';
import { line, order, pageOf } from '../testing/literalOrders.ts';
import { session } from '../testing/literalSession.ts';
import type { BreakdownEntry, LineBreakdown } from '../../preload/contract/breakdown.ts';
import type { Order } from '../../preload/contract/order.ts';
import { Breakdown } from './Breakdown.tsx';
import { breakdownEntry as entry, skippedEntry } from './breakdownExample.ts';
import { keepVerdict, treeOf } from './breakdownTree.ts';

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

const dmz = skippedEntry('DMZ', { depth: 1 });

const admin = entry('Administrator', { depth: 1, sourceName: 'Managed Firewall' });

function draw(
  entries: readonly BreakdownEntry[],
  shown = order('1', { state: entries.length > 0 ? 'inProgress' : 'new' }),
  companions: LineBreakdown['companions'] = [],
  place: { readonly at?: string; readonly asOf?: number } = {},
) {
  return drawOver(
    {
      'workspace.status': () => session,
      'order.breakdown': () => pageOf([{ line: line(1), entries: [...entries], companions }]),
    },
    <Breakdown order={shown} {...place} />,
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

test('X6 an address with a moment that is not in the history shows the specifications as they are now, and says so', async () => {
  const { sent } = draw([firewall], order('1', { state: 'inProgress', version: 4 }), [], { asOf: 999 });
  await screen.findByRole('article', { name: 'Created: Managed Firewall' });
  expect(screen.getByRole('status').textContent).toBe(
    'There is no change 999 in the history of this order. It has 4 changes so far; this is how it is now.',
  );
  expect(sent('order.breakdown')).not.toContainEqual(expect.objectContaining({ asOf: 999 }));
  expect(screen.queryByText('Show it as it is now')).toBeNull();
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

const inProgress = order('1', { state: 'inProgress', version: 9, description: 'Firewalls' });

test('D8 why one target was made or left out, and all of it, is copied as text', async () => {
  const user = userEvent.setup();
  draw([firewall, dmz], inProgress);
  await user.click(await screen.findByRole('button', { name: 'Copy why as text: DMZ' }));
  const lines = (await navigator.clipboard.readText()).split('\n');
  expect(lines.slice(0, -1)).toEqual([
    'Order: ORD-1 Firewalls',
    'Line 1: Firewall Bergen',
    'Skipped: DMZ',
    '  Relationship: realizes Managed Firewall',
    '  Why: A rule for it did not pass.',
    '  - Rule dmz-wanted: dmz must be one of “true”, “yes”; the line says “false”. Did not pass.',
  ]);
  expect(lines.at(-1)).toMatch(/^As of /);
  await user.click(screen.getByRole('button', { name: 'Copy why as text: Managed Firewall' }));
  expect(await navigator.clipboard.readText()).toContain('Created: Managed Firewall (SO0000001-1)');
  await user.click(screen.getByRole('button', { name: 'Copy why as text' }));
  const all = await navigator.clipboard.readText();
  expect(all).toContain('\n  Created: Managed Firewall (SO0000001-1)\n    Why: The line orders it.\n');
  expect(all).toContain('\n    Skipped: DMZ\n      Relationship: realizes Managed Firewall\n');
});

test('D4 D8 a text says what came late, and that it is not all of the order', async () => {
  const user = userEvent.setup();
  drawOver(
    {
      'workspace.status': () => session,
      'order.breakdown': () => ({
        rows: [{ line: line(1), entries: [{ ...firewall, reconsidered: true }], companions: [] }],
        next: '1',
        total: 3,
      }),
    },
    <Breakdown order={inProgress} />,
  );
  await user.click(await screen.findByRole('button', { name: 'Copy why as text' }));
  const text = await navigator.clipboard.readText();
  expect(text).toContain('Created: Managed Firewall (SO0000001-1), skipped at approval, made when its value arrived');
  expect(text).toContain('\n\nThis is the first of 3 lines.\nAs of ');
});

test('D8 the policy row that chose the plan says what it is for', async () => {
  const chosen = (row: NonNullable<NonNullable<BreakdownEntry['plan']>['row']>): BreakdownEntry =>
    entry('Appliance', { plan: { choice: 'policy', policy: 'p', template: 'Install', row } });
  const any = { specification: null, kind: null, facing: null, actions: null };
  draw(
    [
      chosen({ ...any, specification: 'Firewall appliance', actions: ['add', 'change'] }),
      chosen({ ...any, kind: 'resource' }),
      chosen({ ...any, kind: 'service', facing: 'customer', actions: ['disconnect'] }),
      chosen(any),
    ],
    inProgress,
  );
  const entries = await screen.findAllByRole('article');
  expect(entries.map(one => /policy p(.*)\./.exec(one.textContent ?? '')?.[1])).toEqual([
    ' for Firewall appliance (Add, Change)',
    ' for every resource',
    ' for every customer-facing service (Disconnect)',
    ' for everything',
  ]);
});

test('D7 the result that the address names has the focus', async () => {
  draw([firewall, dmz], inProgress, [], { at: 'D1' });
  const wanted = await screen.findByRole('article', { name: 'Created: Managed Firewall' });
  expect(document.activeElement).toBe(wanted);
});

test('D7 a result on a later page is looked for there', async () => {
  const answers = (after: number) => ({
    rows: [{ line: line(after + 1), entries: after === 0 ? [admin] : [firewall], companions: [] }],
    next: after === 0 ? '1' : null,
    total: 2,
  });
  drawOver(
    { 'workspace.status': () => session, 'order.breakdown': ({ after }) => answers(after) },
    <Breakdown order={inProgress} at="D1" />,
  );
  const wanted = await screen.findByRole('article', { name: 'Created: Managed Firewall' });
  expect(document.activeElement).toBe(wanted);
});

test('the skipped ones alone are shown when they are asked for', async () => {
  draw([firewall, admin, dmz], inProgress, [], { at: 'skipped' });
  expect(await screen.findByRole('radio', { name: 'Skipped 1', checked: true })).toBeDefined();
  expect(screen.queryByRole('article', { name: 'Created: Administrator' })).toBeNull();
});

test('X3 X6 an earlier moment is asked for, named, and left again', async () => {
  const { asked } = draw([firewall, dmz], inProgress, [], { at: 'D1', asOf: 7 });
  const note = await screen.findByRole('note');
  expect(note.textContent).toContain('As it was on');
  expect(asked).toContainEqual({ name: 'order.breakdown', input: { orderId: '1', asOf: 7, after: 0, limit: 100 } });
  expect(screen.getByRole('link', { name: 'Show it as it is now' }).getAttribute('href')).toBe(
    '#/orders/1/specifications/D1',
  );
});
