import { expect, test } from 'vitest';
import type { Catalog } from '../../domain/catalog/catalog.ts';
import { indexCatalog } from '../../domain/catalog/indexCatalog.ts';
import {
  catalogOf,
  cfs,
  relationship,
  resource,
  rfs,
  rule,
  task,
  template,
} from '../../domain/catalog/testing/catalogRows.ts';
import { captured, line } from '../../domain/order/testing/captures.ts';
import { given, type Story } from '../../domain/order/testing/story.ts';
import { breakdownOf, type LineParts } from './breakdown.ts';

const catalog: Catalog = catalogOf({
  specifications: [
    cfs('access'),
    resource('trench'),
    resource('permit'),
    rfs('line'),
    { ...cfs('guard'), name: 'Guard' },
  ],
  relationships: [
    relationship('requires', 'access', 'trench', { order: 1 }),
    relationship('bundles', 'trench', 'permit'),
    relationship('realizedAs', 'access', 'line', { order: 2 }),
  ],
  rules: [rule('access', 'trench', 'duct', ['blocked'])],
  planTemplates: [template('survey', [task('survey', { fields: [{ name: 'duct', mandatory: false }] })])],
  policies: [{ id: 'p', specification: 'access', planTemplate: 'survey' }],
  compatibilityRules: [{ id: 'r', name: 'Guarded', source: 'guard', requires: 'access', within: 'order' }],
});

const approved = (...lines: readonly Parameters<typeof line>[]): Story =>
  given(captured(lines.map(parts => line(...parts))), catalog).approved();
const partsOf = ({ order, line: lineAt }: Story, number: number): LineParts =>
  breakdownOf(order, indexCatalog(catalog)).partsOf(lineAt(number));
const rowsOf = (story: Story, number = 1) =>
  partsOf(story, number).entries.map(({ depth, target, verdict, reconsidered }) => [
    depth,
    target,
    verdict,
    reconsidered,
  ]);
const recording = (value: string) => ({ type: 'recordValues', task: 1, values: [{ name: 'duct', value }] }) as const;

test('D4 D7 a target that was looked at again stands where it was skipped, with what is below it', () => {
  const story = approved(['1', 'access']).started(1);
  expect(rowsOf(story)).toEqual([
    [0, 'access', 'created', false],
    [1, 'trench', 'skipped', false],
    [1, 'line', 'created', false],
  ]);
  expect(rowsOf(story.and(recording('blocked')))).toEqual([
    [0, 'access', 'created', false],
    [1, 'trench', 'created', true],
    [2, 'permit', 'created', false],
    [1, 'line', 'created', false],
  ]);
});

test('D4 D8 a target skipped for good says by which value', () => {
  const { entries } = partsOf(approved(['1', 'access']).started(1).and(recording('free')), 1);
  expect(entries[1]).toMatchObject({
    verdict: 'skipped',
    reconsidered: true,
    rules: [{ input: 'free', from: 'task', passed: false }],
  });
});

test('X3 why something was not made is answered from the trace that the order keeps', () => {
  const [, trench] = partsOf(approved(['1', 'access']), 1).entries;
  expect(trench).toMatchObject({
    target: 'trench',
    reason: 'ruleFailed',
    rules: [{ rule: 'access>trench:duct', characteristic: 'duct', expected: ['blocked'], from: 'missing' }],
    domainOrder: null,
  });
});

test('D6 each unit of a line says which it is of how many', () => {
  const tops = partsOf(approved(['1', 'access', { quantity: 3 }]), 1).entries.filter(({ depth }) => depth === 0);
  expect(tops.map(({ copy }) => copy)).toEqual([1, 2, 3].map(number => ({ number, of: 3 })));
});

test('D1 what a line needs is told with where it was found', () => {
  const story = approved(['1', 'guard'], ['2', 'access']);
  expect(partsOf(story, 1).companions).toEqual([
    { rule: 'Guarded', requires: 'access', requiresName: 'access', found: 'line', by: 'L2' },
  ]);
  expect(partsOf(story, 2).companions).toEqual([]);
});
