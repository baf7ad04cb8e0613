import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { catalogOf, cfs, mapping, product, relationship, resource, rfs, rule } from '../catalog/testing/catalogRows.ts';
import { managedFirewall } from '../catalog/testing/managedFirewall.ts';
import { soundCatalogs, soundLines } from '../catalog/testing/randomCatalog.ts';
import { decompose } from './decompose.ts';
import type { Decomposed } from './decomposed.ts';
import type { DecomposableLine } from './expandLine.ts';

const at = '2026-11-23T05:20:00.000Z';

const line = (matched: string, parts: Partial<DecomposableLine> = {}): DecomposableLine => ({
  number: 1,
  action: 'add',
  matched,
  quantity: 1,
  characteristics: [],
  waitsFor: [],
  ...parts,
});

function made(catalog: Catalog, ...lines: readonly DecomposableLine[]): Decomposed {
  const result = decompose({ lines, catalog: indexCatalog(catalog), at });
  if (!result.ok) throw new Error(result.error.path.join(' → '));
  return result.value;
}

const named = (plan: Decomposed): string[] => plan.domainOrders.map(order => order.name);

test('D3 a managed firewall becomes one customer-facing order, three resource-facing ones and a resource under each', () => {
  const plan = made(managedFirewall, line('managed-firewall'));
  expect(plan.domainOrders.map(({ name, kind, facing, parent }) => [name, kind, facing, parent])).toEqual([
    ['Managed Firewall', 'service', 'customer', undefined],
    ['Firewall administrator', 'service', 'resource', 1],
    ['Administrator account', 'resource', undefined, 2],
    ['Firewall and DMZ', 'service', 'resource', 1],
    ['Firewall appliance', 'resource', undefined, 4],
    ['Threat and Intrusion Prevention', 'service', 'resource', 1],
    ['Signature licence', 'resource', undefined, 6],
  ]);
});

test('D1 bundles, realizedAs and requires create their target, composedOf never does', () => {
  const plan = made(
    catalogOf({
      specifications: [
        cfs('top'),
        cfs('bundled'),
        rfs('realized'),
        resource('required'),
        rfs('part'),
        resource('board'),
      ],
      relationships: [
        relationship('bundles', 'top', 'bundled'),
        relationship('realizedAs', 'top', 'realized'),
        relationship('requires', 'top', 'required'),
        relationship('composedOf', 'top', 'part'),
        relationship('composedOf', 'required', 'board'),
      ],
    }),
    line('top'),
  );
  expect(named(plan)).toEqual(['top', 'bundled', 'realized', 'required']);
  expect(
    plan.trace.entries.filter(entry => entry.verdict === 'skipped').map(entry => [entry.target, entry.reason]),
  ).toEqual([
    ['board', 'composedOfNeverDecomposes'],
    ['part', 'composedOfNeverDecomposes'],
  ]);
});

test('D1 a product, a pair its type does not allow, an unknown target and a circle are skipped and said to be', () => {
  const plan = made(
    catalogOf({
      specifications: [cfs('top'), product('offer'), resource('box'), rfs('inner')],
      relationships: [
        relationship('bundles', 'top', 'offer', { order: 1 }),
        relationship('realizedAs', 'top', 'box', { order: 2 }),
        relationship('requires', 'top', 'nowhere', { order: 3 }),
        relationship('realizedAs', 'top', 'inner', { order: 4 }),
        relationship('bundles', 'inner', 'top'),
      ],
    }),
    line('top'),
    line('offer', { number: 2 }),
  );
  expect(named(plan)).toEqual(['top', 'inner']);
  expect(plan.trace.entries.map(entry => [entry.target, entry.reason])).toEqual([
    ['top', 'lineSpecification'],
    ['offer', 'productNotForServiceOrder'],
    ['box', 'pairNotAllowed'],
    ['nowhere', 'targetUnknown'],
    ['inner', 'relationship'],
    ['top', 'relationshipCircle'],
    ['offer', 'productNotForServiceOrder'],
  ]);
});

const guarded = catalogOf({
  specifications: [cfs('top', { tier: 'gold' }), rfs('extra')],
  relationships: [relationship('realizedAs', 'top', 'extra')],
  rules: [rule('top', 'extra', 'backup'), rule('top', 'extra', 'tier', ['gold', 'platinum'])],
});

test('D2 a rule on a missing characteristic creates nothing', () => {
  const plan = made(guarded, line('top'));
  expect(named(plan)).toEqual(['top']);
  expect(plan.trace.entries[1]).toMatchObject({ target: 'extra', verdict: 'skipped', reason: 'ruleFailed' });
});

test('D2 an empty value is as good as none', () => {
  expect(named(made(guarded, line('top', { characteristics: [{ name: 'backup', value: '' }] })))).toEqual(['top']);
});

test('D2 a value outside the list creates nothing, though another rule passes', () => {
  const characteristics = [
    { name: 'backup', value: true },
    { name: 'tier', value: 'bronze' },
  ];
  expect(named(made(guarded, line('top', { characteristics })))).toEqual(['top']);
});

test('D2 a value in the list creates the target; the default counts, and so does a number written as text', () => {
  expect(named(made(guarded, line('top', { characteristics: [{ name: 'backup', value: 'yes' }] })))).toEqual([
    'top',
    'extra',
  ]);
  const numeric = { ...guarded, rules: [rule('top', 'extra', 'sites', [4])] };
  expect(named(made(numeric, line('top', { characteristics: [{ name: 'sites', value: '4' }] })))).toEqual([
    'top',
    'extra',
  ]);
});

test.each(['disconnect', 'suspend', 'resume'] as const)(
  'D2 %s ignores the rules, so that nothing is left behind',
  action => {
    const plan = made(guarded, line('top', { action }));
    expect(named(plan)).toEqual(['top', 'extra']);
    expect(plan.trace.entries[1]?.reason).toBe('rulesIgnoredForAction');
    expect(plan.domainOrders.map(order => order.action)).toEqual([action, action]);
  },
);

test('D2 change lines obey the rules as add lines do', () => {
  expect(named(made(guarded, line('top', { action: 'change' })))).toEqual(['top']);
});

test('a line that changes nothing, and one of no known specification, create nothing and say why', () => {
  const plan = made(guarded, line('top', { action: 'noChange' }), {
    ...line('gone', { number: 2 }),
    specification: { id: 'gone', name: 'Old service' },
  });
  expect(plan.domainOrders).toEqual([]);
  expect(plan.trace.entries.map(({ reason, targetName }) => [reason, targetName])).toEqual([
    ['actionIsNoChange', 'top'],
    ['specificationUnknown', 'Old service'],
  ]);
});

test('a default quantity makes that many, each with its own branch, in the order the relationships say', () => {
  const plan = made(
    catalogOf({
      specifications: [cfs('network'), rfs('edge'), rfs('hub'), resource('router')],
      relationships: [
        relationship('realizedAs', 'network', 'edge', { order: 2, defaultQuantity: 2 }),
        relationship('realizedAs', 'network', 'hub', { order: 1 }),
        relationship('requires', 'edge', 'router'),
      ],
    }),
    line('network', { quantity: 2.5 }),
  );
  expect(plan.domainOrders.map(({ name, parent, quantity }) => [name, parent, quantity])).toEqual([
    ['network', undefined, 2.5],
    ['hub', 1, 2.5],
    ['edge', 1, 2.5],
    ['router', 3, 2.5],
    ['edge', 1, 2.5],
    ['router', 5, 2.5],
  ]);
  expect(plan.trace.entries.flatMap(entry => (entry.copy === undefined ? [] : [entry.copy]))).toEqual([
    { number: 1, of: 2 },
    { number: 2, of: 2 },
  ]);
});

test('D7 the trace leads from the line to every result and names parent, relationship and plan of each', () => {
  const plan = made(managedFirewall, line('managed-firewall'));
  expect(plan.trace.entries[0]).toEqual({
    line: 1,
    target: 'managed-firewall',
    targetName: 'Managed Firewall',
    rules: [],
    verdict: 'created',
    reason: 'lineSpecification',
    domainOrder: 1,
    plan: { choice: 'representation' },
  });
  expect(plan.trace.entries.find(entry => entry.target === 'firewall-appliance')).toEqual({
    line: 1,
    target: 'firewall-appliance',
    targetName: 'Firewall appliance',
    parent: 4,
    source: 'firewall-and-dmz',
    relationship: { id: 'firewall-and-dmz>firewall-appliance', type: 'requires' },
    rules: [],
    verdict: 'created',
    reason: 'relationship',
    domainOrder: 5,
    plan: { choice: 'policy', policy: 'resources', template: 'install' },
  });
});

test('D8 every verdict carries the rule, what it expected, what it saw, and where that came from', () => {
  const plan = made(guarded, line('top', { characteristics: [{ name: 'backup', value: 'yes' }] }));
  expect(plan.trace.entries[1]?.rules).toEqual([
    { rule: 'top>extra:backup', characteristic: 'backup', input: 'yes', from: 'line', passed: true },
    {
      rule: 'top>extra:tier',
      characteristic: 'tier',
      expected: ['gold', 'platinum'],
      input: 'gold',
      from: 'default',
      passed: true,
    },
  ]);
  const skipped = made(guarded, line('top', { characteristics: [{ name: 'tier', value: 'bronze' }] }));
  expect(skipped.trace.entries[1]?.rules.map(({ from, passed }) => [from, passed])).toEqual([
    ['missing', false],
    ['line', false],
  ]);
});

test('D5 a rule lower down sees the value mapped to its source', () => {
  const catalog = catalogOf({
    specifications: [cfs('top'), rfs('middle'), resource('bottom')],
    relationships: [relationship('realizedAs', 'top', 'middle'), relationship('requires', 'middle', 'bottom')],
    rules: [rule('middle', 'bottom', 'speed', ['fast'])],
    mappings: [
      mapping(['top', 'bandwidth'], ['middle', 'speed'], { kind: 'map', table: { 100: 'slow', 1000: 'fast' } }),
    ],
  });
  const slow = made(catalog, line('top', { characteristics: [{ name: 'bandwidth', value: 100 }] }));
  const fast = made(catalog, line('top', { characteristics: [{ name: 'bandwidth', value: '1000' }] }));
  expect(named(slow)).toEqual(['top', 'middle']);
  expect(named(fast)).toEqual(['top', 'middle', 'bottom']);
  expect(fast.trace.entries[2]?.rules[0]).toMatchObject({ input: 'fast', from: 'mapping', passed: true });
});

test('nothing but a mapping carries a value down: equal names alone do not', () => {
  const plan = made(
    catalogOf({
      specifications: [cfs('top', { site: null }), rfs('inner', { site: null, port: 8 })],
      relationships: [relationship('realizedAs', 'top', 'inner')],
    }),
    line('top', { characteristics: [{ name: 'site', value: 'Bergen', valueType: 'string' }] }),
  );
  expect(plan.domainOrders.map(order => order.characteristics)).toEqual([
    [{ name: 'site', value: 'Bergen', valueType: 'string' }],
    [{ name: 'port', value: 8 }],
  ]);
});

test('defaults describe what to build, so a disconnect has only what the line says', () => {
  const plan = made(guarded, line('top', { action: 'disconnect' }));
  expect(plan.domainOrders[0]?.characteristics).toEqual([]);
});

test('D10 an order decomposed with a catalog is not touched by a later version of it', () => {
  const before = indexCatalog(managedFirewall);
  const first = decompose({ lines: [line('managed-firewall')], catalog: before, at });
  const later: Catalog = { ...managedFirewall, version: 2, relationships: [], policies: [] };
  expect(named(made(later, line('managed-firewall')))).toEqual(['Managed Firewall']);
  expect(decompose({ lines: [line('managed-firewall')], catalog: before, at })).toEqual(first);
});

test('a chain deeper than any call stack decomposes', () => {
  const depth = 20_000;
  const catalog = catalogOf({
    specifications: Array.from({ length: depth }, (_, index) => rfs(`s${index}`)),
    relationships: Array.from({ length: depth - 1 }, (_, index) =>
      relationship('bundles', `s${index}`, `s${index + 1}`),
    ),
  });
  expect(made(catalog, line('s0')).domainOrders.length).toBe(depth);
});

test('domain.md A.13 a service order never makes a product order, and parent and child are source and target', () => {
  fc.assert(
    fc.property(soundCatalogs, soundLines, (catalog, lines) => {
      const plan = made(catalog, ...lines);
      const kinds = new Map(catalog.specifications.map(({ id, kind }) => [id, kind]));
      for (const order of plan.domainOrders) {
        expect(kinds.get(order.specification)).toBe(order.kind);
        const parent = order.parent === undefined ? undefined : plan.domainOrders[order.parent - 1];
        const sources =
          parent === undefined
            ? lines.filter(({ number, matched }) => number === order.line && matched === order.specification)
            : catalog.relationships.filter(
                ({ type, source, target }) =>
                  source === parent.specification && target === order.specification && type !== 'composedOf',
              );
        expect(sources.length).toBeGreaterThan(0);
        expect((parent ?? order).line).toBe(order.line);
      }
    }),
  );
});

test('D8 every relationship of every created domain order is told exactly once, and every domain order has one entry', () => {
  fc.assert(
    fc.property(soundCatalogs, soundLines, (catalog, lines) => {
      const { trace, domainOrders } = made(catalog, ...lines);
      const created = trace.entries.flatMap(entry => (entry.domainOrder === undefined ? [] : [entry.domainOrder]));
      expect(created.toSorted((a, b) => a - b)).toEqual(domainOrders.map((_, index) => index + 1));
      for (const [index, order] of domainOrders.entries()) {
        const under = trace.entries.filter(entry => entry.parent === index + 1);
        for (const row of catalog.relationships.filter(candidate => candidate.source === order.specification)) {
          const told = under.filter(entry => entry.relationship?.id === row.id);
          const copies = told[0]?.verdict === 'created' ? (row.defaultQuantity ?? 1) : 1;
          expect(told.length).toBe(copies);
          expect(told.map(entry => entry.copy?.number ?? 1)).toEqual(told.map((_, copy) => copy + 1));
        }
      }
      const tops = trace.entries.filter(entry => entry.parent === undefined);
      for (const { number, quantity } of lines) {
        const told = tops.filter(entry => entry.line === number);
        expect(told.length).toBe(told[0]?.verdict === 'created' ? quantity : 1);
      }
    }),
  );
});

test('the same lines, catalog and moment give the same plan', () => {
  fc.assert(
    fc.property(soundCatalogs, soundLines, (catalog, lines) => {
      expect(made(structuredClone(catalog), ...structuredClone(lines))).toEqual(made(catalog, ...lines));
    }),
    { numRuns: 40 },
  );
});
