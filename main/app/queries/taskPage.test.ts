/** What the window is given for a queue of tasks: the text that crosses, and the rows it says. */
import { expect, test } from 'vitest';
import { calls } from '../../../preload/contract/contract.ts';
import { importText, openDeskOnDisk, smallCatalog, smallOrder, textOf } from '../testing/deskOnDisk.ts';

test('T1 a page of tasks reads as the contract says, and goes on where it ended', async () => {
  const desk = openDeskOnDisk();
  await desk.must('workspace.startEmpty', { name: 'Ada' });
  await importText(desk, 'catalog.json', textOf(smallCatalog));
  await importText(desk, 'orders.json', textOf([smallOrder('A', '1', '2', '3')]));
  const [order] = (await desk.must('orders.page', { states: ['new'], after: null, limit: 1 })).rows;
  if (order === undefined) throw new Error('No order was imported.');
  await desk.must('order.approve', {
    orderId: order.id,
    commandId: '00000000-0000-7000-9000-000000000001',
    seen: order.version,
  });

  const first = await desk.must('tasks.page', { queue: 'all', after: null, limit: 2 });
  const second = await desk.must('tasks.page', { queue: 'all', after: first.next, limit: 2 });
  for (const page of [first, second]) expect(calls['tasks.page'].output.parse(page)).toEqual(page);
  expect([first.total, first.rows.length, second.rows.length, second.next]).toEqual([3, 2, 1, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ key }) => key)).size).toBe(3);
  expect(first.rows[0]).toMatchObject({
    orderNumber: order.number,
    number: `${order.number.replace('ORD', 'TASK')}-${first.rows[0]?.task}`,
    title: 'Survey the site',
    account: 'Acme Ltd',
    location: 'Oslo',
    group: null,
  });
});
