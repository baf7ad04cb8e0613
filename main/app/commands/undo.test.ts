import { expect, test } from 'vitest';
import { countedId, importText, smallOrder, textOf } from '../testing/deskOnDisk.ts';
import { openDeskWithOrders } from '../testing/deskWithOrders.ts';

async function approved() {
  const { desk, orderIds } = await openDeskWithOrders();
  const [orderId = ''] = orderIds;
  await desk.must('order.approve', { orderId, commandId: countedId() });
  return { desk, orderId };
}

test('X8 one’s own last action is taken back by its command, and counts and queues follow', async () => {
  const { desk, orderId } = await approved();
  await desk.must('task.start', { orderId, commandId: countedId(), task: 1 });
  const before = await desk.must('counts.get', {});
  const action = countedId();
  await desk.must('task.complete', { orderId, commandId: action, task: 1 });
  const undone = await desk.must('order.undo', { orderId, commandId: countedId(), action });
  expect(undone).toMatchObject({ events: ['ActionUndone'], changed: ['T1', 'T2'] });
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({ state: 'inProgress' });
  expect(await desk.must('task.get', { orderId, task: 2 })).toMatchObject({ state: 'draft' });
  expect(await desk.must('counts.get', {})).toEqual(before);
  await desk.restart();
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({ state: 'inProgress' });
});

test('X8 a fallout just raised is taken back: the task goes on, the record is withdrawn, and counts and queues follow', async () => {
  const { desk, orderId } = await approved();
  await desk.must('task.start', { orderId, commandId: countedId(), task: 1 });
  const before = await desk.must('counts.get', {});
  const action = countedId();
  const told = { falloutType: 'siteAccess', priority: 'high', text: 'Locked.' } as const;
  await desk.must('fallout.raise', { orderId, commandId: action, task: 1, ...told });
  expect(await desk.must('counts.get', {})).toMatchObject({ falloutsOpen: 1 });
  const undone = await desk.must('order.undo', { orderId, commandId: countedId(), action });
  expect(undone).toMatchObject({ events: ['ActionUndone'], changed: ['T1', 'F1'] });
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({ state: 'inProgress' });
  expect(await desk.must('fallout.get', { orderId, fallout: 1 })).toMatchObject({ state: 'canceled' });
  expect(await desk.must('counts.get', {})).toEqual(before);
  const { rows } = await desk.must('order.activity', { orderId, before: null, limit: 20 });
  expect(rows).toContainEqual(expect.objectContaining({ subject: 'T1', field: 'undone', now: 'FalloutRaised' }));
  expect(rows).toContainEqual(expect.objectContaining({ subject: 'F1', field: 'state', now: 'canceled' }));
});

test('X8 an action is taken back once, and one of another order or of nobody is not remembered here', async () => {
  const { desk, orderId } = await approved();
  const action = countedId();
  await desk.must('task.claim', { orderId, commandId: action, task: 1 });
  const undo = { orderId, action };
  await desk.must('order.undo', { ...undo, commandId: countedId() });
  const unknown = { ok: false, error: { code: 'CannotUndo', why: 'unknown' } };
  expect(await desk.call('order.undo', { ...undo, commandId: countedId() })).toMatchObject(unknown);
  expect(await desk.call('order.undo', { orderId, commandId: countedId(), action: countedId() })).toMatchObject(
    unknown,
  );
});

test('X8 an undo sent again is answered the same and done once', async () => {
  const { desk, orderId } = await approved();
  const action = countedId();
  await desk.must('task.claim', { orderId, commandId: action, task: 1 });
  const undo = { orderId, action, commandId: countedId() };
  const first = await desk.must('order.undo', undo);
  expect(await desk.must('order.undo', undo)).toEqual(first);
});

test('X8 a task is paused with its reason and resumed through the app', async () => {
  const { desk, orderId } = await approved();
  await desk.must('task.pause', { orderId, commandId: countedId(), task: 1, reason: 'No van today' });
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({
    state: 'onHold',
    pausedFor: 'No van today',
  });
  await desk.must('task.resume', { orderId, commandId: countedId(), task: 1 });
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({ state: 'open', pausedFor: null });
});

test('X8 what let a task of another order go on stays, and that task is named', async () => {
  const { desk, orderId } = await approved();
  await importText(desk, 'second.json', textOf([smallOrder('o2')]));
  const { rows } = await desk.must('orders.page', { states: ['new'], after: null, limit: 5 });
  const other = rows[0]?.id ?? '';
  await desk.must('order.approve', { orderId: other, commandId: countedId() });
  const { number } = await desk.must('task.get', { orderId, task: 1 });
  const waiting = await desk.must('task.get', { orderId: other, task: 2 });
  await desk.must('task.waitFor', { orderId: other, commandId: countedId(), task: 2, number });
  await desk.must('task.start', { orderId, commandId: countedId(), task: 1 });
  const action = countedId();
  await desk.must('task.complete', { orderId, commandId: action, task: 1 });
  expect(await desk.call('order.undo', { orderId, commandId: countedId(), action })).toMatchObject({
    ok: false,
    error: { code: 'CannotUndo', why: 'dependedOn', on: [waiting.number] },
  });
});
