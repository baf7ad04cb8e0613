import { expect, test } from 'vitest';
import type { JsonValue } from '../../domain/json.ts';
import { mergeCatalog } from './mergeCatalog.ts';
import { emptyCatalog } from '../../domain/catalog/catalog.ts';
import { readCatalogDocument } from './readCatalogDocument.ts';

type Desk = Record<string, JsonValue>;
const read = (desk: Desk, document: Desk = {}) =>
  readCatalogDocument(JSON.stringify({ ...document, fulfillmentDesk: desk }), 'catalog.json');
const problems = (desk: Desk, document?: Desk): readonly string[] => {
  const result = read(desk, document);
  return result.ok ? [] : result.error.map(({ code, path }) => `${code} ${path.replace('$.fulfillmentDesk.', '')}`);
};
const template = (task: Desk, parts: Desk = {}): Desk => ({
  planTemplates: [{ id: 'p', tasks: [{ key: 'a', title: 'A', duration: 'PT1H', ...task }], ...parts }],
});
function taskOf(task: Desk) {
  const result = read(template(task));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.planTemplates[0]?.tasks[0];
}

test('what a task needs, how soon it should be done and that it cannot be taken back are read', () => {
  expect(taskOf({ skill: 'splicing', sla: 'PT8H', pointOfNoReturn: true })).toMatchObject({
    skill: 'splicing',
    slaMinutes: 480,
    pointOfNoReturn: true,
  });
  expect(taskOf({ slaMinutes: 90, pointOfNoReturn: false })).not.toHaveProperty('pointOfNoReturn');
});

test('O10 what makes a task be done anew is read as a list of changes, or narrowed to some characteristics', () => {
  expect(taskOf({ reactsTo: ['location', 'Date'] })?.reactsTo).toEqual({
    changes: ['location', 'date'],
    characteristics: 'any',
  });
  const narrowed = { changes: ['characteristic'], characteristics: ['bandwidth'] };
  expect(taskOf({ reactsTo: narrowed })?.reactsTo).toEqual(narrowed);
  expect(taskOf({ reactsTo: [] })?.reactsTo).toEqual({ changes: [], characteristics: 'any' });
});

test('O13 how a finished task is taken back is read, or that there is nothing to take back', () => {
  expect(taskOf({ undo: 'nothing' })?.undo).toBe('nothing');
  expect(taskOf({ undo: { title: 'Free the port', duration: 15, group: 'network' } })?.undo).toEqual({
    title: 'Free the port',
    durationMinutes: 15,
    group: 'network',
  });
});

test('O5 O6 a start, a lag and other orders are read wherever something waits', () => {
  const after = [
    { task: 'b', lag: 'PT90M' },
    { children: true, on: 'start' },
    { specification: 'x', task: 't', on: 'end', lagMinutes: 5 },
    { specification: 'x', within: 'line' },
    { specification: 'x', within: 'order' },
    { otherOrders: 'location', specification: 'access' },
    { otherOrders: 'account', specification: 'access', task: 'measure', on: 'start', lag: 5, required: true },
  ];
  expect(taskOf({ after })?.after).toEqual([
    { kind: 'task', task: 'b', lagMinutes: 90 },
    { kind: 'children', on: 'start' },
    { kind: 'specification', specification: 'x', task: 't', lagMinutes: 5 },
    { kind: 'specification', specification: 'x' },
    { kind: 'specification', specification: 'x', within: 'order' },
    { kind: 'otherOrders', specification: 'access', same: 'location' },
    {
      kind: 'otherOrders',
      specification: 'access',
      task: 'measure',
      same: 'account',
      required: true,
      on: 'start',
      lagMinutes: 5,
    },
  ]);
});

test.each<readonly [string, Desk, string]>([
  [
    'a lag before its time',
    { after: [{ task: 'b', lag: '-PT5M' }] },
    'durationNegative planTemplates[0].tasks[0].after[0].lag',
  ],
  ['a time to be done in below zero', { sla: -5 }, 'durationNegative planTemplates[0].tasks[0].sla'],
  ['an undo without a duration', { undo: { title: 'x' } }, 'valueMissing planTemplates[0].tasks[0].undo.duration'],
  ['a misspelt kind of change', { reactsTo: ['locaton'] }, 'valueNotAllowed planTemplates[0].tasks[0].reactsTo[0]'],
  [
    'a misspelt start',
    { after: [{ task: 'b', on: 'begin' }] },
    'valueNotAllowed planTemplates[0].tasks[0].after[0].on',
  ],
  [
    'other orders of nobody',
    { after: [{ otherOrders: 'world', specification: 'x' }] },
    'valueNotAllowed planTemplates[0].tasks[0].after[0].otherOrders',
  ],
  [
    'other orders of one line',
    { after: [{ otherOrders: 'account', specification: 'x', within: 'order' }] },
    'keyUnknown planTemplates[0].tasks[0].after[0].within',
  ],
  [
    'an own task that is required',
    { after: [{ task: 'b', required: true }] },
    'keyUnknown planTemplates[0].tasks[0].after[0].required',
  ],
  [
    'a scope nobody knows',
    { after: [{ specification: 'x', within: 'account' }] },
    'valueNotAllowed planTemplates[0].tasks[0].after[0].within',
  ],
])('%s is refused with its path', (_what, task, problem) => {
  expect(problems(template(task))).toEqual([problem]);
});

const own = { serviceSpecification: [{ id: 'megabits', name: 'Megabits' }] };

test('D6 how a specification is delivered is read, of specifications of the document only', () => {
  const result = read({ quantities: [{ specification: 'megabits', quantity: 'whole' }] }, own);
  expect(result.ok && result.value.specifications[0]?.quantity).toBe('whole');
  expect(problems({ quantities: [{ specification: 'other', quantity: 'whole' }] }, own)).toEqual([
    'specificationUnknown quantities[0].specification',
  ]);
  expect(problems({ quantities: [{ specification: 'megabits', quantity: 'some' }] }, own)).toEqual([
    'valueNotAllowed quantities[0].quantity',
  ]);
});

test('D6 a specification imported anew without a word about it is delivered as before', () => {
  const draft = (desk: Desk) => {
    const result = read(desk, own);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  const first = mergeCatalog(
    emptyCatalog,
    draft({ quantities: [{ specification: 'megabits', quantity: 'whole' }] }),
    1,
  );
  expect(mergeCatalog(first, draft({}), 2).specifications[0]?.quantity).toBe('whole');
  expect(mergeCatalog(first, draft({ quantities: [] }), 2).specifications[0]?.quantity).toBeUndefined();
});

test('D1 rules about what lines need beside themselves are read, and those a document no longer has are gone', () => {
  const rule = { source: 'megabits', requires: 'access', sameLocation: true };
  const result = read({ compatibilityRules: [rule] }, own);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(result.value.compatibilityRules).toEqual([{ ...rule, id: 'megabits+access', within: 'either' }]);
  const first = mergeCatalog(emptyCatalog, result.value, 1);
  const without = read({ compatibilityRules: [] }, own);
  if (!without.ok) throw new Error(JSON.stringify(without.error));
  expect(mergeCatalog(first, without.value, 2).compatibilityRules).toEqual([]);
});
