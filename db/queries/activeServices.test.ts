import { expect, onTestFinished, test } from 'vitest';
import type { OrderCommand } from '../../main/domain/order/commands.ts';
import { getRow } from '../../main/domain/table.ts';
import type { CapturedLine } from '../../main/domain/vocabulary/captured.ts';
import { openTestFile, sampleOrder, TestDesk } from '../testing/testDesk.ts';
import { listActiveServices } from './activeServices.ts';

const SPECIFICATION = 'cfs-firewall';

function openDesk(): TestDesk {
  const db = openTestFile(':memory:');
  onTestFinished(() => void db.close());
  return new TestDesk(db);
}

const lineOf = (parts: Partial<CapturedLine>): { readonly lines: readonly CapturedLine[] } => ({
  lines: sampleOrder('').lines.map(line => ({ ...line, ...parts })),
});

function must(desk: TestDesk, orderId: string, command: OrderCommand): void {
  const done = desk.send(orderId, command);
  if (!done.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(done.error)}`);
}

/** Approves the order and does everything there is to do. */
function fulfil(desk: TestDesk, orderId: string): void {
  must(desk, orderId, { type: 'approve' });
  for (let open = openTask(desk, orderId); open !== undefined; open = openTask(desk, orderId)) {
    const { fields } = getRow(desk.order(orderId).plan?.tasks ?? never(), open);
    const values = fields.map(({ name, valueType, options }) => ({
      name,
      value: options?.[0] ?? (valueType === 'number' ? 1 : valueType === 'boolean' ? true : 'x'),
    }));
    must(desk, orderId, { type: 'startTask', task: open });
    must(desk, orderId, { type: 'completeTask', task: open, values });
  }
  expect(desk.order(orderId).state).toBe('completed');
}

function openTask(desk: TestDesk, orderId: string): number | undefined {
  const tasks = desk.order(orderId).plan?.tasks ?? never();
  for (let number = 1; number <= tasks.size; number += 1) if (getRow(tasks, number).state === 'open') return number;
  return undefined;
}

function never(): never {
  throw new Error('The order has no plan');
}

test('a service is in use from the completion of what brought it until what took it away, of its account and specification only', () => {
  const desk = openDesk();
  const services = (account = 'acc-1', specification = SPECIFICATION) =>
    listActiveServices(desk.db, account, specification);
  const added = desk.import(lineOf({ serviceId: 'svc-1', location: { id: 'site-9', name: 'Bergen' } }));
  expect(services()).toEqual([]);
  fulfil(desk, added);
  expect(services()).toEqual([{ serviceId: 'svc-1', location: 'site-9' }]);
  expect([services('acc-2'), services('acc-1', 'cfs-other')]).toEqual([[], []]);
  const second = desk.import(lineOf({ serviceId: 'svc-2' }));
  fulfil(desk, second);
  expect(services().map(({ serviceId, location }) => [serviceId, location])).toEqual([
    ['svc-1', 'site-9'],
    ['svc-2', 'Bergen'],
  ]);
  const gone = desk.import(lineOf({ serviceId: 'svc-1', action: 'disconnect' }));
  expect(services().length).toBe(2);
  fulfil(desk, gone);
  expect(services().map(({ serviceId }) => serviceId)).toEqual(['svc-2']);
  fulfil(desk, desk.import(lineOf({ serviceId: 'svc-2', action: 'suspend' })));
  expect(services()).toEqual([]);
  fulfil(desk, desk.import(lineOf({ serviceId: 'svc-2', action: 'resume' })));
  expect(services().map(({ serviceId }) => serviceId)).toEqual(['svc-2']);
});
