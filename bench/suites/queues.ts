/** Queue pages of a big workspace: in the core against raw arrays, through thread and contract against objects, and against a small workspace. */
import type { Database } from 'better-sqlite3';
import { openReader } from '../../db/open.ts';
import { queueCounts } from '../../db/queries/counts.ts';
import { keysetSql, type Cursor } from '../../db/queries/keyset.ts';
import { countTaskStates, taskRead, tasksPage } from '../../db/queries/taskPages.ts';
import { openDesk } from '../../main/app/openDesk.ts';
import type { Reply } from '../../preload/contract/bridge.ts';
import type { Bench } from '../bench.ts';
import { atLeast, atMost, ms, type Finding } from '../measure/finding.ts';
import { interleave, p50 } from '../measure/interleave.ts';
import { bigWorkspace, type BigWorkspace } from '../workspace/bigWorkspace.ts';
import { diceOf } from '../workspace/dice.ts';
import { itemAt } from '../measure/itemAt.ts';

const LIMIT = 100;
const all = { queue: 'all' } as const;

export async function benchQueues({ log, rounds, tasks }: Bench): Promise<readonly Finding[]> {
  const big = bigWorkspace(tasks, log);
  const small = bigWorkspace(10_000, log);
  return [
    ...(await pagesAgainstRaw(big, rounds(400))),
    ...(await pagesThroughThreads(big, rounds(300))),
    ...(await sizes(big, small, rounds(400))),
    ...(await facets(big, rounds(12))),
  ];
}

/** The same page, cursor by cursor, as the product reads it and as a prepared statement gives arrays. */
async function pagesAgainstRaw({ file }: BigWorkspace, rounds: number): Promise<readonly Finding[]> {
  const [db, rawDb] = [openReader(file), openReader(file)];
  try {
    const cursors = randomCursors(db, rounds * 2);
    const raw = rawPage(rawDb);
    const times = await interleave(
      {
        core: n => tasksPage(db, all, { after: itemAt(cursors, n), limit: LIMIT }),
        raw: n => raw.all(...itemAt(cursors, n), LIMIT),
      },
      { rounds },
    );
    return [
      atMost(1.5, p50(times.core) / p50(times.raw), {
        id: 'page',
        what: 'queue page of 100 in the core, p50',
        against: 'raw arrays, same rows',
        note: `${ms(p50(times.core))} / ${ms(p50(times.raw))}`,
      }),
    ];
  } finally {
    db.close();
    rawDb.close();
  }
}

async function pagesThroughThreads({ dir, file }: BigWorkspace, rounds: number): Promise<readonly Finding[]> {
  const desk = await openDesk({ workspaceDir: dir, log: () => undefined });
  const db = openReader(file);
  try {
    const cursors = randomCursors(db, rounds * 2);
    const objects = db.prepare(keysetSql(taskRead(all, { after: itemAt(cursors, 0), limit: LIMIT })).text);
    const page = (n: number): Promise<string> => {
      const after = JSON.stringify(itemAt(cursors, n));
      return desk.answer('tasks.page', { queue: 'all', after, limit: LIMIT });
    };
    const sample = await page(0);
    if (!(JSON.parse(sample) as Reply<unknown>).ok) throw new Error(sample);
    const times = await interleave(
      {
        desk: page,
        objects: n => objects.all(...itemAt(cursors, n), LIMIT),
        window: () => JSON.parse(sample) as unknown,
      },
      { rounds, cpu: true },
    );
    return [
      atMost(1.5, p50(times.desk) / p50(times.objects), {
        id: 'page-thread',
        what: 'queue page of 100 through thread and contract, CPU',
        against: 'in-process objects',
        note: `${ms(p50(times.desk))} / ${ms(p50(times.objects))}; the window reads it in ${ms(p50(times.window))}`,
      }),
    ];
  } finally {
    db.close();
    await desk.close();
  }
}

async function sizes(big: BigWorkspace, small: BigWorkspace, rounds: number): Promise<readonly Finding[]> {
  const [many, few] = [openReader(big.file), openReader(small.file)];
  try {
    const [deep, shallow] = [randomCursors(many, rounds * 2), randomCursors(few, rounds * 2)];
    const [rawMany, rawFew] = [rawPage(many), rawPage(few)];
    const page = await interleave(
      {
        big: n => tasksPage(many, all, { after: itemAt(deep, n), limit: LIMIT }),
        small: n => tasksPage(few, all, { after: itemAt(shallow, n), limit: LIMIT }),
        rawBig: n => rawMany.all(...itemAt(deep, n), LIMIT),
        rawSmall: n => rawFew.all(...itemAt(shallow, n), LIMIT),
      },
      { rounds },
    );
    const counts = await interleave(
      {
        big: () => queueCounts(many, 'person-1', ['design', 'field']),
        small: () => queueCounts(few, 'person-1', ['design', 'field']),
      },
      { rounds: 100, batch: 20 },
    );
    const raw = `; raw arrays ${(p50(page.rawBig) / p50(page.rawSmall)).toFixed(2)}×`;
    const sized = (id: string, what: string, times: typeof counts, more = ''): Finding =>
      atMost(1.3, p50(times.big) / p50(times.small), {
        id,
        what: `${what}, p50`,
        against: 'at 10,000 tasks',
        note: `${ms(p50(times.big))} / ${ms(p50(times.small))}${more}`,
      });
    return [
      sized('page-size', 'queue page, full size', page, raw),
      sized('counts-size', 'queue counts, full size', counts),
    ];
  } finally {
    many.close();
    few.close();
  }
}

async function facets({ file }: BigWorkspace, rounds: number): Promise<readonly Finding[]> {
  const db = openReader(file);
  try {
    const groupBy = db.prepare<[], [string, number]>('SELECT state, count(*) FROM task_row GROUP BY state').raw();
    const recount = new Map(groupBy.all());
    for (const [state, n] of Object.entries(countTaskStates(db))) {
      if (n !== (recount.get(state) ?? 0)) throw new Error(`${state}: the counter says ${n}.`);
    }
    const slow = await interleave({ groupBy: () => groupBy.all() }, { rounds, warmUp: 1 });
    const quick = await interleave({ counters: () => countTaskStates(db) }, { rounds: 50, batch: 100 });
    return [
      atLeast(200, p50(slow.groupBy) / p50(quick.counters), {
        id: 'facets',
        what: 'counts by state, maintained (equal to a recount)',
        against: 'GROUP BY',
        note: `${ms(p50(quick.counters))} / ${ms(p50(slow.groupBy))}`,
      }),
    ];
  } finally {
    db.close();
  }
}

/** The page as a prepared statement gives it, in arrays. */
const rawPage = (db: Database) => db.prepare(keysetSql(taskRead(all, { after: ['', '', 0], limit: LIMIT })).text).raw();

/** Places all over the queue of open tasks, each with a full page after it. */
function randomCursors(db: Database, count: number): readonly Cursor[] {
  const due = db.prepare<[], string>('SELECT due_at FROM task_row WHERE is_open = 1 ORDER BY due_at').pluck().all();
  const dice = diceOf(3);
  return Array.from({ length: count }, () => [itemAt(due, dice.below(due.length - 2 * LIMIT)), '', 0]);
}
