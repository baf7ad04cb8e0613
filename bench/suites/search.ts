/** Search as somebody types, against a scan with LIKE over the same texts. */
import { openReader } from '../../db/open.ts';
import { findByText } from '../../db/queries/findByText.ts';
import type { Bench } from '../bench.ts';
import { atLeast, ms, withinMs, type Finding } from '../measure/finding.ts';
import { interleave, p50, percentile } from '../measure/interleave.ts';
import { bigWorkspace } from '../workspace/bigWorkspace.ts';
import { itemAt } from '../measure/itemAt.ts';

const LIMIT = 50;

/** What people look for: a customer, a place and a step, a number of theirs, a number of ours, a serial number. */
const texts = [
  'Borealis Seafood 217',
  'Nordlys Energy',
  'survey leeds',
  'firewall Turku harbour',
  'CRM-4711',
  'ORD0000421',
  'TASK0000421-12',
  'SN8123',
  'Managed Network Bergen',
  'monitoring test Ghent',
  'clinic Basel',
  'Granite Motors 33',
] as const;

export async function benchSearch({ log, rounds, tasks }: Bench): Promise<readonly Finding[]> {
  const db = openReader(bigWorkspace(tasks, log).file);
  try {
    const typed = texts.flatMap(text => Array.from({ length: text.length - 1 }, (_, end) => text.slice(0, end + 2)));
    const keys = await interleave(
      { find: n => findByText(db, itemAt(typed, n % typed.length), LIMIT) },
      { rounds: Math.max(typed.length, rounds(600)), warmUp: typed.length },
    );
    const scan = db.prepare(`
      SELECT order_id, number, title FROM task_row
      WHERE title LIKE $a AND account_name LIKE $b AND order_number LIKE $c ORDER BY order_id DESC LIMIT ${LIMIT}`);
    const like = { a: '%survey%', b: '%Borealis Seafood 217%', c: '%ORD%' };
    const times = await interleave(
      { find: () => findByText(db, 'survey Borealis 217', LIMIT), scan: () => scan.all(like) },
      { rounds: Math.max(5, rounds(12)), warmUp: 2 },
    );
    return [
      withinMs(16, percentile(keys.find, 0.95), {
        id: 'search',
        what: `search after every key of ${texts.length} texts, p95`,
        against: 'a frame of the screen',
        note: `p50 ${ms(p50(keys.find))}, p99 ${ms(percentile(keys.find, 0.99))}`,
      }),
      atLeast(20, p50(times.scan) / p50(times.find), {
        id: 'search',
        what: 'search of three words, p50',
        against: 'LIKE scan',
        note: `${ms(p50(times.find))} / ${ms(p50(times.scan))}`,
      }),
    ];
  } finally {
    db.close();
  }
}
