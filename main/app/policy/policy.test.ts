import { expect, test } from 'vitest';
import type { Policy } from '../../../preload/contract/policy.ts';
import type { Role } from '../../domain/people/permissions.ts';
import { countedId, importText, smallCatalog, smallOrder, textOf, type DeskOnDisk } from '../testing/deskOnDisk.ts';
import { addPeople, addTeams, openDeskWithOrders, takeIn, type DeskWithOrders } from '../testing/deskWithOrders.ts';

const silent = { weight: 0, ranks: {} };
const quiet: Policy = {
  approval: { twoPeople: { always: false, priorities: [] } },
  delegations: [],
  priority: { customer: silent, specification: silent, orderType: silent, urgency: silent },
  teams: {},
  people: {},
};

/** A desk at which Ana sits, who may do everything; the others are there too. */
async function openDesk(): Promise<DeskWithOrders> {
  const made = await openDeskWithOrders([]);
  addTeams(made.desk, 'field', 'stock');
  const person = (id: string, role: Role, ...groups: string[]) => addPeople(made.desk, { id, roles: [role], groups });
  person('bo', 'fulfillmentManager');
  person('cy', 'fulfillmentAgent', 'field');
  person('di', 'fulfillmentAgent', 'field', 'stock');
  person('vi', 'viewer', 'field');
  return made;
}

const set = async (desk: DeskOnDisk, policy: Policy) => {
  const { version } = await desk.must('policy.get', {});
  return desk.call('policy.set', { policy, version });
};
const refusalOf = async (desk: DeskOnDisk, policy: Policy) => {
  const reply = await set(desk, policy);
  return reply.ok ? null : reply.error;
};

/** The surveying of the small catalog is done by a team, and takes somebody who can. */
const fieldCatalog = (skill?: string) => {
  const [template] = smallCatalog.fulfillmentDesk.planTemplates;
  const tasks = template?.tasks.map(task => ({ ...task, group: 'field', ...(skill === undefined ? {} : { skill }) }));
  return {
    ...smallCatalog,
    fulfillmentDesk: { ...smallCatalog.fulfillmentDesk, planTemplates: [{ ...template, tasks }] },
  };
};

const ordersOf = (...ids: readonly string[]) => ids.map(id => smallOrder(id));

test('T3 T6 A8 nothing is handed out, ranked or asked twice until somebody sets a policy', async () => {
  const { desk } = await openDesk();
  expect(await desk.must('policy.get', {})).toEqual({ policy: quiet, version: 0 });
});

test('A8 whoever was let to decide may do so now, in whose place is told, and no longer when it is over', async () => {
  const { desk, ana } = await openDesk();
  const lend = (starts: string, until: string) =>
    desk.must('delegation.set', { delegation: { to: 'cy', starts, until } });
  const whoIsThere = async () => (await desk.must('workspace.status', {})).person;
  await lend('2026-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z');
  expect(await whoIsThere()).toMatchObject({ id: ana, decidesFor: [] });
  await desk.must('session.choose', { personId: 'cy' });
  expect(await whoIsThere()).toMatchObject({
    permissions: expect.arrayContaining(['order.approve', 'order.reject']) as string[],
    decidesFor: [ana],
  });
  await desk.must('session.choose', { personId: ana });
  await lend('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z');
  await desk.must('session.choose', { personId: 'cy' });
  expect(await whoIsThere()).toMatchObject({
    permissions: ['order.view', 'task.work', 'task.escalate', 'fallout.create'],
    decidesFor: [],
  });
});

test('a policy is kept over a restart, and its change is told to everyone', async () => {
  const { desk } = await openDesk();
  const policy: Policy = {
    ...quiet,
    approval: { twoPeople: { always: false, priorities: ['critical'], fromLines: 20 } },
    teams: {
      field: {
        assignment: 'leastLoaded',
        calendar: { zone: 'Europe/Oslo', hours: [{ day: 1, from: '08:00', to: '16:00' }], closed: ['2026-12-25'] },
      },
    },
    people: { cy: { skills: ['rf'], sites: [] } },
  };
  desk.notices.length = 0;
  expect(await set(desk, policy)).toEqual({ ok: true, value: { version: 1 } });
  expect(desk.notices).toEqual([{ name: 'workspace.changed', body: {} }]);
  await desk.restart();
  expect(await desk.must('policy.get', {})).toEqual({ policy, version: 1 });
});

test('whoever saves a policy over one that was changed since they read it is told so', async () => {
  const { desk } = await openDesk();
  await desk.must('policy.set', { policy: quiet, version: 0 });
  expect(await desk.call('policy.set', { policy: quiet, version: 0 })).toEqual({
    ok: false,
    error: { code: 'PolicyChanged' },
  });
  expect(await desk.must('policy.set', { policy: quiet, version: 1 })).toEqual({ version: 2 });
});

test('U3 a policy takes the permission to change it, and somebody who sits there', async () => {
  const { desk } = await openDesk();
  await desk.must('session.choose', { personId: 'bo' });
  expect(await refusalOf(desk, quiet)).toMatchObject({ code: 'NotPermitted', permission: 'policy.change' });
});

const hours = [{ day: 1, from: '08:00', to: '16:00' }];
const calendar = { zone: 'Europe/Oslo', hours, closed: [] };
const span = { starts: '2026-11-20T00:00:00Z', until: '2026-11-27T00:00:00Z' };

test.each<[string, string, Partial<Policy>]>([
  ['a team that is not there', 'teams.sales', { teams: { sales: { assignment: 'none' } } }],
  ['a person who is not there', 'people.eve', { people: { eve: { skills: [], sites: [] } } }],
  ['a delegation from nobody', 'delegations.0.from', { delegations: [{ from: 'eve', to: 'bo', ...span }] }],
  ['a delegation to nobody', 'delegations.0.to', { delegations: [{ from: 'bo', to: 'eve', ...span }] }],
  ['a delegation to oneself', 'delegations.0.to', { delegations: [{ from: 'bo', to: 'bo', ...span }] }],
  [
    'a delegation that ends before it starts',
    'delegations.0.until',
    { delegations: [{ from: 'bo', to: 'cy', starts: span.until, until: span.starts }] },
  ],
  ['a zone nobody knows', 'calendar.zone', { calendar: { ...calendar, zone: 'Europe/Atlantis' } }],
  [
    'hours that end before they start',
    'calendar.hours.0.to',
    { calendar: { ...calendar, hours: [{ day: 1, from: '16:00', to: '08:00' }] } },
  ],
  ['two spans on one day', 'calendar.hours.1.day', { calendar: { ...calendar, hours: [...hours, ...hours] } }],
  [
    'a team that never works',
    'teams.field.calendar.hours',
    { teams: { field: { assignment: 'none', calendar: { ...calendar, hours: [] } } } },
  ],
])('%s is refused, and %s is named', async (_, field, parts) => {
  const { desk } = await openDesk();
  expect(await refusalOf(desk, { ...quiet, ...parts })).toMatchObject({
    code: 'FieldInvalid',
    subject: 'policy',
    field,
  });
  expect(await desk.must('policy.get', {})).toEqual({ policy: quiet, version: 0 });
});

test('A8 a person lets somebody else decide for a time, and takes it back', async () => {
  const { desk } = await openDesk();
  await desk.must('session.choose', { personId: 'bo' });
  await desk.must('delegation.set', { delegation: { to: 'vi', ...span } });
  await desk.must('delegation.set', { delegation: { to: 'cy', ...span } });
  const { policy, version } = await desk.must('policy.get', {});
  expect([policy.delegations, version]).toEqual([
    [{ from: 'bo', to: 'cy', starts: '2026-11-20T00:00:00.000Z', until: '2026-11-27T00:00:00.000Z' }],
    2,
  ]);
  await desk.must('delegation.set', { delegation: null });
  expect((await desk.must('policy.get', {})).policy.delegations).toEqual([]);
});

test('A8 a delegation is for those who may approve, to somebody who is there and is somebody else', async () => {
  const { desk } = await openDesk();
  await desk.must('session.choose', { personId: 'cy' });
  const asked = async (to: string) => {
    const reply = await desk.call('delegation.set', { delegation: { to, ...span } });
    return reply.ok ? null : reply.error;
  };
  expect(await asked('bo')).toMatchObject({ code: 'NotPermitted', permission: 'order.approve' });
  await desk.must('session.choose', { personId: 'bo' });
  expect(await asked('eve')).toMatchObject({ code: 'FieldInvalid', field: 'delegations.0.to' });
  expect(await asked('bo')).toMatchObject({ code: 'FieldInvalid', field: 'delegations.0.to' });
});

test('A8 a delegate approves in the name of who is away, and both are kept with the order', async () => {
  const { desk } = await openDesk();
  await importText(desk, 'catalog.json', textOf(smallCatalog));
  const [orderId = ''] = await takeIn(desk, ordersOf('a'));
  await desk.must('session.choose', { personId: 'bo' });
  await desk.must('delegation.set', { delegation: { to: 'cy', ...span } });
  await desk.must('session.choose', { personId: 'cy' });
  await desk.must('order.approve', { orderId, commandId: countedId() });
  expect((await desk.must('order.get', { orderId })).decisions).toMatchObject([
    { verdict: 'approved', by: 'cy', onBehalfOf: 'bo' },
  ]);
});

test('A8 an order of a priority that takes two people is approved by two', async () => {
  const { desk, ana } = await openDesk();
  await importText(desk, 'catalog.json', textOf(smallCatalog));
  const [orderId = ''] = await takeIn(desk, ordersOf('a'));
  await set(desk, { ...quiet, approval: { twoPeople: { always: false, priorities: ['moderate', 'low'] } } });
  expect(await desk.must('order.approve', { orderId, commandId: countedId() })).toMatchObject({
    events: ['OrderEndorsed'],
  });
  expect(await desk.call('order.approve', { orderId, commandId: countedId() })).toMatchObject({
    error: { code: 'SecondPersonNeeded', first: ana },
  });
  await desk.must('session.choose', { personId: 'bo' });
  await desk.must('order.approve', { orderId, commandId: countedId() });
  expect(await desk.must('order.get', { orderId })).toMatchObject({ state: 'inProgress' });
});

test('A7 A8 a first approval stands in the queue with who gave it and the start they wish, and the record says so', async () => {
  const { desk, ana } = await openDesk();
  await importText(desk, 'catalog.json', textOf(smallCatalog));
  const [orderId = ''] = await takeIn(desk, ordersOf('a'));
  await set(desk, { ...quiet, approval: { twoPeople: { always: true, priorities: [] } } });
  const startAt = '2026-12-01T06:00:00.000Z';
  const rowOf = async (state: 'new' | 'acknowledged') =>
    (await desk.must('orders.page', { states: [state], after: null, limit: 5 })).rows.map(
      ({ endorsedBy }) => endorsedBy,
    );
  expect(await rowOf('new')).toEqual([null]);
  await desk.must('order.approve', { orderId, commandId: countedId(), startAt });
  expect(await rowOf('new')).toEqual([ana]);
  expect((await desk.must('order.get', { orderId })).approval).toEqual({ twoPeople: true, endorsedBy: [ana], startAt });
  const { estimatedEnd } = await desk.must('plan.outlook', { orderId, asApproved: true });
  expect(estimatedEnd).toBe('2026-12-01T12:00:00.000Z');
  await desk.must('session.choose', { personId: 'bo' });
  const other = '2026-12-02T06:00:00.000Z';
  await desk.must('order.approve', { orderId, commandId: countedId(), startAt: other });
  expect(await rowOf('acknowledged')).toEqual([null]);
  const { rows } = await desk.must('order.activity', { orderId, subject: 'order', before: null, limit: 50 });
  expect(rows.flatMap(({ field, was, now }) => (field === 'startsAt' ? [[was, now]] : []))).toEqual([
    [startAt, other],
    [null, startAt],
  ]);
});

test('X2 T3 the preview of a new order gives its tasks to whom the approval then gives them', async () => {
  const { desk } = await openDesk();
  await importText(desk, 'catalog.json', textOf(fieldCatalog()));
  const [orderId = ''] = await takeIn(desk, ordersOf('a'));
  await set(desk, { ...quiet, teams: { field: { assignment: 'leastLoaded' } } });
  const planOf = async (asApproved: boolean) => {
    const { nodes } = await desk.must('plan.tree', { orderId, root: 'order', after: null, limit: 100, asApproved });
    return nodes.map(({ key, assignee, waiting }) => [key, assignee, waiting]);
  };
  const preview = await planOf(true);
  await desk.must('order.approve', { orderId, commandId: countedId() });
  expect(await planOf(false)).toEqual(preview);
  expect(preview).toContainEqual(['T1', 'cy', expect.objectContaining({ cause: 'start' })]);
});

test('T6 the order, its queue row and its tasks have the computed priority, and the preview had it before', async () => {
  const { desk } = await openDesk();
  await importText(desk, 'catalog.json', textOf(smallCatalog));
  const [orderId = ''] = await takeIn(desk, ordersOf('a'));
  await set(desk, { ...quiet, priority: { ...quiet.priority, customer: { weight: 1, ranks: { ACME: 90 } } } });
  const { rows } = await desk.must('order.breakdown', { orderId, after: 0, limit: 10, asApproved: true });
  expect(rows[0]?.line.priorityScore).toMatchObject({ score: 90, priority: 'critical' });
  await desk.must('order.approve', { orderId, commandId: countedId() });
  expect(await desk.must('order.get', { orderId })).toMatchObject({
    priority: 'critical',
    priorityScore: { score: 90 },
  });
  const orders = await desk.must('orders.page', { states: ['inProgress'], after: null, limit: 10 });
  expect(orders.rows[0]).toMatchObject({ id: orderId, priority: 'critical' });
  const tasks = await desk.must('tasks.page', { queue: 'all', after: null, limit: 10 });
  expect(tasks.rows[0]).toMatchObject({ priority: 'critical' });
});

const assigneesOf = async (desk: DeskOnDisk): Promise<Readonly<Record<string, string | null>>> => {
  const { rows } = await desk.must('tasks.page', { queue: 'all', after: null, limit: 100 });
  return Object.fromEntries(rows.map(({ orderNumber, assignee }) => [orderNumber.slice(-1), assignee]));
};

test('T3 by turns, the tasks of one order after another go round those of the team who may work, over a restart too', async () => {
  const { desk } = await openDesk();
  await importText(desk, 'catalog.json', textOf(fieldCatalog()));
  await set(desk, { ...quiet, teams: { field: { assignment: 'roundRobin' } } });
  const [first = '', second = '', third = ''] = await takeIn(desk, ordersOf('a', 'b', 'c'));
  await desk.must('order.approve', { orderId: first, commandId: countedId() });
  await desk.must('order.approve', { orderId: second, commandId: countedId() });
  await desk.restart();
  await desk.must('order.approve', { orderId: third, commandId: countedId() });
  expect(await assigneesOf(desk)).toEqual({ 1: 'cy', 2: 'di', 3: 'cy' });
});

test('T3 by load, the next task goes to whoever has fewer open ones now', async () => {
  const { desk } = await openDesk();
  await importText(desk, 'catalog.json', textOf(fieldCatalog()));
  const [first = '', second = '', third = '', fourth = ''] = await takeIn(desk, ordersOf('a', 'b', 'c', 'd'));
  for (const orderId of [first, second]) {
    await desk.must('order.approve', { orderId, commandId: countedId() });
    await desk.must('task.assign', { orderId, commandId: countedId(), task: 1, assignee: 'cy' });
  }
  await set(desk, { ...quiet, teams: { field: { assignment: 'leastLoaded' } } });
  for (const orderId of [third, fourth]) await desk.must('order.approve', { orderId, commandId: countedId() });
  expect(await assigneesOf(desk)).toEqual({ 1: 'cy', 2: 'cy', 3: 'di', 4: 'di' });
});

test('T3 a task that asks for a skill goes to whoever has it, and the reason is kept', async () => {
  const { desk } = await openDesk();
  await importText(desk, 'catalog.json', textOf(fieldCatalog('rf')));
  await set(desk, {
    ...quiet,
    teams: { field: { assignment: 'leastLoaded' } },
    people: { di: { skills: ['rf'], sites: ['Oslo'] } },
  });
  const [orderId = ''] = await takeIn(desk, ordersOf('a'));
  await desk.must('order.approve', { orderId, commandId: countedId() });
  expect(await assigneesOf(desk)).toEqual({ 1: 'di' });
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({
    assignedWhy: { method: 'leastLoaded', candidates: 1, load: 0, skill: 'rf', site: 'Oslo' },
  });
});

test('A7 an order approved for later is planned from then, and is not worked on before, over a restart too', async () => {
  const { desk } = await openDesk();
  await importText(desk, 'catalog.json', textOf(smallCatalog));
  const [orderId = ''] = await takeIn(desk, ordersOf('a'));
  const startAt = '2026-12-01T06:00:00.000Z';
  await desk.must('order.approve', { orderId, commandId: countedId(), startAt });
  await desk.restart();
  expect(await desk.must('order.get', { orderId })).toMatchObject({ state: 'acknowledged', startsAt: startAt });
  expect(await desk.must('tasks.page', { queue: 'all', after: null, limit: 10 })).toMatchObject({ total: 0 });
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({ state: 'draft', plannedStart: startAt });
  const started = await desk.call('task.start', { orderId, commandId: countedId(), task: 1 });
  expect(started).toMatchObject({ ok: false });
});
