import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalog, TemplateDependency } from '../catalog/catalog.ts';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { catalogOf, cfs, relationship, resource, rfs, rule, task, template } from '../catalog/testing/catalogRows.ts';
import { managedFirewall } from '../catalog/testing/managedFirewall.ts';
import { soundCatalogs, soundLines } from '../catalog/testing/randomCatalog.ts';
import type { LineAction } from '../vocabulary/states.ts';
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

const run = (catalog: Catalog, lines: readonly DecomposableLine[]) =>
  decompose({ lines, catalog: indexCatalog(catalog), at });

function made(catalog: Catalog, ...lines: readonly DecomposableLine[]): Decomposed {
  const result = run(catalog, lines);
  if (!result.ok) throw new Error(result.error.path.join(' → '));
  return result.value;
}

const edges = (plan: Decomposed): string[] => plan.dependencies.map(({ before, after }) => `${before}→${after}`);
const hours = (plan: Decomposed): (readonly [string, number, number])[] =>
  plan.tasks.map(({ key, plannedStart, plannedEnd }) => [
    key,
    (Date.parse(plannedStart) - Date.parse(at)) / 3_600_000,
    (Date.parse(plannedEnd) - Date.parse(at)) / 3_600_000,
  ]);

test.each([
  ['add', 'Fulfill Line card'],
  ['change', 'Change Line card'],
  ['disconnect', 'Disconnect Line card'],
  ['suspend', 'Suspend Line card'],
  ['resume', 'Resume Line card'],
] as const)(
  'a domain order with neither template nor children gets one manual task: %s',
  (action: LineAction, title) => {
    const plan = made(catalogOf({ specifications: [{ ...rfs('card'), name: 'Line card' }] }), line('card', { action }));
    expect(plan.tasks).toEqual([
      {
        domainOrder: 1,
        key: 'fulfilManually',
        title,
        durationMinutes: 60,
        fields: [],
        plannedStart: at,
        plannedEnd: '2026-11-23T06:20:00.000Z',
      },
    ]);
    expect(plan.trace.entries[0]?.plan).toEqual({ choice: 'fallback' });
  },
);

test('a domain order without template that has children only represents them', () => {
  const plan = made(managedFirewall, line('managed-firewall'));
  expect(plan.tasks.some(({ domainOrder }) => domainOrder === 1)).toBe(false);
  expect(plan.trace.entries[0]?.plan).toEqual({ choice: 'representation' });
});

test('T8 the action on the line picks the set of tasks', () => {
  const catalog = catalogOf({
    specifications: [cfs('access')],
    planTemplates: [template('build', [task('dig'), task('splice')]), template('remove', [task('unplug')])],
    policies: [
      { id: 'any', planTemplate: 'build' },
      { id: 'gone', specification: 'access', actions: ['disconnect'], planTemplate: 'remove' },
    ],
  });
  expect(made(catalog, line('access')).tasks.map(({ key }) => key)).toEqual(['dig', 'splice']);
  const gone = made(catalog, line('access', { action: 'disconnect' }));
  expect(gone.tasks.map(({ key }) => key)).toEqual(['unplug']);
  expect(gone.trace.entries[0]?.plan).toEqual({ choice: 'policy', policy: 'gone', template: 'remove' });
  expect(gone.domainOrders[0]?.planTemplate).toBe('remove');
});

test('T8 a task carries everything its template says of it', () => {
  const fields = [{ name: 'serialNumber', mandatory: true, label: 'Serial number' }];
  const catalog = catalogOf({
    specifications: [cfs('access')],
    planTemplates: [
      template('build', [task('install', { instructions: 'Ring first', group: 'field', fields, durationMinutes: 90 })]),
    ],
    policies: [{ id: 'any', planTemplate: 'build' }],
  });
  expect(made(catalog, line('access')).tasks[0]).toMatchObject({
    instructions: 'Ring first',
    group: 'field',
    fields,
    durationMinutes: 90,
  });
});

test('O5 tasks wait for tasks, for children, for specifications and for single tasks of theirs', () => {
  const catalog = catalogOf({
    specifications: [cfs('top'), rfs('access'), rfs('router')],
    relationships: [
      relationship('realizedAs', 'top', 'access', { order: 1 }),
      relationship('realizedAs', 'top', 'router', { order: 2 }),
    ],
    planTemplates: [
      template(
        'handover',
        [task('test'), task('hand-over', { after: [{ kind: 'task', task: 'test' }] })],
        [{ kind: 'children' }],
      ),
      template('dig', [task('dig', { durationMinutes: 180 })]),
      template(
        'configure',
        [task('ship'), task('configure', { after: [{ kind: 'specification', specification: 'access', task: 'dig' }] })],
        [{ kind: 'specification', specification: 'access' }],
      ),
    ],
    policies: [
      { id: '1', specification: 'top', planTemplate: 'handover' },
      { id: '2', specification: 'access', planTemplate: 'dig' },
      { id: '3', specification: 'router', planTemplate: 'configure' },
    ],
  });
  const plan = made(catalog, line('top'));
  expect(edges(plan)).toEqual(['D2→D1', 'D3→D1', 'T1→T2', 'D2→D3', 'T3→T5']);
  expect(hours(plan)).toEqual([
    ['test', 4, 5],
    ['hand-over', 5, 6],
    ['dig', 0, 3],
    ['ship', 3, 4],
    ['configure', 3, 4],
  ]);
});

test('O5 what waits for a skipped target waits for nothing', () => {
  const catalog = catalogOf({
    specifications: [cfs('top'), rfs('extra')],
    relationships: [relationship('realizedAs', 'top', 'extra')],
    rules: [rule('top', 'extra', 'wanted')],
    planTemplates: [template('close', [task('close', { after: [{ kind: 'specification', specification: 'extra' }] })])],
    policies: [{ id: '1', specification: 'top', planTemplate: 'close' }],
  });
  expect(edges(made(catalog, line('top')))).toEqual([]);
});

test('O5 a specification is waited for inside its own line only', () => {
  const catalog = catalogOf({
    specifications: [cfs('top'), rfs('inner')],
    relationships: [relationship('realizedAs', 'top', 'inner')],
    planTemplates: [template('close', [task('close', { after: [{ kind: 'specification', specification: 'inner' }] })])],
    policies: [{ id: '1', specification: 'top', planTemplate: 'close' }],
  });
  expect(edges(made(catalog, line('top'), line('top', { number: 2 })))).toEqual(['D2→T1', 'D4→T3']);
});

/** Each `top` closes after every `inner` that the wait finds; lines 1 and 3 are at one site, 2 at another, 4 at none. */
const acrossLines = (wait: Partial<Extract<TemplateDependency, { readonly kind: 'specification' }>>): string[] => {
  const catalog = catalogOf({
    specifications: [cfs('top'), rfs('inner')],
    relationships: [relationship('realizedAs', 'top', 'inner')],
    planTemplates: [
      template('close', [task('close', { after: [{ kind: 'specification', specification: 'inner', ...wait }] })]),
    ],
    policies: [{ id: '1', specification: 'top', planTemplate: 'close' }],
  });
  const north = { location: { name: 'North' } };
  return edges(
    made(
      catalog,
      line('top', north),
      line('top', { number: 2, location: { name: 'South' } }),
      line('top', { number: 3, parent: 1 }),
      line('top', { number: 4 }),
    ),
  );
};

test('O5 a specification is waited for in every line of the order, or of the site, where the template says so', () => {
  const own = ['D2→T1', 'D4→T3', 'D6→T5', 'D8→T7'];
  expect(acrossLines({})).toEqual(own);
  expect(acrossLines({ within: 'location' })).toEqual(['D2→T1', 'D6→T1', 'D4→T3', 'D2→T5', 'D6→T5', 'D8→T7']);
  expect(acrossLines({ within: 'order' })).toHaveLength(16);
});

test('O5 what waits for its own kind in other lines does not wait for itself', () => {
  const last = { kind: 'specification', specification: 'a', task: 'dig', within: 'order' } as const;
  const catalog = catalogOf({
    specifications: [cfs('a')],
    planTemplates: [template('a', [task('dig'), task('close', { after: [last] })])],
    policies: [{ id: '1', planTemplate: 'a' }],
  });
  expect(edges(made(catalog, line('a'), line('a', { number: 2 })))).toEqual(['T3→T2', 'T1→T4']);
});

test('O5 a line that waits for another starts when that one and everything nested in it has ended', () => {
  const plan = made(
    catalogOf({ specifications: [cfs('a'), cfs('b')] }),
    line('a'),
    line('a', { number: 2, parent: 1, waitsFor: [] }),
    line('b', { number: 3, waitsFor: [1, 1] }),
    line('b', { number: 4, parent: 3, waitsFor: [2] }),
  );
  expect(edges(plan)).toEqual(['L1→L3', 'L2→L4']);
  expect(hours(plan).map(([, start]) => start)).toEqual([0, 0, 1, 1]);
});

test('a line that makes nothing is not waited for', () => {
  const plan = made(
    catalogOf({ specifications: [cfs('a')] }),
    line('a', { action: 'noChange' }),
    line('a', { number: 2, waitsFor: [1, 7] }),
  );
  expect(edges(plan)).toEqual([]);
});

test('lines that wait for each other are refused with the circle', () => {
  const lines = [line('a', { waitsFor: [2], name: 'Access' }), line('a', { number: 2, waitsFor: [1] })];
  const result = run(catalogOf({ specifications: [cfs('a')] }), lines);
  const parts = [{ id: 'L1', name: 'Access' }, { id: 'L2' }];
  expect(result).toMatchObject({ ok: false, error: { code: 'PlanHasCycle', path: ['L1', 'L2'], parts } });
});

test('a nested line that the outer one waits for, and a line that waits for itself, are circles', () => {
  const catalog = catalogOf({ specifications: [cfs('a')] });
  expect(run(catalog, [line('a', { waitsFor: [1] })])).toMatchObject({ error: { path: ['L1'] } });
  const nested = run(catalog, [line('a', { waitsFor: [2] }), line('a', { number: 2, parent: 1 })]);
  expect(nested).toMatchObject({ error: { path: ['L1', 'L2'] } });
});

test('a circle across domain orders is refused with its tasks by name', () => {
  const catalog = catalogOf({
    specifications: [cfs('top'), rfs('left'), rfs('right')],
    relationships: [relationship('realizedAs', 'top', 'left'), relationship('realizedAs', 'top', 'right')],
    planTemplates: [
      template('l', [task('lay', { after: [{ kind: 'specification', specification: 'right', task: 'rent' }] })]),
      template('r', [task('rent', { after: [{ kind: 'specification', specification: 'left' }] })]),
    ],
    policies: [
      { id: '1', specification: 'left', planTemplate: 'l' },
      { id: '2', specification: 'right', planTemplate: 'r' },
    ],
  });
  const result = run(catalog, [line('top')]);
  const parts = [{ name: 'left' }, { name: 'Do rent' }, { name: 'Do lay' }];
  expect(result).toMatchObject({ error: { path: ['D2', 'T2', 'T1'], parts } });
});

test('O5 every plan is free of circles and no task is planned before what it waits for has ended', () => {
  fc.assert(
    fc.property(soundCatalogs, soundLines, (catalog, lines) => {
      const { tasks, domainOrders, dependencies } = made(catalog, ...lines);
      const endOfDomainOrder = (number: number): string => {
        const own = tasks.filter(({ domainOrder }) => domainOrder === number).map(({ plannedEnd }) => plannedEnd);
        const below = domainOrders.flatMap(({ parent }, index) =>
          parent === number ? [endOfDomainOrder(index + 1)] : [],
        );
        return [at, ...own, ...below].reduce((a, b) => (a > b ? a : b));
      };
      const inLine = (number: number) => tasks.filter(task => domainOrders[task.domainOrder - 1]?.line === number);
      for (const { before, after } of dependencies) {
        const [kind, number] = [before[0], Number(before.slice(1))];
        const end =
          kind === 'T'
            ? tasks[number - 1]?.plannedEnd
            : kind === 'D'
              ? endOfDomainOrder(number)
              : inLine(number).reduce((last, task) => (task.plannedEnd > last ? task.plannedEnd : last), at);
        const target = Number(after.slice(1));
        const waiting = after.startsWith('T')
          ? [tasks[target - 1]]
          : after.startsWith('D')
            ? tasks.filter(({ domainOrder }) => domainOrder === target)
            : inLine(target);
        for (const task of waiting) expect((task?.plannedStart ?? '') >= (end ?? '')).toBe(true);
      }
      expect(new Set(dependencies.map(({ before, after }) => `${before}${after}`)).size).toBe(dependencies.length);
    }),
  );
});

test('ten thousand tasks are decomposed and dated in one go', () => {
  const sites = 1250;
  const plan = made(
    catalogOf({
      specifications: [cfs('network'), rfs('site'), resource('router')],
      relationships: [
        relationship('realizedAs', 'network', 'site', { defaultQuantity: sites }),
        relationship('requires', 'site', 'router'),
      ],
      planTemplates: [
        template(
          'work',
          Array.from({ length: 4 }, (_, index) =>
            task(`t${index}`, { after: index === 0 ? [] : [{ kind: 'task', task: `t${index - 1}` }] }),
          ),
          [{ kind: 'children' }],
        ),
      ],
      policies: [
        { id: '1', specification: 'site', planTemplate: 'work' },
        { id: '2', specification: 'router', planTemplate: 'work' },
      ],
    }),
    line('network'),
  );
  expect(plan.tasks.length).toBe(sites * 8);
  expect(hours(plan)[3]).toEqual(['t3', 7, 8]);
});
