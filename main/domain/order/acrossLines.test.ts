import { expect, test } from 'vitest';
import { catalogOf, cfs, relationship, rfs, rule, task, template } from '../catalog/testing/catalogRows.ts';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { viewPlan } from '../plan/planView.ts';
import { whyWaiting } from '../plan/whyWaiting.ts';
import { previewApproval } from './preview.ts';
import { after, captured, line } from './testing/captures.ts';
import { faultsOf } from './testing/invariants.ts';
import { asking, changed } from './testing/revisions.ts';
import { given, minute, type Story } from './testing/story.ts';

/** A hub opens when every spoke of the order is connected; a spoke with `mast` has a mast that waits for the hub's survey. */
const hubAndSpokes = catalogOf({
  specifications: [cfs('hub'), cfs('spoke'), rfs('mast')],
  relationships: [relationship('realizedAs', 'spoke', 'mast')],
  rules: [rule('spoke', 'mast', 'mast')],
  planTemplates: [
    template('hub', [
      task('survey'),
      task('open', { after: [{ kind: 'specification', specification: 'spoke', task: 'connect', within: 'order' }] }),
    ]),
    template('spoke', [task('connect', { fields: [{ name: 'mast', mandatory: false }] })]),
    template('mast', [
      task('raise', { after: [{ kind: 'specification', specification: 'hub', task: 'survey', within: 'order' }] }),
    ]),
  ],
  policies: [
    { id: 'p1', specification: 'hub', planTemplate: 'hub' },
    { id: 'p2', specification: 'spoke', planTemplate: 'spoke' },
    { id: 'p3', specification: 'mast', planTemplate: 'mast' },
  ],
});
const [survey, open, first, second] = [1, 2, 3, 4];
const lines = [line('1', 'hub'), line('2', 'spoke'), line('3', 'spoke')];
const order = (): Story => given(captured(lines), hubAndSpokes).approved();

test('O5 a task waits for tasks of other lines, says which, and opens with the last of them', () => {
  const waiting = order().done(first);
  expect([survey, open, second].map(number => waiting.task(number).state)).toEqual(['open', 'draft', 'open']);
  expect(whyWaiting(viewPlan(waiting.order), 'T2')).toMatchObject({
    cause: 'predecessors',
    on: [{ key: 'T4', title: 'ORDL0000421-3 Do connect' }],
  });
  const free = waiting.done(second);
  expect(free.task(open).state).toBe('open');
  expect(faultsOf(free.order)).toEqual([]);
});

test('O5 what a change adds is waited for across lines, and so is what a value brings', () => {
  const more = changed(order(), [
    {
      kind: 'addLine',
      line: {
        itemId: '4',
        action: 'add',
        quantity: 1,
        specification: { id: 'spoke' },
        contacts: [],
        characteristics: [],
        relationships: [],
      },
    },
  ]);
  const worked = more.done(first).done(second);
  expect(worked.task(open).state).toBe('draft');
  expect(worked.done(5).task(open).state).toBe('open');
  const grown = worked.started(5).and({ type: 'completeTask', task: 5, values: [{ name: 'mast', value: 'yes' }] });
  expect(grown.task(6)).toMatchObject({ state: 'draft', predecessors: ['T1'] });
  expect(grown.done(survey).task(6).state).toBe('open');
});

test('O5 an order whose own lines wait the other way round is not approved, and the way round is named with its lines', () => {
  const [hub, spoke] = [line('1', 'hub'), line('2', 'spoke', after('1'))];
  const turned = given(captured([hub, spoke]), hubAndSpokes);
  const { refusal } = turned.when({ type: 'approve' });
  expect(refusal).toMatchObject({ code: 'PlanHasCycle' });
  const path = refusal?.code === 'PlanHasCycle' ? refusal.path : [];
  expect(path).toEqual(expect.arrayContaining(['ORDL0000421-1 Do open', 'ORDL0000421-2 Do connect']));
  const ahead = previewApproval(turned.order, indexCatalog(hubAndSpokes), minute(1));
  expect(ahead).toEqual({ ok: false, error: refusal });
});

test('O5 a change that would have lines wait for each other in a circle is refused with the way round', () => {
  const { refusal } = order().when(
    asking([
      {
        kind: 'addLine',
        line: { ...line('4', 'spoke', after('1')), relationships: [{ type: 'reliesOn', itemId: '1', waits: true }] },
      },
    ]),
  );
  expect(refusal).toMatchObject({ code: 'PlanHasCycle' });
});
