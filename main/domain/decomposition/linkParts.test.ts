import { expect, test } from 'vitest';
import type { Catalog, OutsideTemplateDependency } from '../catalog/catalog.ts';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { catalogOf, cfs, relationship, rfs, task, template } from '../catalog/testing/catalogRows.ts';
import { decompose, type Decomposable } from './decompose.ts';
import type { Decomposed } from './decomposed.ts';

const at = '2026-11-23T08:00:00.000Z';

function made(catalog: Catalog, parts: Partial<Decomposable> = {}): Decomposed {
  const line = { number: 1, action: 'add' as const, matched: 'top', quantity: 1, characteristics: [], waitsFor: [] };
  const result = decompose({ lines: [line], catalog: indexCatalog(catalog), at, ...parts });
  if (!result.ok) throw new Error(result.error.path.join(' → '));
  return result.value;
}

const planned = (tasks: Parameters<typeof template>[1], after: Parameters<typeof template>[2] = []): Catalog =>
  catalogOf({
    specifications: [cfs('top'), rfs('part')],
    relationships: [relationship('realizedAs', 'top', 'part')],
    planTemplates: [template('top', tasks, after), template('part', [task('make')])],
    policies: [
      { id: 'p1', specification: 'top', planTemplate: 'top' },
      { id: 'p2', specification: 'part', planTemplate: 'part' },
    ],
  });

test('O5 a dependency on a start and a lag are declared in the template and stand in the plan', () => {
  const plan = made(
    planned([
      task('cast'),
      task('cure', { after: [{ kind: 'task', task: 'cast', lagMinutes: 90 }] }),
      task('watch', { after: [{ kind: 'specification', specification: 'part', on: 'start', lagMinutes: 15 }] }),
      task('log', { after: [{ kind: 'task', task: 'cast', on: 'start' }] }),
    ]),
  );
  expect(plan.dependencies).toEqual([
    { before: 'T1', after: 'T2', lagMinutes: 90 },
    { before: 'D2', after: 'T3', on: 'start', lagMinutes: 15 },
    { before: 'T1', after: 'T4', on: 'start' },
  ]);
});

test('O5 of two dependencies between the same two tasks the end and the longer lag hold', () => {
  const plan = made(
    planned([
      task('a'),
      task('b', {
        after: [
          { kind: 'task', task: 'a', on: 'start', lagMinutes: 30 },
          { kind: 'task', task: 'a' },
        ],
      }),
    ]),
  );
  expect(plan.dependencies).toEqual([{ before: 'T1', after: 'T2', lagMinutes: 30 }]);
});

const wanted = (specification: string): OutsideTemplateDependency => ({
  kind: 'otherOrders',
  specification,
  same: 'location',
});
const other = { order: 'order-9', orderNumber: 'ORD0000009', node: 'D4' as const, title: 'Access' };

test('O6 a task of a template waits for what other orders have, and the plan says for which part of which', () => {
  const plan = made(planned([task('a'), task('b', { after: [wanted('access')] })]), {
    outside: ({ specification }, line) => (specification === 'access' && line === 1 ? [other] : []),
  });
  expect(plan.outside).toEqual([{ task: 2, ...other }]);
  expect(plan.dependencies).toEqual([]);
});

test('O6 when the whole template waits, its first tasks do, each once', () => {
  const tasks = [
    task('a'),
    task('b', { after: [{ kind: 'task', task: 'a' }] }),
    task('c', { after: [wanted('access')] }),
  ];
  const plan = made(planned(tasks, [wanted('access')]), { outside: () => [other, other] });
  expect(plan.outside).toEqual([
    { task: 1, ...other },
    { task: 3, ...other },
  ]);
});

test('O6 without other orders nothing is waited for', () => {
  expect(made(planned([task('a')], [wanted('access')])).outside).toBeUndefined();
});

test('what a template says of a task goes with it into the plan', () => {
  const said = { skill: 'splicing', slaMinutes: 240, pointOfNoReturn: true } as const;
  const [top] = made(planned([task('a', { ...said, reactsTo: { changes: ['date'], characteristics: 'any' } })])).tasks;
  expect(top).toMatchObject(said);
  expect(top).not.toHaveProperty('reactsTo');
});
