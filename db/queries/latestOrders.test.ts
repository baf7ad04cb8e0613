import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { appendEvents, versionOf } from '../eventLog.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/list.ts';
import { transaction } from '../transaction.ts';
import { listLatestOrders } from './latestOrders.ts';

test('orders come in the sequence in which something last happened to them, large ones left out', () => {
  const db = new Database(':memory:');
  migrate(db, migrations);
  const note = (orderId: string, text = 'x'): void => {
    const version = versionOf(db, orderId) + 1;
    const commandId = `${orderId}-${version}`;
    const where = {
      id: commandId,
      orderId,
      version,
      at: '2026-01-05T08:00:00.000Z',
      by: 'ada',
      device: 'd',
      commandId,
    };
    const event = { type: 'NoteAdded', v: 1, data: { subject: 'order', kind: 'work', text }, ...where } as const;
    transaction(db, () => appendEvents(db, { orderId, expectedVersion: version - 1, commandId, events: [event] }));
  };
  for (const orderId of ['a', 'b', 'c', 'a', 'd']) note(orderId);
  note('b', 'x'.repeat(2_000));
  expect(listLatestOrders(db, 10, 1_000)).toEqual(['d', 'a', 'c']);
  expect(listLatestOrders(db, 2, 1_000_000)).toEqual(['b', 'd']);
  db.close();
});
