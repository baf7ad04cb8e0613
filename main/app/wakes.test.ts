import { expect, test } from 'vitest';
import { workspaceFile } from './createApp.ts';
import { createWakes, type Schedule } from './wakes.ts';
import { countedId, smallOrder, type DeskOnDisk } from './testing/deskOnDisk.ts';
import { openDeskWithOrders } from './testing/deskWithOrders.ts';
import { openWriter } from '../../db/open.ts';
import { openTestFile } from '../../db/testing/testDesk.ts';
import { err, ok } from '../domain/result.ts';

/** Concrete that has to cure for an hour before the mast is raised. */
const curing = {
  name: 'Curing',
  serviceSpecification: [
    { id: 'internet', name: 'Mast', '@type': 'CustomerFacingServiceSpecification', lifecycleStatus: 'Active' },
  ],
  fulfillmentDesk: {
    planTemplates: [
      {
        id: 'build',
        name: 'Build the mast',
        tasks: [
          { key: 'pour', title: 'Pour the base', duration: 'PT2H' },
          { key: 'raise', title: 'Raise the mast', duration: 'PT4H', after: [{ task: 'pour', lag: 'PT1H' }] },
        ],
      },
    ],
    policies: [{ id: 'p1', specification: 'internet', planTemplate: 'build' }],
  },
};

const openWithOrders = (...ids: readonly string[]) =>
  openDeskWithOrders(
    ids.map(id => smallOrder(id)),
    curing,
  );

const stateOf = async (desk: DeskOnDisk, orderId = '') => (await desk.must('order.get', { orderId })).state;
const taskOf = (desk: DeskOnDisk, orderId = '', task = 1) => desk.must('task.get', { orderId, task });
const approve = (desk: DeskOnDisk, orderId = '', startAt?: string) =>
  desk.must('order.approve', { orderId, commandId: countedId(), ...(startAt === undefined ? {} : { startAt }) });

const atTen = '2026-11-23T10:00:00.000Z';

test('A7 an order approved for later starts by itself when its moment comes, and the window is told', async () => {
  const { desk, orderIds } = await openWithOrders('o1');
  const [orderId] = orderIds;
  await approve(desk, orderId, atTen);
  desk.passDue();
  expect(await stateOf(desk, orderId)).toBe('acknowledged');
  desk.putForward(120);
  desk.notices.length = 0;
  desk.passDue();
  expect(await stateOf(desk, orderId)).toBe('inProgress');
  expect(await taskOf(desk, orderId)).toMatchObject({ state: 'open' });
  expect(desk.notices).toEqual([{ name: 'orders.changed', body: { orderIds: [orderId], many: false } }]);
  const { rows } = await desk.must('order.activity', { orderId: orderId ?? '', before: null, limit: 50 });
  expect(rows.find(({ event }) => event === 'OrderStarted')?.by).toBe('desk');
});

test('A7 an order whose moment came while the desk was closed starts when it is opened again', async () => {
  const { desk, orderIds } = await openWithOrders('o1');
  await approve(desk, orderIds[0], atTen);
  await desk.restart();
  expect(await stateOf(desk, orderIds[0])).toBe('acknowledged');
  desk.putForward(180);
  await desk.restart();
  expect(await stateOf(desk, orderIds[0])).toBe('inProgress');
});

test('A7 somebody who may can start it before its moment, and then it does not start again', async () => {
  const { desk, orderIds } = await openWithOrders('o1');
  const [orderId = ''] = orderIds;
  await approve(desk, orderId, atTen);
  await desk.must('order.startNow', { orderId, commandId: countedId() });
  const { version } = await desk.must('order.get', { orderId });
  desk.putForward(180);
  desk.passDue();
  expect(await desk.must('order.get', { orderId })).toMatchObject({ state: 'inProgress', version });
});

test('O5 a task whose lag has run out opens by itself, also after a restart that rebuilt what is read', async () => {
  const { desk, orderIds } = await openWithOrders('o1');
  const [orderId = ''] = orderIds;
  await approve(desk, orderId);
  await desk.must('task.start', { orderId, commandId: countedId(), task: 1 });
  await desk.must('task.complete', { orderId, commandId: countedId(), task: 1 });
  expect(await taskOf(desk, orderId, 2)).toMatchObject({ state: 'scheduled', waiting: { cause: 'lag' } });
  await desk.restart(() => {
    const db = openWriter(workspaceFile(desk.workspaceDir));
    db.exec('UPDATE read_model SET version = 0; DELETE FROM wake_row');
    db.close();
  });
  desk.putForward(59);
  desk.passDue();
  expect(await taskOf(desk, orderId, 2)).toMatchObject({ state: 'scheduled' });
  desk.putForward(2);
  desk.passDue();
  expect(await taskOf(desk, orderId, 2)).toMatchObject({ state: 'open' });
});

/** A clock in hand and a queue of one: what was asked to run, and when. */
function handClock() {
  const hand = { at: Date.parse('2026-11-23T08:00:00.000Z'), run: undefined as (() => void) | undefined, wait: 0 };
  const schedule: Schedule = (run, milliseconds) => {
    hand.run = run;
    hand.wait = milliseconds;
    return () => {
      hand.run = undefined;
    };
  };
  return { hand, schedule, now: () => new Date(hand.at).toISOString() };
}

function openWakes(moments: readonly (readonly [string, string])[], broken: readonly string[] = []) {
  const db = openTestFile(':memory:');
  const put = db.prepare("INSERT INTO wake_row (order_id, part, at) VALUES (?, 'order', ?)");
  for (const moment of moments) put.run(...moment);
  const clock = handClock();
  const asked: string[] = [];
  const told: string[] = [];
  const reported: string[] = [];
  const wakes = createWakes({
    db,
    now: clock.now,
    newId: countedId,
    schedule: clock.schedule,
    onWoken: orderIds => told.push(...orderIds),
    report: (_bug, where) => reported.push(where),
    execute: orderId => {
      asked.push(orderId);
      if (broken.includes(orderId)) throw new Error('a bug');
      const gone = db.prepare('DELETE FROM wake_row WHERE order_id = ?').run(orderId).changes;
      return gone === 0
        ? err({ code: 'NothingToChange', subject: 'order', id: orderId })
        : ok({ orderId, version: 2, changed: [], events: [] });
    },
  });
  return { db, wakes, asked, told, reported, ...clock };
}

test('O5 the clock is set for the next moment, and for a minute at most', () => {
  const { hand, wakes } = openWakes([['a', '2026-11-23T08:00:20.000Z']]);
  wakes.start();
  expect(hand.wait).toBe(0);
  hand.run?.();
  expect(hand.wait).toBe(20_000);
  const idle = openWakes([['a', '2026-11-30T00:00:00.000Z']]);
  idle.wakes.start();
  idle.hand.run?.();
  expect(idle.hand.wait).toBe(60_000);
});

test('O5 a moment that comes up earlier than the one the clock is set for is not missed', () => {
  const { db, hand, wakes, told } = openWakes([]);
  wakes.start();
  hand.run?.();
  expect(hand.wait).toBe(60_000);
  db.prepare("INSERT INTO wake_row (order_id, part, at) VALUES ('b', 'T3', '2026-11-23T08:00:05.000Z')").run();
  wakes.look();
  expect(hand.wait).toBe(5_000);
  hand.at += 5_000;
  hand.run?.();
  expect(told).toEqual(['b']);
});

test('O5 many orders that are due give way to others between batches', () => {
  const due = Array.from(
    { length: 60 },
    (_, n) => [`o${String(n).padStart(2, '0')}`, '2026-11-23T07:00:00.000Z'] as const,
  );
  const { hand, wakes, told } = openWakes(due);
  wakes.start();
  hand.run?.();
  expect(told).toHaveLength(25);
  expect(hand.wait).toBe(0);
  hand.run?.();
  hand.run?.();
  expect(told).toEqual(due.map(([id]) => id));
});

test('A7 an order that cannot start does not keep the others, and is not tried over and over', () => {
  const at = '2026-11-23T07:00:00.000Z';
  const { db, hand, wakes, asked, told, reported } = openWakes(
    [
      ['a', at],
      ['bad', at],
      ['c', at],
    ],
    ['bad'],
  );
  wakes.start();
  hand.run?.();
  expect(told).toEqual(['a', 'c']);
  expect(reported).toEqual(['passTime bad']);
  expect(hand.wait).toBe(60_000);
  db.prepare("INSERT INTO wake_row (order_id, part, at) VALUES (?, 'order', ?)").run('d', '2026-11-23T08:00:30.000Z');
  hand.at += 60_000;
  hand.run?.();
  expect(asked).toEqual(['a', 'bad', 'c', 'd']);
});

test('O5 a desk that is closing starts nothing any more', () => {
  const { hand, wakes, asked } = openWakes([['a', '2026-11-23T07:00:00.000Z']]);
  wakes.start();
  const { run } = hand;
  wakes.stop();
  run?.();
  expect(asked).toEqual([]);
});
