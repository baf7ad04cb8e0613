import { expect, test } from 'vitest';
import type { Catalog, CompatibilityRule, TaskTemplate } from './catalog.ts';
import { checkCatalog } from './checkCatalog.ts';
import { listMappedRules } from './mappedRules.ts';
import { catalogOf, cfs, mapping, relationship, resource, rfs, rule, task, template } from './testing/catalogRows.ts';

const problems = (parts: Partial<Catalog>): readonly string[] =>
  checkCatalog(catalogOf(parts)).map(({ code, path }) => `${code} ${path}`);

const two: Partial<Catalog> = {
  specifications: [cfs('top', { bandwidth: null }), rfs('inner')],
  relationships: [relationship('realizedAs', 'top', 'inner')],
};
const planned = (topTask: Partial<TaskTemplate>, innerTask: Partial<TaskTemplate> = {}): Partial<Catalog> => ({
  ...two,
  planTemplates: [template('t', [task('a', topTask), task('b')]), template('i', [task('c', innerTask)])],
  policies: [
    { id: 'p1', specification: 'top', planTemplate: 't' },
    { id: 'p2', specification: 'inner', planTemplate: 'i' },
  ],
});

test('times below zero are refused: a lag, a time to be done in, the length of an undo', () => {
  expect(
    problems(
      planned({
        after: [{ kind: 'children', lagMinutes: -1 }],
        slaMinutes: -1,
        undo: { title: 'Back', durationMinutes: -1 },
      }),
    ),
  ).toEqual([
    'durationNegative planTemplates[t].tasks[a].sla',
    'durationNegative planTemplates[t].tasks[a].undo.duration',
    'durationNegative planTemplates[t].tasks[a].after[0].lag',
  ]);
});

test('times of more than ten years are refused: no plan could be dated with them', () => {
  const tenYears = 10 * 365 * 24 * 60;
  const lasting = (minutes: number) =>
    planned({ durationMinutes: minutes, slaMinutes: minutes, after: [{ kind: 'children', lagMinutes: minutes }] });
  expect(problems(lasting(tenYears))).toEqual([]);
  expect(problems(lasting(tenYears + 1))).toEqual([
    'durationTooLong planTemplates[t].tasks[a].duration',
    'durationTooLong planTemplates[t].tasks[a].sla',
    'durationTooLong planTemplates[t].tasks[a].after[0].lag',
  ]);
});

test('a reaction to a characteristic that no specification of the template has is refused', () => {
  const reactsTo = (...characteristics: readonly string[]) => ({
    reactsTo: { changes: ['characteristic' as const], characteristics },
  });
  expect(problems(planned(reactsTo('bandwidth', 'bandwith')))).toEqual([
    'characteristicUnknown planTemplates[t].tasks[a].reactsTo.characteristics',
  ]);
  expect(problems(planned({}, reactsTo('anything')))).toEqual([]);
});

test('O6 other orders are waited for by a specification, and a task, that the catalog has', () => {
  const waiting = (specification: string, key?: string): Partial<TaskTemplate> => ({
    after: [{ kind: 'otherOrders', specification, same: 'account', ...(key === undefined ? {} : { task: key }) }],
  });
  expect(problems(planned(waiting('inner', 'c')))).toEqual([]);
  expect(problems(planned(waiting('gone')))).toEqual([
    'specificationUnknown planTemplates[t].tasks[a].after[0].specification',
  ]);
  expect(problems(planned(waiting('inner', 'z')))).toEqual(['taskUnknown planTemplates[t].tasks[a].after[0].task']);
});

test('O5 tasks that wait for each other to start are a circle too, in one template and across templates', () => {
  const inOne = {
    ...two,
    planTemplates: [
      template('t', [
        task('a', { after: [{ kind: 'task', task: 'b', on: 'start' }] }),
        task('b', { after: [{ kind: 'task', task: 'a', on: 'start', lagMinutes: 5 }] }),
      ]),
    ],
  };
  expect(problems(inOne)).toEqual(['taskCircle planTemplates[t].tasks[b].after']);
  const [across] = checkCatalog(
    catalogOf(
      planned(
        { after: [{ kind: 'specification', specification: 'inner', task: 'c', on: 'start' }] },
        { after: [{ kind: 'specification', specification: 'top', task: 'a', on: 'start' }] },
      ),
    ),
  );
  expect(across?.code).toBe('taskCircle');
  expect(across?.facts['circle']).toEqual(['top.a', 'inner.c']);
});

test('O5 a task that waits for a start above itself is no circle', () => {
  expect(
    problems(planned({}, { after: [{ kind: 'specification', specification: 'top', task: 'a', on: 'start' }] })),
  ).toEqual([]);
});

test('D1 rules about what lines need name services of the catalog', () => {
  const rules = (source: string, requires: string): readonly CompatibilityRule[] => [
    { id: 'r', source, requires, within: 'either' },
  ];
  const specifications = [cfs('firewall'), cfs('access'), resource('box')];
  expect(problems({ specifications, compatibilityRules: rules('firewall', 'access') })).toEqual([]);
  expect(problems({ specifications, compatibilityRules: rules('gone', 'box') })).toEqual([
    'specificationUnknown compatibilityRules[r].source',
    'specificationNotOrderable compatibilityRules[r].requires',
  ]);
  const twice = [...rules('firewall', 'access'), ...rules('access', 'firewall')];
  expect(problems({ specifications, compatibilityRules: twice })).toEqual(['idTwice compatibilityRules[r].id']);
});

test('a mapping on whose value a rule depends is found', () => {
  const fed = mapping(['top', 'bandwidth'], ['inner', 'speed']);
  const other = mapping(['top', 'bandwidth'], ['inner', 'name']);
  const asks = rule('inner', 'box', 'speed');
  expect(listMappedRules({ mappings: [fed, other], rules: [asks] })).toEqual([{ mapping: fed, rules: [asks] }]);
});
