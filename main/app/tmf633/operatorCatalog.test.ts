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

test('D4 clearing the duct is left to what the survey finds', () => {
  const plan = made('cfs-business-fibre-access');
  expect(names(plan)).not.toContain('Duct clearance');
  expect(plan.trace.entries.find(({ target }) => target === 'res-duct-clearance')).toMatchObject({
    reason: 'ruleFailed',
    rules: [{ characteristic: 'ductState', from: 'missing' }],
  });
  const survey = plan.tasks.find(({ key }) => key === 'survey');
  expect(survey?.fields.map(({ name }) => name)).toContain('ductState');
});

test('O5 O11 the sample says what cannot be taken back, what must rest, and what may go on at the start of something', () => {
  const fibre = made('cfs-business-fibre-access');
  const sdWan = made('cfs-sd-wan', { characteristics: [{ name: 'backup', value: 'lte' }] });
  expect(fibre.tasks.filter(({ pointOfNoReturn }) => pointOfNoReturn).map(({ key }) => key)).toEqual([
    'splice',
    'configure',
  ]);
  expect(fibre.dependencies.flatMap(({ lagMinutes }) => lagMinutes ?? [])).toEqual([120, 60]);
  expect(sdWan.dependencies.some(({ on }) => on === 'start')).toBe(true);
});

test('O13 whatever is a point of no return, and whatever is bought or built, says how it is taken back', () => {
  const tasks = catalog.planTemplates.flatMap(template => template.tasks);
  expect(tasks.filter(({ pointOfNoReturn, undo }) => pointOfNoReturn === true && undo === undefined)).toEqual([]);
  expect(tasks.filter(({ undo }) => undo !== undefined && undo !== 'nothing').length).toBeGreaterThan(20);
});

test('O5 numbers are cut over once the internet access that the order brings to the same site carries traffic', () => {
  const line = (number: number, matched: string, site: string) => ({
    number,
    action: 'add' as const,
    matched,
    quantity: 1,
    characteristics: [{ name: 'numbers', value: 'ported' }],
    waitsFor: [],
    location: { name: site },
  });
  const plan = decompose({
    lines: [
      line(1, 'cfs-internet-access', 'Kai 12'),
      line(2, 'cfs-internet-access', 'Torget 1'),
      line(3, 'cfs-sip-voice-trunk', 'Kai 12'),
    ],
    catalog: index,
    at: '2026-11-23T08:00:00.000Z',
  });
  if (!plan.ok) throw new Error(plan.error.path.join(' → '));
  const { tasks, domainOrders, dependencies } = plan.value;
  const cutOver = `T${tasks.findIndex(({ key }) => key === 'cut-over') + 1}`;
  const routes = dependencies
    .filter(({ after }) => after === cutOver)
    .map(({ before }) => tasks[Number(before.slice(1)) - 1])
    .filter(task => task?.key === 'route');
  expect(routes.map(task => domainOrders[(task?.domainOrder ?? 0) - 1]?.line)).toEqual([1]);
});

test('O6 a firewall is mounted once the fibre that another order brings to the site is measured', () => {
  const line = {
    number: 1,
    action: 'add' as const,
    matched: 'cfs-managed-firewall',
    quantity: 1,
    characteristics: [],
    waitsFor: [],
  };
  const found = { order: 'o', orderNumber: 'ORD0000001', node: 'T3' as const, title: 'Measure end to end' };
  const plan = decompose({
    lines: [line],
    catalog: index,
    at: '2026-11-23T08:00:00.000Z',
    outside: wanted => (wanted.specification === 'rfs-fibre-access-line' && wanted.same === 'location' ? [found] : []),
  });
  const tasks = plan.ok ? plan.value.tasks : [];
  expect(plan.ok && plan.value.outside).toEqual([
    { ...found, task: tasks.findIndex(({ key }) => key === 'install') + 1 },
  ]);
});

test('D6 channels and SIM cards are one order whatever their number, racks are one each', () => {
  const count = (id: string): number =>
    made(id, { quantity: 30 }).domainOrders.filter(one => one.parent === undefined).length;
  expect(['cfs-sip-voice-trunk', 'cfs-iot-connectivity', 'cfs-rack-space'].map(count)).toEqual([1, 1, 30]);
});
