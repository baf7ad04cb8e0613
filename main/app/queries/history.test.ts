import { expect, test } from 'vitest';
import { countedId } from '../testing/deskOnDisk.ts';
import { openDeskWithOrders } from '../testing/deskWithOrders.ts';
import { spread } from './historyQueries.ts';

async function workedOn() {
  const { desk, orderIds } = await openDeskWithOrders();
  const [orderId = ''] = orderIds;
  const versions: number[] = [];
  const note = (done: { version: number }) => void versions.push(done.version);
  note(await desk.must('order.approve', { orderId, commandId: countedId() }));
  note(await desk.must('task.start', { orderId, commandId: countedId(), task: 1 }));
  note(await desk.must('task.complete', { orderId, commandId: countedId(), task: 1 }));
  return { desk, orderId, versions };
}

const tree = { root: 'order', after: null, limit: 200 } as const;

test('X6 the tree, the states and the owners are shown as of any event', async () => {
  const { desk, orderId, versions } = await workedOn();
  const [approved = 0, started = 0, completed = 0] = versions;
  const survey = async (asOf?: number) => {
    const { nodes, version } = await desk.must('plan.tree', { orderId, ...tree, ...(asOf !== undefined && { asOf }) });
    const node = nodes.find(({ key }) => key === 'T1');
    return [version, node?.state, node?.assignee === null ? 'nobody' : 'somebody'];
  };
  expect(await survey(approved)).toEqual([approved, 'open', 'nobody']);
  expect(await survey(started)).toEqual([started, 'inProgress', 'somebody']);
  expect(await survey(completed)).toEqual(await survey());
  const atImport = await desk.must('plan.tree', { orderId, ...tree, asOf: 1 });
  expect(atImport.nodes.map(({ kind }) => kind)).toEqual(['order', 'location', 'line']);
  const graph = await desk.must('plan.graph', { orderId, root: 'order', asOf: started });
  expect(graph.nodes.find(({ key }) => key === 'T1')?.state).toBe('inProgress');
});

test('X6 every event of the order is a moment, told with when, who, what and on which part', async () => {
  const { desk, orderId, versions } = await workedOn();
  const { moments, total } = await desk.must('history.moments', { orderId, limit: 2000 });
  expect(total).toBe(versions.at(-1));
  expect(moments.map(({ version }) => version)).toEqual(Array.from({ length: total }, (_, index) => index + 1));
  const started = moments.find(({ event }) => event === 'TaskStarted');
  expect(started).toMatchObject({ subject: 'T1', subjectName: expect.stringContaining('Survey the site') });
  const few = await desk.must('history.moments', { orderId, limit: 4 });
  expect(few.moments).toHaveLength(4);
  expect(few.moments.map(({ version }) => version)).toEqual(spread(total, 4));
});

test('X6 two moments are compared in both directions', async () => {
  const { desk, orderId, versions } = await workedOn();
  const [approved = 0, , completed = 0] = versions;
  const there = await desk.must('history.compare', { orderId, from: approved, to: completed, limit: 100 });
  expect(there.rows.find(({ key }) => key === 'T1')).toMatchObject({
    number: expect.stringMatching(/^TASK/),
    change: 'changed',
    fields: expect.arrayContaining([{ field: 'state', was: 'open', now: 'closedComplete' }]),
  });
  const back = await desk.must('history.compare', { orderId, from: completed, to: approved, limit: 100 });
  expect(back.total).toBe(there.total);
  const one = await desk.must('history.compare', { orderId, from: approved, to: completed, limit: 1 });
  expect([one.rows.length, one.total]).toEqual([1, there.total]);
});

test('X6 an order that is not there has no history', async () => {
  const { desk } = await workedOn();
  const reply = await desk.call('history.moments', { orderId: 'nowhere', limit: 10 });
  expect(reply).toMatchObject({ ok: false, error: { code: 'NotFound' } });
});

test('moments of a long history are spread evenly, the first and the last among them', () => {
  expect(spread(3, 10)).toEqual([1, 2, 3]);
  expect(spread(100, 4)).toEqual([1, 34, 67, 100]);
});
