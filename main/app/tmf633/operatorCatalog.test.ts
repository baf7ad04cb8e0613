import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptyCatalog } from '../../domain/catalog/catalog.ts';
import { checkCatalog } from '../../domain/catalog/checkCatalog.ts';
import { indexCatalog } from '../../domain/catalog/indexCatalog.ts';
import { decompose } from '../../domain/decomposition/decompose.ts';
import type { Decomposed } from '../../domain/decomposition/decomposed.ts';
import type { DecomposableLine } from '../../domain/decomposition/expandLine.ts';
import { mergeCatalog } from './mergeCatalog.ts';
import { readCatalogDocument } from './readCatalogDocument.ts';

const text = readFileSync(new URL('../../../samples/catalog/operator.json', import.meta.url), 'utf8');
const read = readCatalogDocument(text, 'operator.json');
if (!read.ok) throw new Error(JSON.stringify(read.error));
const catalog = mergeCatalog(emptyCatalog, read.value, 1);
const index = indexCatalog(catalog);

function made(matched: string, parts: Partial<DecomposableLine> = {}): Decomposed {
  const line = { number: 1, action: 'add' as const, matched, quantity: 1, characteristics: [], waitsFor: [], ...parts };
  const result = decompose({ lines: [line], catalog: index, at: '2026-11-23T08:00:00.000Z' });
  if (!result.ok) throw new Error(result.error.path.join(' → '));
  return result.value;
}

const names = (plan: Decomposed): string[] => plan.domainOrders.map(({ name }) => name);

test('the sample catalog is sound and nothing in it had to be guessed', () => {
  expect(checkCatalog(catalog)).toEqual([]);
  expect(read.value.understood).toEqual([]);
  expect(catalog.specifications.filter(({ facing }) => facing === 'customer').length).toBe(12);
});

test('every part of every service has tasks from a template, for each thing that can be done with it', () => {
  const customerFacing = catalog.specifications.filter(({ facing }) => facing === 'customer');
  for (const { id } of customerFacing) {
    for (const action of ['add', 'change', 'disconnect', 'suspend', 'resume'] as const) {
      const plan = made(id, { action });
      const choices = plan.trace.entries.flatMap(({ plan: chosen }) => chosen?.choice ?? []);
      expect(choices.filter(choice => choice !== 'policy')).toEqual([]);
      expect(plan.tasks.every(({ group }) => ['field', 'network', 'service-desk'].includes(group ?? ''))).toBe(true);
    }
  }
});

test('D3 Managed Firewall makes one customer-facing order, three resource-facing ones and three resources', () => {
  const plan = made('cfs-managed-firewall');
  expect(plan.domainOrders.map(({ kind, facing }) => facing ?? kind).toSorted()).toEqual([
    'customer',
    'resource',
    'resource',
    'resource',
    'resource',
    'resource',
    'resource',
  ]);
  expect(names(plan)).toEqual([
    'Managed Firewall',
    'Firewall administrator',
    'Firewall administrator account',
    'Firewall and DMZ',
    'Firewall appliance',
    'Threat and Intrusion Prevention',
    'Threat prevention licence',
  ]);
  expect(plan.domainOrders.filter(({ kind }) => kind === 'resource').length).toBe(3);
});

test('D2 Managed Firewall without threat prevention leaves it out, a disconnect takes everything away', () => {
  const characteristics = [{ name: 'threatPrevention', value: 'none' }];
  expect(names(made('cfs-managed-firewall', { characteristics }))).not.toContain('Threat and Intrusion Prevention');
  expect(names(made('cfs-managed-firewall', { characteristics, action: 'disconnect' })).length).toBe(7);
});

test('D5 what the order says reaches the parts that need it', () => {
  const characteristics = [{ name: 'size', value: 'large' }];
  const plan = made('cfs-managed-firewall', { characteristics });
  const appliance = plan.domainOrders.find(({ specification }) => specification === 'res-firewall-appliance');
  expect(appliance?.characteristics).toEqual([{ name: 'size', value: 'large', valueType: 'string' }]);
});

test('SD-WAN makes an edge for each site and waits for the hub before the first joins', () => {
  const plan = made('cfs-sd-wan');
  expect(plan.domainOrders.filter(({ specification }) => specification === 'rfs-sd-wan-edge').length).toBe(3);
  const join = plan.tasks.find(({ key }) => key === 'join');
  const failover = plan.tasks.find(({ key }) => key === 'failover');
  expect((join?.plannedStart ?? '') >= (failover?.plannedEnd ?? 'missing')).toBe(true);
});
