import { expect, test } from 'vitest';
import { defaultPolicy, type Calendar } from '../../domain/policy/policy.ts';
import { fewestSamples } from '../../domain/plan/forecast.ts';
import { countedId, importText, openDeskOnDisk, smallCatalog, smallOrder, textOf } from '../testing/deskOnDisk.ts';

/** Monday to Friday; the desk's clock begins on Monday at eight. */
const office: Calendar = {
  zone: 'UTC',
  hours: [1, 2, 3, 4, 5].map(day => ({ day, from: '08:00', to: '12:00' })),
  closed: [],
};

async function openWithOrders(...ids: readonly string[]) {
  const desk = openDeskOnDisk();
  await desk.must('workspace.startEmpty', { name: 'Ada' });
  await importText(desk, 'catalog.json', textOf(smallCatalog));
  for (const id of ids) await importText(desk, `${id}.json`, textOf(smallOrder(id)));
  const { rows } = await desk.must('orders.page', { states: ['new'], after: null, limit: 200 });
  const orderOf = (id: string): string => rows.find(({ externalId }) => externalId === `CRM-${id}`)?.id ?? '';
  return { desk, orderOf };
}

type Desk = Awaited<ReturnType<typeof openWithOrders>>['desk'];
const send = (desk: Desk, orderId: string) => ({
  approve: () => desk.must('order.approve', { commandId: countedId(), orderId }),
  start: (task: number) => desk.must('task.start', { commandId: countedId(), orderId, task }),
  complete: (task: number) =>
    desk.must('task.complete', { commandId: countedId(), orderId, task, values: [{ name: 'serial', value: 'A1' }] }),
});

test('X2 the dry run of a New order has its forecast dates, its critical path and what it would put in danger', async () => {
  const { desk, orderOf } = await openWithOrders('A');
  const orderId = orderOf('A');
  const outlook = await desk.must('plan.outlook', { orderId, asApproved: true });
  // Surveying takes two hours and installing four.
  expect(outlook).toMatchObject({
    plannedEnd: '2026-11-23T14:01:00.000Z',
    estimatedEnd: '2026-11-23T14:01:00.000Z',
    committedDueDate: '2026-12-20T12:00:00.000Z',
    jeopardy: 'low',
    progress: { done: 0, total: 360 },
    criticalPath: [
      { key: 'T1', title: 'Survey the site' },
      { key: 'T2', title: 'Install the line' },
    ],
  });
  const { nodes } = await desk.must('plan.tree', { orderId, root: 'order', after: null, limit: 100, asApproved: true });
  expect(nodes.find(({ key }) => key === 'T2')).toMatchObject({ critical: true, slackMinutes: 0, state: 'draft' });
  const { edges } = await desk.must('plan.graph', { orderId, root: 'order', asApproved: true });
  expect(edges).toEqual([{ before: 'T1', after: 'T2', onStart: false, lagMinutes: 0, critical: true }]);
  // Nothing of it has happened.
  expect(await desk.must('plan.outlook', { orderId })).toMatchObject({ estimatedEnd: null, criticalPath: [] });
  expect(await desk.must('order.get', { orderId })).toMatchObject({
    state: 'new',
    estimatedEnd: null,
    jeopardy: 'none',
  });
});

test('X2 the dry run is dated in the working hours of the policy, and so is the approved plan', async () => {
  const { desk, orderOf } = await openWithOrders('A');
  const orderId = orderOf('A');
  await desk.must('policy.set', {
    policy: structuredClone({ ...defaultPolicy, calendar: office }) as never,
    version: 0,
  });
  const { plannedEnd } = await desk.must('plan.outlook', { orderId, asApproved: true });
  // Four hours on Monday, the last minute with those of Tuesday.
  expect(plannedEnd).toBe('2026-11-24T10:01:00.000Z');
  await send(desk, orderId).approve();
  const approved = await desk.must('order.get', { orderId });
  expect(approved.plannedEnd?.slice(0, 15)).toBe('2026-11-24T10:0');
  expect(approved.estimatedEnd).toBe('2026-11-24T10:01:00.000Z');
});

const kinds = ['order', 'location', 'line', 'domainOrder', 'task'] as const;
type Dated = Awaited<ReturnType<typeof openWithOrders>>['desk'];

/** The dates that one side of the plan tells on the first part of each kind, to the minute; `order.lines` says the same as the plan. */
async function datesByKind(desk: Dated, orderId: string, side: 'planned' | 'estimated' | 'actual') {
  const { nodes } = await desk.must('plan.tree', { orderId, root: 'order', after: null, limit: 100 });
  const { rows } = await desk.must('order.lines', { orderId, after: 0, limit: 1 });
  const minutesOf = (part: Partial<(typeof rows)[number]> = {}) =>
    [part[`${side}Start`], part[`${side}End`]].map(at => at?.slice(11, 16) ?? null);
  expect(minutesOf(rows[0])).toEqual(minutesOf(nodes.find(({ kind }) => kind === 'line') as never));
  return Object.fromEntries(kinds.map(one => [one, minutesOf(nodes.find(({ kind }) => kind === one) as never)]));
}

test('T7 task, domain order, line, location and order tell planned, estimated and actual dates', async () => {
  const { desk, orderOf } = await openWithOrders('A');
  const orderId = orderOf('A');
  const { approve, start, complete } = send(desk, orderId);
  const above = (span: readonly (string | null)[], task: readonly (string | null)[]) => ({
    ...Object.fromEntries(kinds.map(kind => [kind, span])),
    task,
  });
  const dates = (side: Parameters<typeof datesByKind>[2]) => datesByKind(desk, orderId, side);
  await approve();
  // Surveying takes two hours and installing four; the order itself begins with its approval.
  const planned = above(['08:00', '14:00'], ['08:00', '10:00']);
  expect(await dates('planned')).toEqual(planned);
  expect(await dates('estimated')).toEqual({
    ...above(['08:01', '14:01'], ['08:01', '10:01']),
    order: ['08:00', '14:01'],
  });
  expect(await dates('actual')).toEqual({ ...above([null, null], [null, null]), order: ['08:00', null] });

  desk.putForward(30);
  await start(1);
  desk.putForward(30);
  await complete(1);
  expect(await dates('actual')).toEqual({ ...above(['08:30', null], ['08:30', '09:00']), order: ['08:00', null] });
  desk.putForward(60);
  await start(2);
  desk.putForward(60);
  await complete(2);
  expect(await dates('planned')).toEqual(planned);
  const done = { ...above(['08:30', '11:00'], ['08:30', '09:00']), order: ['08:00', '11:00'] };
  expect(await dates('actual')).toEqual(done);
  expect(await dates('estimated')).toEqual(done);
});

test('T7 a task and its order are estimated anew with every step, beside what was promised', async () => {
  const { desk, orderOf } = await openWithOrders('A');
  const orderId = orderOf('A');
  const { approve, start, complete } = send(desk, orderId);
  await approve();
  await start(1);
  const task = await desk.must('task.get', { orderId, task: 1 });
  expect(task).toMatchObject({
    estimatedEnd: expect.stringMatching(/^2026-11-23T10:0/),
    jeopardy: 'low',
    slaMinutes: 120,
  });
  expect(task.estimatedStart).toBe(task.actualStart);
  await complete(1);
  const done = await desk.must('task.get', { orderId, task: 1 });
  expect(done).toMatchObject({ estimatedEnd: done.actualEnd, jeopardy: 'none' });
  const order = await desk.must('order.get', { orderId });
  // The survey took no time, so installing can end in four hours.
  expect(order).toMatchObject({
    estimatedEnd: expect.stringMatching(/^2026-11-23T12:0/),
    plannedEnd: expect.stringMatching(/^2026-11-23T14:0/),
    committedDueDate: '2026-12-20T12:00:00.000Z',
    orderVersion: 1,
    pendingRevision: null,
    approval: { twoPeople: false, endorsedBy: [] },
  });
  const { rows } = await desk.must('order.lines', { orderId, after: 0, limit: 10 });
  expect(rows).toMatchObject([{ priorityScore: null, pointOfNoReturn: 'none' }]);
});

test('O16 the forecast learns from the tasks that this workspace has finished', async () => {
  const ids = Array.from({ length: fewestSamples }, (_, index) => `N${index}`);
  const { desk, orderOf } = await openWithOrders(...ids, 'next');
  const orderId = orderOf('next');
  await send(desk, orderId).approve();
  expect(await desk.must('plan.outlook', { orderId })).toMatchObject({ learnedFrom: 0 });
  for (const id of ids) {
    const { approve, start, complete } = send(desk, orderOf(id));
    await approve();
    await start(1);
    desk.putForward(40);
    await complete(1);
  }
  // A minute later it knows.
  desk.putForward(1);
  const { at, estimatedEnd, learnedFrom } = await desk.must('plan.outlook', { orderId });
  expect(learnedFrom).toBe(fewestSamples);
  // Surveys are planned at 120 minutes and took 40 each: few as they are, they take a quarter of the difference off. Installing stays at 240.
  expect(Math.round((Date.parse(estimatedEnd ?? '') - Date.parse(at)) / 60_000)).toBe(100 + 240);
});

test('O7 parts of a plan are found by text and filter', async () => {
  const { desk, orderOf } = await openWithOrders('A');
  const orderId = orderOf('A');
  await send(desk, orderId).approve();
  const found = await desk.must('plan.find', { orderId, filter: { text: 'oslo', blocked: true }, limit: 10 });
  expect(found).toEqual({ matches: [{ key: 'T1', above: ['order', 'S1', 'L1', 'D1', 'D2'] }], total: 1 });
  await send(desk, orderId).start(1);
  const { matches } = await desk.must('plan.find', { orderId, filter: { text: 'ada' }, limit: 10 });
  expect(matches.map(({ key }) => key)).toEqual(['T1']);
});

test('O4 what if a task ended then: the end of the order, and nothing is changed', async () => {
  const { desk, orderOf } = await openWithOrders('A');
  const orderId = orderOf('A');
  const { approve, start, complete } = send(desk, orderId);
  await approve();
  const { version } = await desk.must('order.get', { orderId });
  const answer = await desk.must('plan.whatIf', { orderId, task: 1, end: '2026-11-23T20:00:00.000Z' });
  expect(answer).toEqual({
    estimatedEnd: '2026-11-24T00:00:00.000Z',
    was: '2026-11-23T14:01:00.000Z',
    slackMinutes: 0,
  });
  expect((await desk.must('order.get', { orderId })).version).toBe(version);
  await start(1);
  await complete(1);
  const asked = { orderId, end: '2026-11-23T20:00:00.000Z' };
  expect(await desk.call('plan.whatIf', { ...asked, task: 1 })).toMatchObject({
    ok: false,
    error: { code: 'WrongState' },
  });
  expect(await desk.call('plan.whatIf', { ...asked, task: 9 })).toMatchObject({
    ok: false,
    error: { code: 'NotFound' },
  });
});

test('a part is asked for by its one name, and what is no part of the plan is not found', async () => {
  const { desk, orderOf } = await openWithOrders('A');
  const orderId = orderOf('A');
  await send(desk, orderId).approve();
  const asked = { after: null, limit: 5, orderId };
  expect(await desk.must('plan.tree', { ...asked, root: 'T1' })).toMatchObject({ nodes: [{ key: 'T1' }] });
  for (const root of ['T01', 'T 1', 'T1.0', 'S0', 'L9', 'X1', ''])
    expect(await desk.call('plan.tree', { ...asked, root })).toMatchObject({ ok: false, error: { code: 'NotFound' } });
});

test('a part tells what is above it however it is asked for, so that whoever starts from it finds the way up', async () => {
  const { desk, orderOf } = await openWithOrders('A');
  const orderId = orderOf('A');
  await send(desk, orderId).approve();
  const { nodes } = await desk.must('plan.tree', { orderId, root: 'order', after: null, limit: 100 });
  for (const { key, parent } of nodes) {
    const alone = await desk.must('plan.tree', { orderId, root: key, after: null, limit: 1 });
    expect(alone.nodes[0]).toMatchObject({ key, parent });
  }
});

test('X6 the schedule of a moment that is past is the one of that moment', async () => {
  const { desk, orderOf } = await openWithOrders('A');
  const orderId = orderOf('A');
  const { approve, start, complete } = send(desk, orderId);
  await approve();
  const { version: approved } = await desk.must('order.get', { orderId });
  await start(1);
  await complete(1);
  const then = await desk.must('plan.outlook', { orderId, asOf: approved });
  expect(then).toMatchObject({ tasks: { ended: 0, total: 2 }, progress: { done: 0, total: 360 } });
  expect(then.estimatedEnd).toBe(then.plannedEnd);
  expect(await desk.must('plan.outlook', { orderId })).toMatchObject({ tasks: { ended: 1, total: 2 } });
  const { matches } = await desk.must('plan.find', { orderId, filter: { states: ['open'] }, limit: 9, asOf: approved });
  expect(matches.map(({ key }) => key)).toEqual(['T1']);
});
