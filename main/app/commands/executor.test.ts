import { expect, test } from 'vitest';
import { openWriter } from '../../../db/open.ts';
import { workspaceFile } from '../createApp.ts';
import { countedId, smallOrder } from '../testing/deskOnDisk.ts';
import { openDeskWithOrders } from '../testing/deskWithOrders.ts';

async function twoOrders() {
  const { desk, orderIds } = await openDeskWithOrders([smallOrder('o1'), smallOrder('o2')]);
  const [first = '', second = ''] = orderIds;
  const { number } = await desk.must('order.get', { orderId: first });
  return { desk, first, second, number };
}

const reused = { ok: false, error: { code: 'CommandIdReused' } };

test('a command id used again for another command, other values or another order is refused with what it was used for', async () => {
  const { desk, first, second, number } = await twoOrders();
  const note = { orderId: first, commandId: countedId(), subject: 'order', kind: 'work', text: 'Ring first' } as const;
  const done = await desk.must('order.addNote', note);
  expect(await desk.call('order.addNote', { ...note, text: 'Ring twice' })).toMatchObject({
    ok: false,
    error: { code: 'CommandIdReused', id: note.commandId, order: number },
  });
  expect(await desk.call('order.addNote', { ...note, orderId: second })).toMatchObject(reused);
  expect(await desk.call('order.approve', { orderId: first, commandId: note.commandId })).toMatchObject(reused);
  expect((await desk.must('order.get', { orderId: first })).state).toBe('new');
  expect(await desk.must('order.addNote', note)).toEqual(done);
});

test('an answer of before it was kept what it answers goes on answering, for its own order', async () => {
  const { desk, first, second } = await twoOrders();
  const approval = { orderId: first, commandId: countedId() };
  const done = await desk.must('order.approve', approval);
  await desk.restart(() => {
    const db = openWriter(workspaceFile(desk.workspaceDir));
    db.exec('UPDATE command SET digest = NULL');
    db.close();
  });
  expect(await desk.must('order.approve', approval)).toEqual(done);
  expect(await desk.call('order.approve', { ...approval, orderId: second })).toMatchObject(reused);
});

test('a wait asked for again after the other part has ended is answered as it was', async () => {
  const { desk, first, second, number } = await twoOrders();
  for (const orderId of [first, second]) await desk.must('order.approve', { orderId, commandId: countedId() });
  const wait = { orderId: second, commandId: countedId(), task: 1, number: number.replace('ORD', 'TASK') + '-1' };
  const done = await desk.must('task.waitFor', wait);
  await desk.must('task.start', { orderId: first, commandId: countedId(), task: 1 });
  await desk.must('task.complete', { orderId: first, commandId: countedId(), task: 1 });
  expect(await desk.must('task.waitFor', wait)).toEqual(done);
});

test('a new line asked for again after it was approved is answered as it was', async () => {
  const { desk, first } = await twoOrders();
  await desk.must('order.approve', { orderId: first, commandId: countedId() });
  const line = { specification: 'internet', quantity: 1, location: null, characteristics: [] };
  const request = {
    orderId: first,
    commandId: countedId(),
    operation: 'update',
    changes: [{ kind: 'addLine', line }],
    reason: 'One more',
  } as const;
  const done = await desk.must('revision.request', { ...request, changes: [...request.changes] });
  await desk.must('revision.approve', { orderId: first, commandId: countedId(), revision: 1 });
  expect(await desk.must('revision.request', { ...request, changes: [...request.changes] })).toEqual(done);
  expect(
    await desk.call('revision.request', { ...request, changes: [...request.changes], reason: 'Two more' }),
  ).toMatchObject(reused);
});

test('A9 a batch asked for under the id of another list of orders is refused', async () => {
  const { desk, first, second } = await twoOrders();
  const { version: seen } = await desk.must('order.get', { orderId: first });
  const batch = { commandId: countedId(), items: [{ orderId: first, seen }] };
  const { jobId } = await desk.must('batch.approve', batch);
  await desk.idle();
  expect(await desk.must('batch.approve', batch)).toEqual({ jobId });
  expect(await desk.call('batch.approve', { ...batch, items: [{ orderId: second, seen }] })).toMatchObject(reused);
});
