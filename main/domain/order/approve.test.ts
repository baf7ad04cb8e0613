import { expect, test } from 'vitest';
import { catalogOf, cfs, relationship, rfs, task, template } from '../catalog/testing/catalogRows.ts';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { emptyTable, rowsOf } from '../table.ts';
import { decomposeOrder } from './decomposeOrder.ts';
import { orderStates, type LineAction } from '../vocabulary/states.ts';
import { after, captured, line } from './testing/captures.ts';
import { internet, tasks } from './testing/catalogs.ts';
import { agent, fulfiller, manager } from './testing/people.ts';
import { eventsOf, given, minute, Story, typesOf } from './testing/story.ts';

const order = captured([line('1', 'internet')]);

test('A2 approve takes a New order through Acknowledged to In progress, in one step', () => {
  const { events, after: approved } = given(order).when({ type: 'approve' });
  expect(typesOf(events)).toEqual([
    'OrderApproved',
    'InventoryPlanned',
    'OrderDecomposed',
    'OrderStarted',
    'DomainOrderQualified',
    'TasksOpened',
  ]);
  expect(approved.order).toMatchObject({ state: 'inProgress', actualStart: minute(1) });
  expect(approved.line(1).state).toBe('scheduled');
});

test('A2 approve is refused to somebody without the permission, by its name and with the roles that have it', () => {
  expect(given(order).when({ type: 'approve' }, { by: agent }).refusal).toEqual({
    code: 'NotPermitted',
    permission: 'order.approve',
    roles: ['serviceOrderManager', 'fulfillmentManager'],
  });
});

test.each([manager, fulfiller])('A2 approve is granted to the role of $id', by => {
  expect(given(order).when({ type: 'approve' }, { by }).refusal).toBeNull();
});

test('A2 approve works from New and from no other state', () => {
  const story = given(order);
  const answers = orderStates.map(state => {
    const other = new Story({ ...story.order, state }, story.log, story.catalog, story.commands);
    return [state, other.when({ type: 'approve' }).refusal];
  });
  expect(answers).toEqual(
    orderStates.map(found => [
      found,
      found === 'new' ? null : { code: 'WrongState', subject: 'order', id: 'ORD0000421', found, needed: ['new'] },
    ]),
  );
});

test('A2 an approved order cannot be approved again', () => {
  expect(given(order).approved().when({ type: 'approve' }).refusal).toMatchObject({ found: 'inProgress' });
});

test('A2 the decision is kept with who and when', () => {
  expect(given(order).approved({ by: fulfiller }).order.decisions).toEqual([
    { verdict: 'approved', by: 'fulfiller', at: minute(1) },
  ]);
});

test('an order whose service nobody knows is not approved, and the check that stands in the way is named with its lines', () => {
  const story = given(captured([line('1', 'internet'), line('2', 'fax')]));
  expect(story.when({ type: 'approve' }).refusal).toEqual({
    code: 'CheckFailed',
    checks: [{ check: 'specification', lines: ['ORDL0000421-2'] }],
  });
});

test('an order without lines is not approved', () => {
  expect(given(captured([])).when({ type: 'approve' }).refusal).toEqual({
    code: 'CheckFailed',
    checks: [{ check: 'hasLines', lines: [] }],
  });
});

test('a check that is only a warning does not stand in the way', () => {
  const { location: _location, ...bare } = line('1', 'internet');
  expect(given(captured([bare], { contacts: [] })).when({ type: 'approve' }).refusal).toBeNull();
});

test('a plan in which parts wait for each other in a circle is refused with the circle', () => {
  const catalog = catalogOf({
    ...internet,
    planTemplates: [
      template('round', [
        task('a', { after: [{ kind: 'task', task: 'b' }] }),
        task('b', { after: [{ kind: 'task', task: 'a' }] }),
      ]),
    ],
    policies: [{ id: 'p', planTemplate: 'round' }],
  });
  const { refusal } = given(captured([line('1', 'voice')]), catalog).when({ type: 'approve' });
  expect(refusal).toMatchObject({ code: 'PlanHasCycle' });
});

test('decomposition makes the domain orders of every line, under each other as the specifications are', () => {
  const story = given(captured([line('1', 'internet'), line('2', 'voice')])).approved();
  expect([...rowsOf(story.order.plan?.domainOrders ?? emptyTable)]).toMatchObject([
    { id: 'D1', line: 1, specification: 'internet', children: [2, 3], tasks: [tasks.check] },
    { id: 'D2', line: 1, parent: 1, specification: 'access', tasks: [tasks.survey, tasks.install] },
    { id: 'D3', line: 1, parent: 1, specification: 'router', kind: 'resource', tasks: [tasks.ship] },
    { id: 'D4', line: 2, specification: 'voice', tasks: [5] },
  ]);
});

test('exactly one placeholder stands for every line after approval, nested and unchanged ones too', () => {
  const actions: readonly LineAction[] = ['add', 'change', 'disconnect', 'suspend', 'resume', 'noChange'];
  const lines = actions.map((action, index) =>
    line(String(index), 'internet', { action, ...(action === 'add' ? {} : { serviceId: `svc-${index}` }) }),
  );
  const nested = line('nested', 'voice', { parent: 1, name: 'Phone' });
  const story = given(captured([...lines, nested])).approved();
  expect([...rowsOf(story.order.inventory)].map(({ line: of }) => of)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect([...rowsOf(story.order.lines)].map(({ inventory }) => inventory)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect([...rowsOf(story.order.inventory)].map(({ state }) => state)).toEqual([
    'installationPending',
    'changePending',
    'changePending',
    'changePending',
    'changePending',
    'active',
    'installationPending',
  ]);
  expect(story.item(1)).toMatchObject({ id: 'I1', serviceId: 'ORD0000421-1', specification: 'internet' });
  expect(story.item(2).serviceId).toBe('svc-1');
  expect(story.item(7)).toMatchObject({ name: 'Phone', specification: 'voice' });
});

test('D10 an order keeps the catalog version it was decomposed with, and its plan, when a newer one comes', () => {
  const newer = catalogOf({ ...internet, version: 2, planTemplates: [], mappings: [] });
  const old = given(order).approved();
  const { events, after: later } = old.when({ type: 'startTask', task: tasks.ship }, { catalog: newer });
  expect(old.order.plan?.catalogVersion).toBe(1);
  expect(later.order.plan?.catalogVersion).toBe(1);
  expect(later.order.plan?.tasks.size).toBe(4);
  expect(eventsOf(events, 'OrderDecomposed')).toEqual([]);
  expect(given(order, newer).approved().order.plan?.catalogVersion).toBe(2);
});

const byPolicy = catalogOf({
  specifications: [cfs('tv'), cfs('radio')],
  planTemplates: ['build', 'change', 'stop', 'other'].map(id => template(id, [task(id)])),
  policies: [
    { id: 'p1', specification: 'tv', planTemplate: 'build' },
    { id: 'p2', specification: 'tv', actions: ['change', 'resume'], planTemplate: 'change' },
    { id: 'p3', specification: 'tv', actions: ['disconnect'], planTemplate: 'stop' },
    { id: 'p4', kind: 'service', planTemplate: 'other' },
  ],
});

test.each([
  ['tv', 'add', 'build'],
  ['tv', 'change', 'change'],
  ['tv', 'resume', 'change'],
  ['tv', 'disconnect', 'stop'],
  ['tv', 'suspend', 'build'],
  ['radio', 'add', 'other'],
] as const)('T8 the tasks of a line for %s with action %s are those of the template %s', (of, action, expected) => {
  const story = given(captured([line('1', of, { action, serviceId: 's' })]), byPolicy).approved();
  expect(story.domainOrder(1).planTemplate).toBe(expected);
  expect(story.task(1)).toMatchObject({ key: expected, domainOrder: 1, line: 1 });
});

test('T8 a domain order no row of the table matches has one task to do by hand, so that nothing is left to nobody', () => {
  const story = given(captured([line('1', 'voice')])).approved();
  expect(story.task(1)).toMatchObject({ state: 'open', domainOrder: 1, title: 'Fulfill voice' });
});

test('tasks take the priority of their order and their planned dates from the durations', () => {
  const story = given(captured([line('1', 'internet')], { priority: 'critical' })).approved();
  expect(story.task(tasks.ship)).toMatchObject({
    priority: 'critical',
    plannedStart: minute(1),
    plannedEnd: minute(61),
  });
  expect(story.task(tasks.check)).toMatchObject({ plannedStart: minute(181), plannedEnd: minute(241) });
});

test('an order that changes nothing is completed by its approval, with its inventory left as it is', () => {
  const lines = [line('1', 'internet', { action: 'noChange' }), line('2', 'fax', { action: 'noChange', parent: 1 })];
  const { events, after: done } = given(captured(lines)).when({ type: 'approve' });
  expect(typesOf(events).slice(-3)).toEqual(['LineCompleted', 'LineCompleted', 'OrderCompleted']);
  expect(done.order).toMatchObject({ state: 'completed', actualEnd: minute(1) });
  expect([done.item(1).state, done.item(2).state]).toEqual(['active', 'active']);
});

test('a line that asks for nothing is done at approval while the others are worked on', () => {
  const lines = [line('1', 'internet'), line('2', 'fax', { action: 'noChange', ...after('1') })];
  const story = given(captured(lines)).approved();
  expect([story.line(1).state, story.line(2).state]).toEqual(['scheduled', 'completed']);
  expect(story.order).toMatchObject({ state: 'inProgress', remaining: 1 });
});

test('a line is done with what is nested in it, even when nothing is asked of itself', () => {
  const lines = [line('1', 'fax', { action: 'noChange' }), line('2', 'voice', { parent: 1 })];
  const story = given(captured(lines)).approved();
  expect([story.line(1).state, story.line(2).state]).toEqual(['scheduled', 'scheduled']);
  expect(story.done(1).order.state).toBe('completed');
});

test('D9 what approval would make is told beforehand, and is what it then makes', () => {
  const story = given(captured([line('1', 'internet'), line('2', 'voice', after('1'))]));
  const before = structuredClone(story.order);
  const told = decomposeOrder(story.order, indexCatalog(internet), minute(1));
  expect(story.order).toEqual(before);
  const { events } = story.when({ type: 'approve' });
  const [made] = eventsOf(events, 'OrderDecomposed');
  expect(told).toEqual({ ok: true, value: { ...made?.data, catalogVersion: undefined } });
});

test('specifications under one that never decomposes get no domain order', () => {
  const catalog = catalogOf({
    specifications: [cfs('tv'), rfs('channel')],
    relationships: [relationship('composedOf', 'tv', 'channel')],
  });
  const story = given(captured([line('1', 'tv')]), catalog).approved();
  expect(story.order.plan?.domainOrders.size).toBe(1);
});
