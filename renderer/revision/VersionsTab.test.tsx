import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Output } from '../../preload/contract/contract.ts';
import { drawOver } from '../testing/literalDesk.tsx';
import { order } from '../testing/literalOrders.ts';
import { difference } from '../testing/literalRevisions.ts';
import { session } from '../testing/literalSession.ts';
import { VersionsTab } from './VersionsTab.tsx';

type Version = Output<'order.versions'>['versions'][number];

const version = (number: number): Version => ({
  number,
  at: `2026-11-2${number}T10:00:00.000Z`,
  by: 'liv',
  operation: number === 1 ? 'original' : 'update',
  reason: number === 1 ? null : 'More traffic.',
});

function draw(count: number) {
  const drawn = drawOver(
    {
      'workspace.status': () => session,
      'order.versions': () => ({ versions: Array.from({ length: count }, (_, index) => version(index + 1)) }),
      'order.compareVersions': ({ from, to }) => ({
        differences: [
          difference('characteristic.bandwidth', String(from), String(to)),
          difference('characteristic.vlan', null, '88'),
          difference('location', 'Bergen', null),
        ],
      }),
    },
    <VersionsTab order={order('1', { state: 'inProgress' })} />,
  );
  const compared = () => drawn.asked.filter(({ name }) => name === 'order.compareVersions').map(({ input }) => input);
  return { compared, user: userEvent.setup() };
}

test('O14 the last two versions stand side by side: what changed, what is new, what is gone', async () => {
  draw(3);
  const table = await screen.findByRole('table', { name: 'Version 2 beside version 3' });
  expect(
    within(table)
      .getAllByRole('row')
      .map(row => row.textContent),
  ).toEqual([
    'PartFieldWasNow',
    'Line 1: Firewall Bergen→ bandwidth 23',
    'Line 1: Firewall Bergen+ vlan addednot there88',
    'Line 1: Firewall Bergen− Location removedBergennot there',
  ]);
});

test('O14 any two versions are chosen, by keyboard too', async () => {
  const { user, compared } = draw(3);
  const from = await screen.findByRole('radio', { name: 'Compare from version 2' });
  from.focus();
  await user.keyboard('{ArrowUp}');
  expect(await screen.findByRole('table', { name: 'Version 1 beside version 3' })).toBeDefined();
  expect(compared().at(-1)).toEqual({ orderId: '1', from: 1, to: 3 });
  await user.click(screen.getByRole('radio', { name: 'Compare to version 1' }));
  expect(screen.getByText('Choose two different versions.')).toBeDefined();
});

test('an order that was never changed says so', async () => {
  draw(1);
  expect(await screen.findByText('There is one version of this order')).toBeDefined();
});
