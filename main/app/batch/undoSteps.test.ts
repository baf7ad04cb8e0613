import { expect, test } from 'vitest';
import type { StepDeed, StepItem } from '../../../preload/contract/batch.ts';
import { countedId, smallOrder, type DeskOnDisk } from '../testing/deskOnDisk.ts';
import { addPeople, addTeams, openDeskWithOrders } from '../testing/deskWithOrders.ts';

/** One order under way with two tasks a line: T1 and T3 can be worked on, T2 and T4 come after them. Ana sits there, who may do everything. */
async function openPlan() {
  const made = await openDeskWithOrders([smallOrder('o1', '1', '2')]);
  const [orderId = ''] = made.orderIds;
  await made.desk.must('order.approve', { orderId, commandId: countedId() });
  addPeople(made.desk, { id: 'bo', roles: ['fulfillmentAgent'], groups: [] });
  addTeams(made.desk, 'field');
  return { ...made, orderId };
}

const hold: StepDeed = { type: 'hold', reason: 'Storm.' };
const on = (orderId: string, task: number) => ({ orderId, task, commandId: countedId() });

async function itemsOf(desk: DeskOnDisk, orderId: string): Promise<StepItem[]> {
  const { items } = await desk.must('steps.freeze', { orderId, root: 'order', filter: {} });
  return items.map(({ above: _above, ...item }): StepItem => item);
}

async function run(desk: DeskOnDisk, orderId: string, deed: StepDeed): Promise<string> {
  const items = await itemsOf(desk, orderId);
  const { jobId } = await desk.must('steps.run', { commandId: countedId(), deed, items });
  await desk.idle();
  return jobId;
}

async function takeBack(desk: DeskOnDisk, batch: string) {
  const { jobId } = await desk.must('steps.undo', { commandId: countedId(), jobId: batch });
  await desk.idle();
  const { rows, counts } = await desk.must('batch.results', { jobId, after: -1, limit: 200 });
  return { jobId, rows, counts };
}

const statesOf = async (desk: DeskOnDisk, orderId: string) =>
  Promise.all([1, 2, 3, 4].map(async task => (await desk.must('task.get', { orderId, task })).state));

const raised = { falloutType: 'siteAccess', priority: 'high', text: 'Locked.' } as const;
const fallout = { type: 'raise', ...raised } as const;

test.each([
  ['held', hold],
  ['handed out', { type: 'assign', assignee: null, group: 'field' }],
  ['reported as fallout', fallout],
] as const)('X8 X9 a batch of steps that were %s is taken back as one, with a result for each', async (_name, deed) => {
  const { desk, orderId } = await openPlan();
  const [before, counts] = [await statesOf(desk, orderId), await desk.must('counts.get', {})];
  const group = (await desk.must('task.get', { orderId, task: 4 })).group;
  const batch = await run(desk, orderId, deed);
  const back = await takeBack(desk, batch);
  expect(back.counts).toEqual({ succeeded: 4, failed: 0, skipped: 0 });
  expect(back.rows.map(({ number, outcome }) => [number, outcome])).toEqual(
    [4, 3, 2, 1].map(task => [`TASK0000001-${task}`, 'succeeded']),
  );
  expect(await statesOf(desk, orderId)).toEqual(before);
  expect(await desk.must('counts.get', {})).toEqual(counts);
  expect(await desk.must('task.get', { orderId, task: 4 })).toMatchObject({ group, assignee: null });
});

test('X8 X9 a batch of steps that were resumed is taken back: they are on hold again, for the reason they were', async () => {
  const { desk, orderId } = await openPlan();
  await run(desk, orderId, hold);
  const batch = await run(desk, orderId, { type: 'resume' });
  expect((await takeBack(desk, batch)).counts).toEqual({ succeeded: 4, failed: 0, skipped: 0 });
  expect(await desk.must('task.get', { orderId, task: 2 })).toMatchObject({ state: 'onHold', pausedFor: 'Storm.' });
});

test('X8 X9 a step on which something depends by now is left, with the reason; what was taken back before is skipped', async () => {
  const { desk, orderId } = await openPlan();
  const hands = { type: 'assign', assignee: 'bo' } as const;
  const batch = await run(desk, orderId, hands);
  await desk.must('session.choose', { personId: 'bo' });
  await desk.must('task.start', on(orderId, 1));
  await desk.must('session.choose', { personId: (await anaAt(desk)) ?? '' });
  const back = await takeBack(desk, batch);
  expect(back.counts).toEqual({ succeeded: 3, failed: 1, skipped: 0 });
  expect(back.rows[3]).toMatchObject({
    task: 1,
    outcome: 'failed',
    refusal: { code: 'CannotUndo', why: 'dependedOn', on: expect.arrayContaining(['TASK0000001-1']) },
  });
  const again = await takeBack(desk, batch);
  expect(again.rows.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'skipped', 'failed']);
});

const skip: StepDeed = { type: 'skip', text: 'Not needed here.' };

test('X8 X9 a batch of steps that were skipped is taken back from the last to the first, as each of them opened the next', async () => {
  const { desk, orderId } = await openPlan();
  const before = await statesOf(desk, orderId);
  const batch = await run(desk, orderId, skip);
  expect(await statesOf(desk, orderId)).toEqual([
    'closedComplete',
    'closedComplete',
    'closedComplete',
    'closedComplete',
  ]);
  const back = await takeBack(desk, batch);
  expect(back.counts).toEqual({ succeeded: 4, failed: 0, skipped: 0 });
  expect(back.rows.map(({ task }) => task)).toEqual([4, 3, 2, 1]);
  expect(await statesOf(desk, orderId)).toEqual(before);
});

test('X8 X9 a skip that resolved a fallout stays, and so does the one that it builds on; the others are taken back', async () => {
  const { desk, orderId } = await openPlan();
  await desk.must('fallout.raise', { ...on(orderId, 2), ...raised });
  const told = { rootCause: 'siteNotReady', resolutionCode: 'workedAround' };
  const batch = await run(desk, orderId, { ...skip, ...told });
  const back = await takeBack(desk, batch);
  const why = back.rows.map(({ task, refusal }) => [task, refusal === null ? null : (refusal as { why?: string }).why]);
  expect(why).toEqual([
    [4, null],
    [3, null],
    [2, 'notUndoable'],
    [1, 'dependedOn'],
  ]);
});

const anaAt = async (desk: DeskOnDisk): Promise<string | undefined> =>
  (await desk.must('workspace.status', {})).people.find(({ name }) => name === 'Ana')?.id;

test('X8 X9 only one’s own batch of a kind that can be taken back is taken back, once it has done something', async () => {
  const { desk, orderId } = await openPlan();
  const ask = (jobId: string) => desk.call('steps.undo', { commandId: countedId(), jobId });
  const whyOf = async (jobId: string) => {
    const reply = await ask(jobId);
    return reply.ok ? null : (reply.error as { readonly why?: string }).why;
  };
  const reported = await run(desk, orderId, fallout);
  const told = { rootCause: 'siteNotReady', resolutionCode: 'workedAround', text: 'Open again.' } as const;
  const retried = await run(desk, orderId, { type: 'retry', ...told });
  const nothing = await run(desk, orderId, { type: 'resume' });
  expect([await whyOf(retried), await whyOf(nothing)]).toEqual(['notUndoable', 'nothingDone']);
  expect((await takeBack(desk, reported)).counts).toEqual({ succeeded: 0, failed: 4, skipped: 0 });
  const held = await run(desk, orderId, hold);
  await desk.must('session.choose', { personId: 'bo' });
  expect(await whyOf(held)).toBe('notYours');
  expect(await ask('gone')).toMatchObject({ ok: false, error: { code: 'NotFound' } });
});

test('X8 X9 taking a batch back twice under one id is done once', async () => {
  const { desk, orderId } = await openPlan();
  const batch = await run(desk, orderId, hold);
  const asked = { commandId: countedId(), jobId: batch };
  const first = await desk.must('steps.undo', asked);
  await desk.idle();
  expect(await desk.must('steps.undo', asked)).toEqual(first);
  const other = await run(desk, orderId, hold);
  expect(await desk.call('steps.undo', { ...asked, jobId: other })).toMatchObject({
    ok: false,
    error: { code: 'CommandIdReused' },
  });
});
