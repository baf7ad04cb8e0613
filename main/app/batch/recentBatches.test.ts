import { expect, test } from 'vitest';
import { countedId, smallOrder, type DeskOnDisk } from '../testing/deskOnDisk.ts';
import { addPeople, openDeskWithOrders } from '../testing/deskWithOrders.ts';

async function openDesk() {
  const made = await openDeskWithOrders([smallOrder('o1'), smallOrder('o2'), smallOrder('o3')]);
  addPeople(
    made.desk,
    { id: 'max', roles: ['fulfillmentManager'], groups: [] },
    { id: 'bo', roles: ['fulfillmentAgent'], groups: [] },
  );
  return made;
}

async function approveAll(desk: DeskOnDisk): Promise<string> {
  const { items } = await desk.must('batch.freeze', { states: ['new'] });
  const { jobId } = await desk.must('batch.approve', { commandId: countedId(), items });
  await desk.idle();
  return jobId;
}

async function holdAll(desk: DeskOnDisk, orderId: string): Promise<string> {
  const frozen = await desk.must('steps.freeze', { orderId, root: 'order', filter: {} });
  const items = frozen.items.map(({ above: _above, ...item }) => item);
  const { jobId } = await desk.must('steps.run', {
    commandId: countedId(),
    deed: { type: 'hold', reason: 'Storm.' },
    items,
  });
  await desk.idle();
  return jobId;
}

test('A9 X9 the last batches say who started them, what they were for and what came of them, also after a restart', async () => {
  const { desk, orderIds, ana } = await openDesk();
  const [first = '', second = ''] = orderIds;
  await desk.must('order.matchLine', { orderId: second, commandId: countedId(), line: 1, specification: 'internet' });
  const approved = await approveAll(desk);
  const held = await holdAll(desk, first);
  const { jobId: back } = await desk.must('steps.undo', { commandId: countedId(), jobId: held });
  await desk.idle();
  await desk.restart();
  const { batches } = await desk.must('batch.recent', { whose: 'own', limit: 10 });
  const order = { id: first, number: 'ORD0000001' };
  expect(batches).toMatchObject([
    { jobId: back, kind: 'undoSteps', deed: { type: 'hold' }, order, by: ana, state: 'completed', done: 2, total: 2 },
    { jobId: held, kind: 'steps', deed: { type: 'hold', reason: 'Storm.' }, order, counts: { succeeded: 2 } },
    { jobId: approved, kind: 'approve', deed: null, order: null, counts: { succeeded: 3, failed: 0, skipped: 0 } },
  ]);
  const only = async (about: 'orders' | 'steps', orderId?: string) => {
    const asked = await desk.must('batch.recent', { about, ...(orderId && { orderId }), whose: 'own', limit: 1 });
    return asked.batches.map(({ jobId }) => jobId);
  };
  expect([await only('orders'), await only('steps', first), await only('steps', second)]).toEqual([
    [approved],
    [back],
    [],
  ]);
  const { jobs } = await desk.must('job.recent', {});
  expect(jobs.map(({ kind }) => kind)).toEqual(['orders', 'catalog']);
});

test('A9 who decides or hands out work sees everybody’s batches, others only their own', async () => {
  const { desk } = await openDesk();
  const approved = await approveAll(desk);
  const seenBy = async (personId: string, whose: 'own' | 'all') => {
    await desk.must('session.choose', { personId });
    return (await desk.must('batch.recent', { whose, limit: 10 })).batches.map(({ jobId }) => jobId);
  };
  expect(await seenBy('max', 'all')).toEqual([approved]);
  expect(await seenBy('max', 'own')).toEqual([]);
  expect(await seenBy('bo', 'all')).toEqual([]);
});

test('A9 X9 what a person has put away stays away for them, and for nobody else', async () => {
  const { desk, ana } = await openDesk();
  const jobId = await approveAll(desk);
  const isAway = async () => {
    const { batches } = await desk.must('batch.recent', { whose: 'all', limit: 1 });
    return batches.map(({ dismissed }) => dismissed);
  };
  expect(await isAway()).toEqual([false]);
  await desk.must('batch.dismiss', { jobId });
  await desk.must('batch.dismiss', { jobId });
  await desk.restart();
  expect(await isAway()).toEqual([true]);
  await desk.must('session.choose', { personId: 'max' });
  expect(await isAway()).toEqual([false]);
  await desk.must('session.choose', { personId: ana });
  expect(await desk.call('batch.dismiss', { jobId: 'gone' })).toMatchObject({ ok: false, error: { code: 'NotFound' } });
});

test('A9 those that were not approved are frozen as they are now, in one call, with how many there were', async () => {
  const { desk, orderIds } = await openDesk();
  const { items } = await desk.must('batch.freeze', { states: ['new'] });
  const [, second = '', third = ''] = orderIds;
  for (const orderId of [second, third])
    await desk.must('order.matchLine', { orderId, commandId: countedId(), line: 1, specification: 'internet' });
  const { jobId } = await desk.must('batch.approve', { commandId: countedId(), items });
  await desk.idle();
  const why = { reasonCode: 'other', text: 'x' };
  await desk.must('order.reject', { orderId: third, commandId: countedId(), ...why });
  const again = await desk.must('batch.freezeFailed', { jobId });
  expect(again).toEqual({ items: [{ orderId: second, seen: 2 }], total: 2 });
  await desk.must('batch.approve', { commandId: countedId(), items: again.items });
  await desk.idle();
  expect(await desk.must('batch.freezeFailed', { jobId })).toEqual({ items: [], total: 2 });
  expect(await desk.call('batch.freezeFailed', { jobId: 'gone' })).toMatchObject({ ok: false });
});
