/** A desk at work without end, in a process of its own: tells each commit on its output, and is there to be killed. */
import { writeSync } from 'node:fs';
import { startCheckpointer } from '../checkpointer.ts';
import { busyCatalog } from './busyCatalog.ts';
import { diceOf, workAtRandom } from './randomWork.ts';
import { openTestFile, TestDesk } from './testDesk.ts';

const [file = '', seed = '1'] = process.argv.slice(2);
const db = openTestFile(file);
await startCheckpointer(file, { everyMs: 5 });
const desk = new TestDesk(db, busyCatalog);
const orders = db.prepare<[], string>('SELECT id FROM order_row ORDER BY id').pluck().all();
const dice = diceOf(Number(seed));
const last = db.prepare<[], string>('SELECT command_id FROM event ORDER BY position DESC LIMIT 1').pluck();

for (let told = last.get(); ;) {
  workAtRandom(desk, orders, dice);
  const committed = last.get();
  if (committed !== told) writeSync(1, `${committed}\n`);
  told = committed;
}
