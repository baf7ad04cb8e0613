import { expect, test } from 'vitest';
import type { BriefOutlook } from '../../../preload/contract/plan.ts';
import type { Policy } from '../../../preload/contract/policy.ts';
import { defaultPolicy } from '../../domain/policy/policy.ts';
import { openDeskWithOrders } from '../testing/deskWithOrders.ts';
import { countedId, smallOrder, type DeskOnDisk } from '../testing/deskOnDisk.ts';

const all = { states: ['new', 'inProgress', 'completed'] as ('new' | 'inProgress' | 'completed')[], limit: 50 };
const late = async (desk: DeskOnDisk, text?: string) => {
  const page = await desk.must('orders.page', { ...all, inJeopardy: true, after: null, ...(text && { text }) });
  return page.rows.map(({ externalId }) => externalId);
};
/** What a busy machine leaves for the next time is asked for again, as the window does. */
async function outlooksOf(desk: DeskOnDisk, orderIds: string[]): Promise<readonly BriefOutlook[]> {
  const { outlooks, left } = await desk.must('outlooks.of', { orderIds });
  expect(left.length).toBeLessThan(orderIds.length);
  return left.length === 0 ? outlooks : [...outlooks, ...(await outlooksOf(desk, left))];
}

const approve = (desk: DeskOnDisk, orderId: string) => desk.must('order.approve', { commandId: countedId(), orderId });

const policyWith = (calendar: Policy['calendar']): Policy => ({
  ...(structuredClone(defaultPolicy) as Policy),
  ...(calendar && { calendar }),
});

/** An hour a day: surveying takes two, so that it is not late before Wednesday. */
const anHour = {
  zone: 'UTC',
  hours: [1, 2, 3, 4, 5].map(day => ({ day, from: '09:00', to: '10:00' })),
  closed: [],
};

test('O15 orders in jeopardy are found in a list of their own, which follows the clock and says exactly how many they are', async () => {
  const { desk, orderIds } = await openDeskWithOrders([smallOrder('A'), smallOrder('B'), smallOrder('C')]);
  const [a = '', b = ''] = orderIds;
  await approve(desk, a);
  expect(await late(desk)).toEqual([]);
  desk.putForward(60);
  await approve(desk, b);
  // The survey of the first order has two hours.
  desk.putForward(61);
  expect(await late(desk)).toEqual(['CRM-A']);
  expect(await desk.must('counts.get', {})).toMatchObject({ ordersInJeopardy: 1 });
  desk.putForward(60);
  expect(await late(desk)).toEqual(['CRM-A', 'CRM-B']);
  expect(await late(desk, 'CRM-B')).toEqual(['CRM-B']);
  await desk.must('task.start', { commandId: countedId(), orderId: a, task: 1 });
  await desk.must('task.complete', { commandId: countedId(), orderId: a, task: 1, values: [] });
  expect(await late(desk)).toEqual(['CRM-B']);
  expect(await desk.must('counts.get', {})).toMatchObject({ ordersInJeopardy: 1 });
});

test('O15 what is late follows other working hours at once', async () => {
  const { desk, orderIds } = await openDeskWithOrders();
  await desk.must('policy.set', { policy: policyWith(anHour), version: 0 });
  await approve(desk, orderIds[0] ?? '');
  desk.putForward(25 * 60);
  expect(await late(desk)).toEqual([]);
  await desk.must('policy.set', { policy: policyWith(undefined), version: 1 });
  expect(await late(desk)).toEqual(['CRM-o1']);
  await desk.must('policy.set', { policy: policyWith(anHour), version: 2 });
  expect(await late(desk)).toEqual([]);
});

test('O15 the orders and tasks of a list say how they stand against the clock and what was promised', async () => {
  const { desk, orderIds } = await openDeskWithOrders([smallOrder('A'), smallOrder('B')]);
  const [a = '', b = ''] = orderIds;
  await approve(desk, a);
  desk.putForward(90);
  const outlooks = await outlooksOf(desk, [a, b, countedId()]);
  expect(outlooks).toEqual([
    { orderId: a, jeopardy: 'low', end: expect.any(String), committedDueDate: '2026-12-20T12:00:00.000Z' },
    { orderId: b, jeopardy: 'none', end: null, committedDueDate: null },
  ]);
  const whole = await desk.must('plan.outlook', { orderId: a });
  expect(outlooks[0]).toMatchObject({ end: whole.estimatedEnd, jeopardy: whole.jeopardy });
  const tasks = [1, 2].map(task => ({ orderId: a, task }));
  const { levels } = await desk.must('outlooks.ofTasks', { tasks });
  const seen = await desk.must('plan.tree', { orderId: a, root: 'order', after: null, limit: 50 });
  expect(levels).toEqual(
    tasks.map(({ task }) => {
      const { jeopardy, slaShare } = seen.nodes.find(({ key }) => key === `T${task}`) ?? {};
      return { orderId: a, task, jeopardy, slaShare };
    }),
  );
  expect(levels.map(({ jeopardy }) => jeopardy)).toEqual(['high', 'none']);
});
