import { expect, test } from 'vitest';
import { countedId } from '../testing/deskOnDisk.ts';
import { openDeskWithOrders } from '../testing/deskWithOrders.ts';
import { versionsAround } from './historyQueries.ts';

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
  const { moments, total } = await desk.must('history.moments', { orderId, around: null, limit: 2000 });
  expect(total).toBe(versions.at(-1));
  expect(moments.map(({ version }) => version)).toEqual(Array.from({ length: total }, (_, index) => index + 1));
  const started = moments.find(({ event }) => event === 'TaskStarted');
  expect(started).toMatchObject({ subject: 'T1', subjectName: expect.stringContaining('Survey the site') });
});

test('X6 two moments are compared in both directions', async () => {
  const { desk, orderId, versions } = await workedOn();
  const [approved = 0, , completed = 0] = versions;
  const there = await desk.must('history.compare', { orderId, from: approved, to: completed, after: 0, limit: 100 });
  expect(there.rows.find(({ key }) => key === 'T1')).toMatchObject({
    number: expect.stringMatching(/^TASK/),
    change: 'changed',
    fields: expect.arrayContaining([{ field: 'state', was: 'open', now: 'closedComplete' }]),
  });
  const back = await desk.must('history.compare', { orderId, from: completed, to: approved, after: 0, limit: 100 });
  expect(back.total).toBe(there.total);
  const one = await desk.must('history.compare', { orderId, from: approved, to: completed, after: 0, limit: 1 });
  expect([one.rows.length, one.total]).toEqual([1, there.total]);
  const paged = [];
  for (let after = 0; after < there.total; after += 2) {
    const page = await desk.must('history.compare', { orderId, from: approved, to: completed, after, limit: 2 });
    expect(page.next).toBe(after + 2 < there.total ? String(after + 2) : null);
    paged.push(...page.rows);
  }
  expect(paged).toEqual(there.rows);
});

test('X6 an order that is not there has no history', async () => {
  const { desk } = await workedOn();
  const reply = await desk.call('history.moments', { orderId: 'nowhere', around: null, limit: 10 });
  expect(reply).toMatchObject({ ok: false, error: { code: 'NotFound' } });
});

test('X6 in a long history the moments around any event stand without a gap, so that each is one step from the next', async () => {
  const { desk, orderId } = await workedOn();
  for (let n = 0; n < 600; n += 1) {
    const note = { orderId, commandId: countedId(), subject: 'T1', kind: 'work', text: `Note ${n}` } as const;
    await desk.must('order.addNote', note);
  }
  const { total } = await desk.must('history.moments', { orderId, around: null, limit: 20 });
  for (const version of [1, 2, 17, 234, 500, total - 1, total]) {
    const { moments } = await desk.must('history.moments', { orderId, around: version, limit: 20 });
    const found = moments.map(moment => moment.version);
    expect(found).toEqual(versionsAround(version, total, 20));
    const near = [version - 1, version, version + 1].filter(one => one >= 1 && one <= total);
    expect(found).toEqual(expect.arrayContaining(near));
    expect((await desk.must('plan.tree', { orderId, ...tree, asOf: version })).version).toBe(version);
  }
  const { rows } = await desk.must('order.activity', { orderId, before: null, limit: 5 });
  expect(rows.map(({ version, text }) => [version, text])).toEqual(
    [0, 1, 2, 3, 4].map(back => [total - back, `Note ${599 - back}`]),
  );
});

test('the versions around one keep it in their middle, and their number at both ends', () => {
  expect(versionsAround(2, 3, 10)).toEqual([1, 2, 3]);
  expect(versionsAround(50, 100, 4)).toEqual([48, 49, 50, 51]);
  expect(versionsAround(1, 100, 4)).toEqual([1, 2, 3, 4]);
  expect(versionsAround(100, 100, 4)).toEqual([97, 98, 99, 100]);
});
