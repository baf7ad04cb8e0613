/** Saying when a task will end, escalating it and skipping it, through the app: who finds it, what is dated anew, what the history says. */
import { expect, test } from 'vitest';
import { countedId, smallOrder } from '../testing/deskOnDisk.ts';
import { addPeople, addTeams, openDeskWithOrders } from '../testing/deskWithOrders.ts';

async function running() {
  const made = await openDeskWithOrders([smallOrder('o1', '1')]);
  const [orderId = ''] = made.orderIds;
  await made.desk.must('order.approve', { orderId, commandId: countedId() });
  addTeams(made.desk, 'field');
  addPeople(
    made.desk,
    { id: 'bo', roles: ['fulfillmentAgent'], groups: ['field'] },
    { id: 'max', roles: ['fulfillmentManager'], groups: [] },
  );
  const on = (task: number) => ({ orderId, task, commandId: countedId() });
  const sit = (personId: string) => made.desk.must('session.choose', { personId });
  const node = async (key: string, asOf?: number) => {
    const root = { orderId, root: key, after: null, limit: 1, ...(asOf !== undefined && { asOf }) };
    return (await made.desk.must('plan.tree', root)).nodes[0];
  };
  return { ...made, orderId, on, sit, node };
}

const nextWeek = '2026-11-30T12:00:00.000Z';
const reason = 'The supplier delivers then.';

test('O16 X6 a proposed end dates the task, its line and its order; it is withdrawn, undone and seen as of the past', async () => {
  const { desk, orderId, ana, on, node } = await running();
  const before = await node('order');
  const { version } = await desk.must('order.get', { orderId });
  const proposing = on(1);
  await desk.must('task.proposeEnd', { ...proposing, end: nextWeek, reason });
  const task = await node('T1');
  expect(task).toMatchObject({ estimatedEnd: nextWeek, proposedEnd: { end: nextWeek, reason, by: ana } });
  for (const key of ['L1', 'order']) {
    expect(((await node(key))?.estimatedEnd ?? '') > nextWeek).toBe(true);
  }
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({ proposedEnd: { end: nextWeek, by: ana } });
  expect(await node('T1', version)).toMatchObject({ proposedEnd: null });
  await desk.must('order.undo', { orderId, commandId: countedId(), action: proposing.commandId });
  expect(await node('T1')).toMatchObject({ proposedEnd: null });
  expect((await node('order'))?.estimatedEnd).toBe(before?.estimatedEnd);
  await desk.must('task.proposeEnd', { ...on(1), end: nextWeek, reason });
  await desk.must('task.withdrawEnd', on(1));
  expect(await node('T1')).toMatchObject({ proposedEnd: null });
});

test('U1 T6 the history says who proposed which end and who escalated to whom, and why', async () => {
  const { desk, orderId, on } = await running();
  await desk.must('task.proposeEnd', { ...on(1), end: nextWeek, reason });
  await desk.must('task.escalate', { ...on(1), to: { kind: 'person', id: 'bo' }, reason: 'They call daily.' });
  await desk.must('task.withdrawEscalation', on(1));
  const { rows } = await desk.must('order.activity', { orderId, subject: 'T1', before: null, limit: 20 });
  const entries = rows.map(({ event, field, was, now, text }) => ({ event, field, was, now, text }));
  expect(entries).toEqual(
    expect.arrayContaining([
      { event: 'EndProposed', field: 'proposedEnd', was: null, now: nextWeek, text: reason },
      { event: 'TaskEscalated', field: 'escalatedTo', was: null, now: 'person:bo', text: 'They call daily.' },
      { event: 'TaskEscalated', field: 'priority', was: 'moderate', now: 'high', text: null },
      { event: 'EscalationWithdrawn', field: 'escalatedTo', was: 'person:bo', now: null, text: null },
      { event: 'EscalationWithdrawn', field: 'priority', was: 'high', now: 'moderate', text: null },
    ]),
  );
});

test('T2 T6 a task escalated to a person or to their team is in their queue and counted there until it ends', async () => {
  const { desk, orderId, ana, on, sit } = await running();
  const queue = async () => {
    const page = await desk.must('tasks.page', { queue: 'escalated', after: null, limit: 10 });
    expect((await desk.must('counts.get', {})).tasksEscalated).toBe(page.total);
    return page.rows.map(({ task, priority, escalatedPerson, escalatedGroup }) => [
      task,
      priority,
      escalatedPerson,
      escalatedGroup,
    ]);
  };
  await desk.must('task.escalate', { ...on(1), to: { kind: 'group', id: 'field' }, reason });
  await desk.must('task.escalate', { ...on(2), to: { kind: 'person', id: 'max' }, reason });
  expect(await queue()).toEqual([]);
  await sit('bo');
  expect(await queue()).toEqual([[1, 'high', null, 'field']]);
  await sit('max');
  expect(await queue()).toEqual([[2, 'high', 'max', null]]);
  await desk.must('task.withdrawEscalation', on(2));
  expect(await queue()).toEqual([]);
  await sit('bo');
  await desk.must('task.start', on(1));
  await desk.restart();
  expect(await queue()).toEqual([[1, 'high', null, 'field']]);
  await desk.must('task.complete', on(1));
  expect(await queue()).toEqual([]);
  await sit(ana);
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({ escalation: null, priority: 'moderate' });
});

test('F7 U2 a task that is not needed is skipped in one deed; the record says by whom and why, and it can be taken back', async () => {
  const { desk, orderId, ana, on } = await running();
  const skipping = on(1);
  expect(await desk.call('task.skip', { ...skipping, reason: ' ' })).toMatchObject({
    ok: false,
    error: { code: 'FieldMissing', fields: ['reason'] },
  });
  const done = await desk.must('task.skip', { ...skipping, reason: 'They have one.' });
  expect(done.events).toEqual(expect.arrayContaining(['TaskCompleted', 'TasksOpened']));
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({
    state: 'closedComplete',
    outcome: { kind: 'skipped', text: 'They have one.', by: ana },
  });
  await desk.must('order.undo', { orderId, commandId: countedId(), action: skipping.commandId });
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({ state: 'open', outcome: null });
  expect(await desk.must('task.get', { orderId, task: 2 })).toMatchObject({ state: 'draft' });
});
