/** Where values came from, in the breakdown and in the warnings of the dry run. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { BreakdownEntry, CarriedValue } from '../../preload/contract/breakdown.ts';
import type { Order } from '../../preload/contract/order.ts';
import { drawOver } from '../testing/literalDesk.tsx';
import { line, order, pageOf } from '../testing/literalOrders.ts';
import { session } from '../testing/literalSession.ts';
import { Breakdown } from './Breakdown.tsx';
import { createdEntry } from './breakdownExample.ts';
import { lostValues } from './lostValues.ts';

const carried = (characteristic: string, more: Partial<CarriedValue> = {}): CarriedValue => ({
  mapping: `top.site>port.${characteristic}`,
  characteristic,
  transform: 'copy',
  source: { id: 'D1', number: 'SO0000001-1', name: 'Internet', characteristic: 'site' },
  outcome: 'applied',
  value: 9,
  instead: null,
  ...more,
});

const internet = createdEntry('Internet', 'D1');
const port = (...mappings: readonly CarriedValue[]): BreakdownEntry =>
  createdEntry('Port', 'D2', { depth: 1, mappings: [...mappings] });

function draw(entries: readonly BreakdownEntry[], shown: Order) {
  drawOver(
    {
      'workspace.status': () => session,
      'order.breakdown': () => pageOf([{ line: line(1), entries: [...entries], companions: [] }]),
    },
    <Breakdown order={shown} />,
  );
}

const started = order('1', { state: 'inProgress' });

test('D5 under its values each result says where they came from, by which mapping, and which could not be carried', async () => {
  draw(
    [
      internet,
      port(
        carried('label'),
        carried('vlan', { transform: 'text', value: 'v-9' }),
        carried('queue', { outcome: 'noTableEntry', transform: 'map', value: 'silver' }),
        carried('speed', { outcome: 'conflict', value: 50, instead: { value: 100, by: 'line' } }),
        carried('serial', { outcome: 'sourceMissing' }),
        carried('key', { outcome: 'sourceMissing', instead: { value: 'K1', by: 'since' } }),
        carried('name', { instead: { value: 'roof', by: 'other' } }),
      ),
    ],
    started,
  );
  const result = await screen.findByRole('article', { name: 'Created: Port' });
  // Open by itself, because something was lost.
  const list = within(result).getByRole('list', { name: 'Where values came from' });
  expect(list.closest('details')?.open).toBe(true);
  expect(within(result).getByText('Values (0), 2 were not carried')).toBeDefined();
  const from = 'site of Internet (SO0000001-1)';
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(item => item.textContent?.replace(/Mapping .*$/, '')),
  ).toEqual([
    `Carried. label is “9”, copied from ${from}.`,
    `Carried. vlan is “v-9”, written from ${from}.`,
    `Not carried. queue gets nothing: the table has no entry for “silver”, which is ${from}.`,
    `Not carried. speed does not become “50”, which is ${from}. The line says “100”, and that stands.`,
    `Nothing to carry. serial waits for ${from}, which has no value.`,
    `Carried. key is “K1”, carried from ${from} during the work.`,
    `Carried. name came as “9” from ${from}. “roof” stands there.`,
  ]);
  expect(within(list).getByText('Mapping top.site>port.label')).toBeDefined();
});

test('D5 what arrived as it should is told when it is asked for', async () => {
  draw([internet, port(carried('label'))], started);
  const result = await screen.findByRole('article', { name: 'Created: Port' });
  const details = within(result).getByText('Where values came from').closest('details');
  expect(details?.open).toBe(false);
  expect(within(result).getByText('Carried.')).toBeDefined();
});

test('X2 D5 the dry run names each value that would be lost, and leads to the field it comes from', async () => {
  window.location.hash = '#/orders/1/specifications';
  const entries = [
    internet,
    port(carried('queue', { outcome: 'noTableEntry', value: 'silver' })),
    createdEntry('Box', 'D3', {
      depth: 2,
      mappings: [carried('serial', { outcome: 'sourceMissing' })],
    }),
  ];
  draw(entries, order('1', { state: 'new' }));
  const warnings = await screen.findByRole('region', { name: 'One thing to look at before approval' });
  expect(warnings.textContent).toContain('the table has no entry for “silver”');
  await userEvent.click(
    within(warnings).getByRole('link', { name: 'Line 1, Firewall Bergen: site would not reach Port.' }),
  );
  expect(window.location.hash).toBe('#/orders/1');
});

const fieldsOf = (...entries: readonly BreakdownEntry[]): readonly string[] =>
  lostValues({ line: line(1), entries: [...entries], companions: [] }).map(({ field }) => field);

test('a lost value is put right where it set out from, or where the line contradicts it', () => {
  const passedOn = port(carried('label'));
  const lost = carried('plate', {
    outcome: 'noTableEntry',
    source: { id: 'D2', number: 'RO0000001-2', name: 'Port', characteristic: 'label' },
  });
  expect(fieldsOf(internet, passedOn, createdEntry('Box', 'D3', { mappings: [lost] }))).toEqual([
    'L1.characteristic.site',
  ]);
  const contradicted = carried('speed', { outcome: 'conflict', instead: { value: 100, by: 'line' } });
  expect(fieldsOf({ ...internet, mappings: [contradicted] })).toEqual(['L1.characteristic.speed']);
});

test('units that lose the same value are warned of once, and values in a circle end', () => {
  const lost = carried('queue', { outcome: 'noTableEntry', value: 'silver' });
  expect(fieldsOf(internet, port(lost), createdEntry('Port', 'D4', { mappings: [lost] }))).toHaveLength(1);
  const round = (characteristic: string, from: string): CarriedValue =>
    carried(characteristic, { source: { id: 'D1', number: '', name: '', characteristic: from } });
  const circle = {
    ...internet,
    mappings: [round('a', 'b'), round('b', 'a'), { ...lost, source: round('x', 'a').source }],
  };
  expect(fieldsOf(circle)).toHaveLength(1);
});
