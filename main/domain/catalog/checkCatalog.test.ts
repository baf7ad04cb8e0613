import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decompose } from '../decomposition/decompose.ts';
import type { Catalog, PlanTemplate, TemplateDependency, WaitScope } from './catalog.ts';
import { checkCatalog } from './checkCatalog.ts';
import { indexCatalog, isPairAllowed } from './indexCatalog.ts';
import {
  catalogOf,
  cfs,
  mapping,
  product,
  relationship,
  resource,
  rfs,
  rule,
  task,
  template,
} from './testing/catalogRows.ts';
import { managedFirewall } from './testing/managedFirewall.ts';
import { soundCatalogs, soundLines } from './testing/randomCatalog.ts';

const two = { specifications: [cfs('top'), rfs('inner')], relationships: [relationship('realizedAs', 'top', 'inner')] };

/** Code and path of each problem of a catalog that is sound but for these parts. */
const problems = (parts: Partial<Catalog>): string[] =>
  checkCatalog(catalogOf({ ...two, ...parts })).map(({ code, path }) => `${code} ${path}`);

const planned = (tasks: PlanTemplate['tasks'], after: readonly TemplateDependency[] = []): Partial<Catalog> => ({
  planTemplates: [template('work', tasks, after)],
  policies: [{ id: 'all', planTemplate: 'work' }],
});

test('a sound catalog has no problems', () => {
  expect(checkCatalog(managedFirewall)).toEqual([]);
  expect(problems({})).toEqual([]);
});

test('ids, task keys and names used twice are named', () => {
  expect(problems({ specifications: [cfs('top'), rfs('inner'), rfs('inner')] })).toEqual([
    'idTwice specifications[inner].id',
  ]);
  expect(problems(planned([task('a'), task('a')]))).toEqual(['taskKeyTwice planTemplates[work].tasks[a].key']);
  const fields = [
    { name: 'port', mandatory: true },
    { name: 'port', mandatory: false },
  ];
  expect(problems(planned([task('a', { fields })]))).toEqual([
    'nameTwice planTemplates[work].tasks[a].fields[port].name',
  ]);
});

test('a specification nobody knows is found wherever it is named', () => {
  const gone: TemplateDependency = { kind: 'specification', specification: 'gone' };
  expect(
    problems({
      ...planned([task('a', { after: [gone] })], [gone]),
      relationships: [...two.relationships, relationship('realizedAs', 'top', 'gone')],
      rules: [rule('gone', 'inner', 'x')],
      mappings: [mapping(['top', 'x'], ['gone', 'y'])],
      policies: [{ id: 'one', specification: 'gone', planTemplate: 'work' }],
    }),
  ).toEqual([
    'specificationUnknown relationships[top>gone].target',
    'specificationUnknown rules[gone>inner:x].source',
    'specificationUnknown mappings[top.x>gone.y].target',
    'specificationUnknown planTemplates[work].after[0].specification',
    'specificationUnknown planTemplates[work].tasks[a].after[0].specification',
    'specificationUnknown policies[one].specification',
  ]);
});

test('D1 a pair its relationship type does not allow is refused with the pairs it does', () => {
  const [problem] = checkCatalog(
    catalogOf({
      specifications: [cfs('top'), resource('box')],
      relationships: [relationship('realizedAs', 'top', 'box')],
    }),
  );
  expect(problem).toMatchObject({
    code: 'pairNotAllowed',
    fix: 'useAllowedPair',
    path: 'relationships[top>box].type',
    facts: {
      type: 'realizedAs',
      sourceKind: 'service',
      targetKind: 'resource',
      allowed: [
        ['product', 'service'],
        ['service', 'service'],
      ],
    },
  });
});

test('every circle of relationships is told once, with the way around it', () => {
  const found = checkCatalog(
    catalogOf({
      specifications: ['a', 'b', 'c', 'd'].map(id => rfs(id)),
      relationships: [
        relationship('bundles', 'a', 'b'),
        relationship('bundles', 'b', 'c'),
        relationship('realizedAs', 'c', 'a'),
        relationship('bundles', 'd', 'd'),
      ],
    }),
  );
  expect(found.map(({ code, path, facts }) => [code, path, facts['circle']])).toEqual([
    ['relationshipCircle', 'relationships[c>a]', ['a', 'b', 'c']],
    ['relationshipCircle', 'relationships[d>d]', ['d']],
  ]);
});

test.each([
  { minQuantity: 3, maxQuantity: 2 },
  { defaultQuantity: 5, maxQuantity: 4 },
  { defaultQuantity: 1, minQuantity: 2 },
  { defaultQuantity: 0 },
  { defaultQuantity: 1.5 },
  { minQuantity: -1 },
])('quantities out of range are refused: %j', quantities => {
  expect(problems({ relationships: [relationship('realizedAs', 'top', 'inner', quantities)] })).toEqual([
    'quantityOutOfRange relationships[top>inner].defaultQuantity',
  ]);
});

test('D2 a rule that could never take effect is refused', () => {
  const characteristic = { name: 'tier', mandatory: false, options: ['gold', 'silver'] };
  const specifications = [{ ...cfs('top'), characteristics: [characteristic] }, rfs('inner')];
  expect(problems({ rules: [rule('inner', 'top', 'x')] })).toEqual(['ruleWithoutRelationship rules[inner>top:x]']);
  expect(problems({ specifications, rules: [rule('top', 'inner', 'teir')] })).toEqual([
    'characteristicUnknown rules[top>inner:teir].characteristic',
  ]);
  expect(problems({ specifications, rules: [rule('top', 'inner', 'tier', ['Gold'])] })).toEqual([
    'ruleValueNotAnOption rules[top>inner:tier].values',
  ]);
});

test('D5 a mapping to an undeclared characteristic, or onto itself, is refused', () => {
  const specifications = [cfs('top', { site: null }), rfs('inner')];
  expect(
    problems({
      specifications,
      mappings: [mapping(['top', 'sight'], ['inner', 'x']), mapping(['top', 'site'], ['top', 'site'])],
    }),
  ).toEqual([
    'characteristicUnknown mappings[top.sight>inner.x].sourceCharacteristic',
    'mappingToItself mappings[top.site>top.site]',
  ]);
});

test('a default that is not an option is refused; a list of options is fine', () => {
  const withDefault = (defaultValue: string | string[]) => ({
    specifications: [
      { ...cfs('top'), characteristics: [{ name: 'tier', mandatory: false, options: ['a', 'b'], defaultValue }] },
      rfs('inner'),
    ],
  });
  expect(problems(withDefault('c'))).toEqual([
    'defaultNotAnOption specifications[top].characteristics[tier].defaultValue',
  ]);
  expect(problems(withDefault(['a', 'b']))).toEqual([]);
});

test('a template without tasks, a negative duration, an unknown task and an unknown template are refused', () => {
  expect(problems(planned([]))).toEqual(['templateWithoutTasks planTemplates[work].tasks']);
  expect(problems(planned([task('a', { durationMinutes: -5 })]))).toEqual([
    'durationNegative planTemplates[work].tasks[a].duration',
  ]);
  expect(
    problems(
      planned([
        task('a', { after: [{ kind: 'task', task: 'b' }] }),
        task('c', { after: [{ kind: 'specification', specification: 'inner', task: 'd' }] }),
      ]),
    ),
  ).toEqual([
    'taskUnknown planTemplates[work].tasks[a].after[0].task',
    'taskUnknown planTemplates[work].tasks[c].after[0].task',
  ]);
  expect(problems({ policies: [{ id: 'all', planTemplate: 'gone' }] })).toEqual([
    'planTemplateUnknown policies[all].planTemplate',
  ]);
});

test('T8 two rows that are equally narrow for one action and choose differently are refused', () => {
  const planTemplates = [template('one', [task('a')]), template('two', [task('a')])];
  const rows = (second: Partial<Catalog['policies'][number]>) =>
    problems({
      planTemplates,
      policies: [
        { id: '1', facing: 'customer', actions: ['add', 'change'], planTemplate: 'one' },
        { id: '2', facing: 'customer', planTemplate: 'two', ...second },
      ],
    });
  expect(rows({ actions: ['change', 'suspend'] })).toEqual(['policiesOverlap policies[2]']);
  expect(rows({ actions: ['suspend'] })).toEqual([]);
  expect(rows({})).toEqual([]);
});

test('a circle inside one template is named by its tasks; so is a template that waits for a task of its own', () => {
  const circle = [
    task('a', { after: [{ kind: 'task', task: 'b' }] }),
    task('b', { after: [{ kind: 'task', task: 'a' }] }),
  ];
  const [problem] = checkCatalog(catalogOf({ ...two, ...planned(circle) }));
  expect(problem).toMatchObject({ code: 'taskCircle', facts: { planTemplate: 'work', circle: ['a', 'b'] } });
  expect(problems(planned([task('a')], [{ kind: 'task', task: 'a' }]))).toEqual([
    'taskCircle planTemplates[work].tasks[a].after',
  ]);
});

test('a circle across templates is named once, with the specification and action whose plan shows it', () => {
  const found = checkCatalog(
    catalogOf({
      ...two,
      rules: [rule('top', 'inner', 'wanted')],
      planTemplates: [
        template('outer', [task('order'), task('close', { after: [{ kind: 'children' }] })]),
        template('inner', [task('dig', { after: [{ kind: 'specification', specification: 'top', task: 'close' }] })]),
      ],
      policies: [
        { id: '1', specification: 'top', planTemplate: 'outer' },
        { id: '2', specification: 'inner', planTemplate: 'inner' },
      ],
    }),
  );
  expect(found.length).toBe(1);
  expect(found[0]).toMatchObject({
    code: 'taskCircle',
    facts: {
      specification: 'top',
      action: 'add',
      circle: ['inner', 'top.close', 'inner.dig'],
      names: ['inner', 'Do close', 'Do dig'],
    },
  });
});

test('quantities that would make a plan of absurd size are refused', () => {
  const specifications = Array.from({ length: 8 }, (_, index) => rfs(`s${index}`));
  const relationships = specifications
    .slice(1)
    .map((_, index) => relationship('bundles', `s${index}`, `s${index + 1}`, { defaultQuantity: 10 }));
  expect(problems({ specifications, relationships })).toEqual(['planTooLarge specifications[s0]']);
});

test('products are catalogued, related and never planned', () => {
  expect(
    problems({
      specifications: [product('offer'), cfs('top'), rfs('inner')],
      relationships: [...two.relationships, relationship('realizedAs', 'offer', 'top')],
    }),
  ).toEqual([]);
});

/** Sound but for its dependencies, which may lead anywhere. */
const tangledCatalogs = fc
  .tuple(soundCatalogs, fc.array(fc.tuple(fc.nat(8), fc.nat(2), fc.nat(9), fc.boolean()), { maxLength: 6 }))
  .map(([sound, extra]): Catalog => {
    const kinds = new Map(sound.specifications.map(({ id, kind }) => [id, kind]));
    const added = (template: number, task: number): TemplateDependency[] =>
      extra
        .filter(([which, at, target]) => which === template && at === task && kinds.has(`s${target}`))
        .map(([, , target, children]) =>
          children ? { kind: 'children' } : { kind: 'specification', specification: `s${target}` },
        );
    return {
      ...sound,
      rules: [],
      mappings: [],
      relationships: sound.relationships.filter(({ type, source, target }) =>
        isPairAllowed(type, kinds.get(source) ?? 'product', kinds.get(target) ?? 'product'),
      ),
      planTemplates: sound.planTemplates
        .filter(({ tasks }) => tasks.length > 0)
        .map((row, index) => ({
          ...row,
          tasks: row.tasks.map((drawn, at) => ({
            ...drawn,
            after: [...drawn.after, ...added(index, at)].filter(
              after => after.kind !== 'specification' || kinds.has(after.specification),
            ),
          })),
        })),
      policies: sound.policies.filter(({ planTemplate }) =>
        sound.planTemplates.some(({ id, tasks }) => id === planTemplate && tasks.length > 0),
      ),
    };
  });

test('O5 a circle below a product is found, for a line may ask for what the product is made of', () => {
  const parts = {
    specifications: [product('bundle'), cfs('access')],
    relationships: [relationship('realizedAs', 'bundle', 'access')],
  };
  const after = [{ kind: 'specification', specification: 'access' }] as const;
  expect(problems({ ...parts, ...planned([task('turnUp', { after })]) })).toEqual(['taskCircle planTemplates[work]']);
});

test('O5 a catalog that passed the check never makes a plan with a circle', () => {
  fc.assert(
    fc.property(tangledCatalogs, soundLines, (catalog, lines) => {
      const found = checkCatalog(catalog);
      expect(found.filter(({ code }) => code !== 'taskCircle')).toEqual([]);
      const result = decompose({ lines, catalog: indexCatalog(catalog), at: '2026-11-23T05:20:00.000Z' });
      expect(result.ok || found.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

/** Every wait for a specification reaches beyond its line, by the letters of its template's id and its place. */
const widened = (catalog: Catalog, scopes: readonly (WaitScope | undefined)[]): Catalog => ({
  ...catalog,
  planTemplates: catalog.planTemplates.map((plan, at) => ({
    ...plan,
    tasks: plan.tasks.map(one => ({
      ...one,
      after: one.after.map(wait => {
        const within = scopes[at % scopes.length];
        return wait.kind === 'specification' && within !== undefined ? { ...wait, within } : wait;
      }),
    })),
  })),
});

test('O5 nor does it where parts wait across lines, whatever an order asks for, as long as its lines do not wait for each other', () => {
  const scopes = fc.array(fc.constantFrom(undefined, 'location' as const, 'order' as const), {
    minLength: 1,
    maxLength: 4,
  });
  const sites = fc.array(fc.constantFrom('North', 'South'), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(tangledCatalogs, soundLines, scopes, sites, (tangled, lines, wide, names) => {
      const catalog = widened(tangled, wide);
      const found = checkCatalog(catalog);
      const asked = lines.map((line, at) => ({ ...line, waitsFor: [], location: { name: names[at] ?? '' } }));
      const result = decompose({ lines: asked, catalog: indexCatalog(catalog), at: '2026-11-23T05:20:00.000Z' });
      expect(result.ok || found.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('O5 a circle that only two lines of one order close is refused, with the way round named', () => {
  const wait = (specification: string) =>
    task('work', { after: [{ kind: 'specification', specification, within: 'order' }] });
  const found = checkCatalog(
    catalogOf({
      specifications: [cfs('hub'), cfs('spoke')],
      planTemplates: [template('hub', [wait('spoke')]), template('spoke', [wait('hub')])],
      policies: [
        { id: '1', specification: 'hub', planTemplate: 'hub' },
        { id: '2', specification: 'spoke', planTemplate: 'spoke' },
      ],
    }),
  );
  expect(found).toMatchObject([
    { code: 'taskCircle', fix: 'removeOneOfCircle', facts: { within: 'order', circle: expect.any(Array) } },
  ]);
  expect(found[0]?.facts['circle']).toEqual(expect.arrayContaining(['hub.work', 'spoke.work']));
});
