import { expect, test } from 'vitest';
import { openDeskWithOrders, type DeskWithOrders } from '../testing/deskWithOrders.ts';
import { countedId, smallCatalog, smallOrder } from '../testing/deskOnDisk.ts';

/** Beside the access line, a router that is only made when its kind is known. */
const catalog = {
  ...smallCatalog,
  resourceSpecification: [{ id: 'router', name: 'Router', lifecycleStatus: 'Active' }],
  fulfillmentDesk: {
    ...smallCatalog.fulfillmentDesk,
    relationships: [
      ...smallCatalog.fulfillmentDesk.relationships,
      { id: 'r2', type: 'requires', source: 'access', target: 'router' },
    ],
    rules: [{ id: 'wants-router', source: 'access', target: 'router', characteristic: 'router', values: ['rented'] }],
    policies: [{ id: 'p1', specification: 'access', actions: ['add'], planTemplate: 'build' }],
  },
};

async function opened(): Promise<{ desk: DeskWithOrders['desk']; orderId: string }> {
  const { desk, orderIds } = await openDeskWithOrders([smallOrder('o1', '1', '2')], catalog);
  return { desk, orderId: orderIds[0] ?? '' };
}

const limit = 20;

test('D8 each part of a plan says which relationship, rule and policy row made it', async () => {
  const { desk, orderId } = await opened();
  await desk.must('order.approve', { commandId: countedId(), orderId });
  const why = (part: string) => desk.must('plan.why', { orderId, part, limit });

  expect(await why('D2')).toMatchObject({
    line: { id: 'L1', number: 1, name: 'Internet' },
    made: {
      target: 'access',
      reason: 'relationship',
      relationship: { id: 'r1', type: 'realizedAs' },
      sourceName: 'Internet',
      plan: {
        choice: 'policy',
        policy: 'p1',
        template: 'Build the access',
        row: { specification: 'Access', kind: null, facing: null, actions: ['add'] },
      },
    },
    task: null,
    skipped: { total: 1, rows: [{ line: { id: 'L1' }, entry: { target: 'router', reason: 'ruleFailed' } }] },
  });
  expect(await why('T2')).toMatchObject({
    made: { target: 'access', domainOrder: { id: 'D2' } },
    task: { key: 'install', undoes: null },
    skipped: { total: 0, rows: [] },
  });
  expect(await why('L2')).toMatchObject({
    line: { id: 'L2' },
    made: { target: 'internet', reason: 'lineSpecification', domainOrder: { id: 'D3' } },
    skipped: { total: 1 },
  });
  // Both of them begin somewhere; two routers are missing below.
  for (const part of ['order', 'S1']) {
    expect(await why(part)).toMatchObject({ line: null, made: null, skipped: { total: 2 } });
  }
  expect((await desk.must('plan.why', { orderId, part: 'order', limit: 1 })).skipped).toMatchObject({
    total: 2,
    rows: [{ line: { id: 'L1' } }],
  });
  expect(await desk.call('plan.why', { orderId, part: 'D9', limit })).toMatchObject({ error: { code: 'NotFound' } });
});

test('X3 the reasons of a past moment are answered as they were then', async () => {
  const { desk, orderId } = await opened();
  const { version: asOf } = await desk.must('order.get', { orderId });
  await desk.must('order.approve', { commandId: countedId(), orderId });
  const { version } = await desk.must('order.get', { orderId });
  await desk.must('task.start', { commandId: countedId(), orderId, task: 1 });
  await desk.must('task.recordValues', {
    commandId: countedId(),
    orderId,
    task: 1,
    values: [{ name: 'router', value: 'rented' }],
  });
  const routers = async (moment?: number) => {
    const about = { orderId, ...(moment !== undefined && { asOf: moment }) };
    const { rows } = await desk.must('order.breakdown', { ...about, after: 0, limit });
    const skipped = (await desk.must('plan.why', { ...about, part: 'order', limit })).skipped.total;
    return [rows.map(({ entries }) => entries.map(({ target, verdict }) => `${verdict} ${target}`)), skipped];
  };
  const before = ['created internet', 'created access', 'skipped router'];
  expect(await routers(asOf)).toEqual([[[], []], 0]);
  expect(await routers(version)).toEqual([[before, before], 2]);
  expect(await routers()).toEqual([[['created internet', 'created access', 'created router'], before], 1]);
});

test('X2 A7 the dry run is worked out for a start that is only tried out, and leaves no trace', async () => {
  const { desk, orderId } = await opened();
  const before = await desk.must('order.get', { orderId });
  const history = await desk.must('order.activity', { orderId, before: null, limit: 200 });
  const ends = async (startAt?: string) =>
    (await desk.must('plan.outlook', { orderId, asApproved: true, ...(startAt && { startAt }) })).estimatedEnd;

  // Surveying takes two hours and installing four.
  const atOnce = await ends();
  expect(await ends('2026-12-01T08:00:00.000Z')).toBe('2026-12-01T14:00:00.000Z');
  expect(await ends('2026-12-05T06:00:00.000Z')).toBe('2026-12-05T12:00:00.000Z');
  expect(await ends()).toBe(atOnce);
  expect(
    await desk.call('plan.outlook', { orderId, asApproved: true, startAt: '2300-01-01T00:00:00.000Z' }),
  ).toMatchObject({ error: { code: 'FieldInvalid', field: 'startAt' } });

  expect(await desk.must('plan.why', { orderId, asApproved: true, part: 'order', limit: 1 })).toMatchObject({
    skipped: { total: 2 },
  });
  expect(await desk.must('order.get', { orderId })).toEqual(before);
  expect(await desk.must('order.activity', { orderId, before: null, limit: 200 })).toEqual(history);
});
